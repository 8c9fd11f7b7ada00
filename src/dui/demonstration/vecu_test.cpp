// The shipped sentences are sound, and the month that they tell is whole, twice the same.
#include "dui/demonstration/vecu.hpp"

#include <doctest/doctest.h>

#include "dui/element/elements_repository.hpp"
#include "dui/element/monde_pour_tests.hpp"
#include "dui/nomenclature/serafin_pour_tests.hpp"
#include "dui/transmission/releve.hpp"
#include "storage/test_bases.hpp"

namespace grappe::demonstration {
namespace {

using storage::Base, storage::Reader, storage::Writer;

const auto fichier = std::string{GRAPPE_ROOT} + "/donnees/demonstration/transmissions.csv";

const auto projets = std::string{GRAPPE_ROOT} + "/donnees/demonstration/projets.csv";

Mois mois() {
    return {.au = core::Date::parse("2024-08-01").value(),
            .jours = 30,
            .graine = 7,
            .maintenant = element::tests::moment(0)};
}

core::Result<Bilan> vecu(Base& base) {
    annuaire::Annuaire annuaire;
    return vivre(base, annuaire,
                 {lire_les_phrases(fichier).value(), lire_les_projets(projets).value(),
                  nomenclature::serafin_livree()},
                 mois());
}

void avec_ines(Base& base) {
    REQUIRE(base.write([](Writer& db) -> core::Result<void> {
        element::tests::ouvrir_un_compte(db, "ines");
        acces::dire_la_profession(db, "ines", partage::Profession::aide_soignant);
        return {};
    }));
}

}  // namespace

TEST_CASE("each sector has something to tell for a carer, and something urgent") {
    const auto phrases = lire_les_phrases(fichier);
    REQUIRE(phrases);
    for (const auto* secteur : {"PA", "PH", "DOM", "PDE"}) {
        int ordinaires = 0, urgentes = 0;
        for (const auto& une : *phrases)
            if (une.secteur == secteur)
                ++(une.dit.urgence == transmission::Urgence::urgente ? urgentes : ordinaires);
        CHECK(ordinaires > 5);
        CHECK(urgentes > 0);
    }
    CHECK(lire_les_phrases("/nulle/part").error().code == "demonstration.phrases_absentes");
}

TEST_CASE("each sector has a project, sound, that its structure agreed to") {
    const auto traits = lire_les_projets(projets).value();
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2", "p3", "p4"});
        const acces::Professionnel eddy{
            .acteur = {.compte = "eddy", .role = access::Role::professionnel},
            .etablissements = {"330000001"},
            .profession = partage::Profession::educateur};
        int rang = 0;
        for (const auto* secteur : {"PA", "PH", "DOM", "PDE"}) {
            const auto personne = "p" + std::to_string(++rang);
            const projet::Redacteur redacteur{
                eddy, element::tests::moment(0),
                [](std::string_view, std::string_view) { return true; },
                nomenclature::serafin_livree()};
            const auto objectif = base.write([&](Writer& db) {
                return ecrire_un_projet(
                    db, redacteur,
                    {traits, secteur, element::tests::tilleuls(), personne, mois().au});
            });
            REQUIRE(objectif);
            base.read([&](Reader& db) {
                const auto lus = projet::projets_de(db, eddy, personne);
                REQUIRE(lus.size() == 1);
                const auto lu = projet::lire(db, eddy, lus.front().id()).value();
                CHECK(lu.statut() == projet::Statut::en_cours);
                CHECK(lu.trouver(*objectif, element::Genre::objectif) != nullptr);
            });
        }
    });
    CHECK(lire_les_projets("/nulle/part").error().code == "demonstration.phrases_absentes");
}

TEST_CASE("a month is told once, read up to the last evening, and not told again") {
    storage::on_every_dui([](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        CHECK(vecu(base).error().code == "demonstration.sans_compte");
        avec_ines(base);
        const auto bilan = vecu(base);
        REQUIRE(bilan);
        CHECK(bilan->unites == 3);
        CHECK(bilan->personnes == 2);
        CHECK(bilan->transmissions == 91);  // three shifts a day for thirty days, and one morning
        CHECK(vecu(base).error().code == "demonstration.deja");
        base.read([](Reader& db) {
            const auto prise = transmission::derniere_prise(db, "ines", {"330000001"});
            REQUIRE(prise);
            CHECK(prise->numero == element::dernier_numero(db) - 2);  // a night and a morning
            // She writes care, and nothing of the administrative class.
            CHECK(element::du_dossier(db, {"p1", element::Genre::allergie, 9}).size() == 1);
            CHECK(element::du_dossier(db, {"p1", element::Genre::contact, 9}).empty());
        });
    });
}

}  // namespace grappe::demonstration
