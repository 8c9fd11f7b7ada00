// The terms of a list: those of each page, in as many questions however many agreements there are.
#include "portail/jalons/prochains.hpp"

#include <doctest/doctest.h>

#include "portail/convention/essai_pour_tests.hpp"
#include "portail/jalons/lecture.hpp"

namespace grappe::jalons {
namespace {

using convention::tests::Essai, convention::tests::essayer;

// Counts what is asked.
class Compteuse final : public storage::Connection {
public:
    explicit Compteuse(storage::Connection& vraie) : vraie_{vraie} {}

    std::int64_t run(const storage::Statement& statement,
                     std::span<const storage::Value> values) override {
        return vraie_.run(statement, values);
    }
    void query(const storage::Statement& statement, std::span<const storage::Value> values,
               const storage::EachRow& each) override {
        ++questions;
        vraie_.query(statement, values, each);
    }
    std::unique_ptr<storage::BulkSink> bulk(const storage::BulkTable& table) override {
        return vraie_.bulk(table);
    }
    void script(const std::string& sql) override { vraie_.script(sql); }
    void prepare(const storage::Statement& statement) override { vraie_.prepare(statement); }
    void begin_write() override { vraie_.begin_write(); }
    void begin_read() override { vraie_.begin_read(); }
    void commit() override { vraie_.commit(); }
    void rollback() noexcept override { vraie_.rollback(); }

    int questions = 0;

private:
    storage::Connection& vraie_;
};

struct Lues {
    Prochains prochains;
    int questions;
};
Lues lire_la_liste(const Essai& essai, const Demandeur& qui,
                   const convention::Fenetre& fenetre = convention::toutes_les_conventions) {
    Compteuse compteuse{essai.scene.base.connection()};
    storage::Reader db{compteuse};
    auto prochains = prochains_imperatifs(db, qui, essai.moyens(), fenetre);
    return {std::move(prochains), compteuse.questions};
}

// The same agreement under another dossier: the rows that the questions read.
void copier(const Essai& essai, int rang) {
    const auto copie = "copie-" + std::to_string(rang);
    const auto lignes = [&](const std::string& table, const std::string& colonnes,
                            const std::string& valeurs, const std::string& ou) {
        return "INSERT INTO " + table + " (" + colonnes + ") SELECT " + valeurs + " FROM " + table +
               " WHERE " + ou + ";";
    };
    const auto du_dossier = "dossier = '" + essai.scene.id + "'", elle = "'" + copie + "'";
    essai.scene.base.connection().script(
        lignes("dossier", "id, compte, appel, statut, version, cree_le, modifie_le, guichet",
               elle + ", compte, appel, statut, version, cree_le, modifie_le, guichet",
               "id = '" + essai.scene.id + "'") +
        lignes("fiche",
               "dossier, guichet, statut, appel, numero, porteur, recherche, siret, essms, "
               "depose_le, change_le",
               elle + ", guichet, statut, appel, numero, porteur, recherche, siret, essms, "
                      "depose_le, change_le",
               du_dossier) +
        lignes("dossier_version", "dossier, version, contenu, ecrit_par, ecrit_le",
               elle + ", version, contenu, ecrit_par, ecrit_le", du_dossier) +
        lignes("depot",
               "dossier, rang, numero, version, depose_par, depose_le, niveau, financeur, "
               "ferme_le, regles, subvention, empreinte, recepisse",
               elle + ", rang, " + elle +
                   ", version, depose_par, depose_le, niveau, financeur, ferme_le, regles, "
                   "subvention, empreinte, recepisse",
               du_dossier) +
        lignes("convention",
               "id, dossier, depot, regles, forme, avance, devis_amoa, empreinte, version, "
               "preparee_par, preparee_le",
               elle + ", " + elle +
                   ", depot, regles, forme, avance, devis_amoa, empreinte, version, "
                   "preparee_par, preparee_le",
               du_dossier) +
        lignes("convention_ligne",
               "convention, rang, finess_et, secteur, eligible_sons, usage, equipement, "
               "materiel, amoa, devis_materiel",
               elle + ", rang, finess_et, secteur, eligible_sons, usage, equipement, materiel, "
                      "amoa, devis_materiel",
               "convention = '" + essai.id + "'") +
        lignes("convention_signature", "convention, partie, mode, empreinte, par, signee_le",
               elle + ", partie, mode, empreinte, par, signee_le",
               "convention = '" + essai.id + "'"));
}

}  // namespace

TEST_CASE("a list tells the same binding term as the page of each agreement") {
    essayer(1'000'000, [](Essai& essai) {
        for (const auto& qui : {essai.guichet(), essai.scene.porteur()}) {
            const auto [prochains, questions] = lire_la_liste(essai, qui);
            CHECK(questions == 5);
            const auto lu = essai.scene.base.read(
                [&](storage::Reader& db) { return lire(db, qui, essai.id, essai.moyens()); });
            REQUIRE(lu);
            const auto* attendu = lu->suivi.prochain_imperatif();
            const auto trouve = prochains.find(essai.id);
            REQUIRE((attendu == nullptr) == (trouve == prochains.end()));
            if (attendu == nullptr) continue;
            CHECK(trouve->second.genre == attendu->genre);
            CHECK(trouve->second.terme == attendu->terme);
            CHECK(trouve->second.etat == attendu->etat);
        }
        CHECK(lire_la_liste(essai, essai.scene.corse()).prochains.empty());
        const auto avant = lire_la_liste(essai, essai.guichet());
        for (int rang = 0; rang < 30; ++rang) copier(essai, rang);
        const auto apres = lire_la_liste(essai, essai.guichet());
        CHECK(apres.questions == avant.questions);
        CHECK(apres.prochains.size() == 31 * avant.prochains.size());
        // A page has the terms of the agreements that it lists, and of no other.
        const convention::Fenetre fenetre{10, 7};
        const auto page = lire_la_liste(essai, essai.guichet(), fenetre);
        const auto listees = essai.scene.base.read(
            [&](storage::Reader& db) { return convention::lister(db, essai.guichet(), fenetre); });
        CHECK(listees.total == 31);
        CHECK(listees.conventions.size() == 7);
        CHECK(page.prochains.size() == 7 * avant.prochains.size());
        for (const auto& une : listees.conventions)
            CHECK(page.prochains.contains(une.id) == !avant.prochains.empty());
    });
}

}  // namespace grappe::jalons
