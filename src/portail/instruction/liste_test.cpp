// Lists on every engine: each criterion, both orders, pages, and what other desks may see.
#include "portail/instruction/liste.hpp"

#include <doctest/doctest.h>

#include "portail/instruction/liste_repository.hpp"
#include "portail/instruction/monde_pour_tests.hpp"

namespace grappe::instruction {
namespace {

using storage::Reader, storage::Writer;
using teleservice::Fiche;

constexpr storage::Statement insert_dossier{"essai.dossier", R"(
    INSERT INTO dossier (id, compte, appel, statut, version, cree_le, modifie_le, guichet)
    VALUES ($1, 'porteur-1', 'NA-2024', $2, 1, $3, $3, $4))"};

const access::Acteur& bordeaux() { return tests::monde::guichet_de_nouvelle_aquitaine(); }
const access::Acteur national{.compte = "n", .role = access::Role::national, .region = ""};
const access::Acteur comite{.compte = "c", .role = access::Role::comite, .region = "75"};

void ajouter_une(Writer& db, const char* id, const char* guichet, Statut statut, int essms) {
    const auto depose_le =
        tests::monde::instant("2024-03-0" + std::to_string(essms % 9 + 1) + "T10:00:00Z");
    db.run(insert_dossier, id, statut, depose_le, guichet);
    teleservice::tenir(db, Fiche{.dossier = id,
                                 .guichet = guichet,
                                 .statut = statut,
                                 .appel = "NA-2024",
                                 .numero = std::string{"NA-2024-"} + id,
                                 .porteur = std::string{"Association Étoile "} + id,
                                 .siret = "99999900600011",
                                 .essms = essms,
                                 .subvention = core::Money::euros(1000 * essms),
                                 .depose_le = depose_le,
                                 .change_le = depose_le});
}

// "a b c": the ids found, in their order.
std::string trouves(storage::Base& base, const access::Acteur& acteur, const Filtre& filtre) {
    const auto liste = base.read(
        [&](Reader& db) { return lister(db, *TableauTenu{}.a_jour(db), acteur, filtre); });
    std::string ids;
    for (const auto& fiche : liste.fiches) ids += (ids.empty() ? "" : " ") + fiche.dossier;
    return ids;
}

void peupler(storage::Base& base) {
    (void)base.write([](Writer& db) -> core::Result<void> {
        ajouter_une(db, "a", "75", Statut::depose, 1);
        ajouter_une(db, "b", "75", Statut::en_instruction, 2);
        ajouter_une(db, "c", "75", Statut::recevable, 3);
        ajouter_une(db, "d", "94", Statut::depose, 4);
        return {};
    });
}

}  // namespace

TEST_CASE("a desk has its own dossiers, the national desk reads all, a committee the receivable") {
    tests::sur_chaque_base([](tests::Scene& scene) {
        peupler(scene.base);
        CHECK(trouves(scene.base, bordeaux(), {}) == "c b a");
        CHECK(trouves(scene.base, bordeaux(), {.guichet = "94"}).empty());
        CHECK(trouves(scene.base, national, {}) == "d c b a");
        CHECK(trouves(scene.base, national, {.guichet = "94"}) == "d");
        CHECK(trouves(scene.base, comite, {}) == "c");
        CHECK(trouves(scene.base, tests::monde::porteur(), {}).empty());
    });
}

TEST_CASE("criteria, order and pages") {
    tests::sur_chaque_base([](tests::Scene& scene) {
        peupler(scene.base);
        const auto vu = [&](const Filtre& filtre) {
            return trouves(scene.base, bordeaux(), filtre);
        };
        CHECK(vu({.statut = Statut::depose}) == "a");
        CHECK(vu({.appel = "COR-2021"}).empty());
        CHECK(vu({.instructeur = "personne"}) == "c b a");
        CHECK(vu({.instructeur = "ars-75"}).empty());
        CHECK(vu({.mots = {"etoi"}}) == "c b a");
        CHECK(vu({.mots = {"toile"}}).empty());
        CHECK(vu({.mots = {"association", "b"}}) == "b");
        CHECK(vu({.finess = "339800005"}).empty());
        CHECK(vu({.essms_min = 2}) == "c b");
        CHECK(vu({.montant_min = core::Money::euros(3000)}) == "c");
        CHECK(vu({.depuis = core::Date::parse("2024-03-03").value()}) == "c b");
        CHECK(vu({.jusque = core::Date::parse("2024-03-02").value()}) == "a");
        for (const auto& [tri, nom] : names(Tri{})) {
            CAPTURE(nom);
            if (tri == Tri::echeance) continue;  // none has a term
            CHECK(vu({.tri = tri, .sens = Sens::croissant}) == "a b c");
            CHECK(vu({.tri = tri, .sens = Sens::decroissant}) == "c b a");
        }
        CHECK(vu({.page = 2, .taille = 2}) == "a");
        CHECK(vu({.page = 9, .taille = 2}) == "a");  // beyond the last: the last
        const auto liste = scene.base.read([&](Reader& db) {
            const Filtre filtre{.essms_min = 2, .taille = 1};
            return lister(db, *TableauTenu{}.a_jour(db), bordeaux(), filtre);
        });
        CHECK(liste.total == 2);
        CHECK(liste.pages == 2);
    });
}

TEST_CASE("counts by state are those of the lists") {
    tests::sur_chaque_base([](tests::Scene& scene) {
        peupler(scene.base);
        scene.base.read([&](Reader& db) {
            const auto tableau = TableauTenu{}.a_jour(db);
            const auto comptes = comptes_par_statut(*tableau, bordeaux());
            CHECK(comptes.at(Statut::depose) == 1);
            CHECK(comptes.size() == 3);
            CHECK(comptes_par_statut(*tableau, comite).size() == 1);
            CHECK(personnes_du_guichet(db, bordeaux()).front().compte == "ars-75");
            return true;
        });
    });
}

}  // namespace grappe::instruction
