// Somebody is admitted, leaves, comes back, dies: the fact that is counted and what is said beside
// it; every fault at once. On both engines.
#include "dui/sejour/vie.hpp"

#include <doctest/doctest.h>

#include "dui/element/elements_repository.hpp"
#include "dui/sejour/essai_pour_tests.hpp"

namespace grappe::sejour {
namespace {

using tests::cadre, tests::chef, tests::essayer, tests::issue, tests::le, tests::Monde;

Admission admission(int n, const char* entree = "2024-07-30") {
    return {.id = tests::id(n),
            .finess_et = element::tests::tilleuls(),
            .personne = "p1",
            .entree = entree,
            .modalite = "temporaire"};
}

std::string admet(Monde& monde, const Admission& voulue, const acces::Professionnel& qui = cadre) {
    const auto personne = monde.personne("p1");
    return issue(monde.base.write(
        [&](storage::Writer& db) { return admettre(db, monde.redacteur(qui), voulue, personne); }));
}

std::string sort(Monde& monde, const Sortie& voulue, const acces::Professionnel& qui = cadre) {
    return issue(monde.base.write(
        [&](storage::Writer& db) { return sortir(db, monde.redacteur(qui), voulue); }));
}

std::string meurt(Monde& monde, const char* jour, const acces::Professionnel& qui = cadre) {
    const auto personne = monde.personne("p1");
    return issue(monde.base.write([&](storage::Writer& db) {
        return dire_le_deces(db, monde.redacteur(qui), personne, {jour});
    }));
}

std::string reprend(Monde& monde, const Reprise& voulue, const acces::Professionnel& qui) {
    return issue(monde.base.write(
        [&](storage::Writer& db) { return reprendre(db, monde.redacteur(qui), voulue); }));
}

}  // namespace

TEST_CASE("the words of an admission: every fault at once") {
    const auto fautes = fautes_de({.id = {},
                                   .finess_et = element::tests::tilleuls(),
                                   .personne = "p1",
                                   .entree = "2024-08-02",
                                   .modalite = "ailleurs",
                                   .fin_prevue = "2024-13-01",
                                   .entretien = "2024-08-03",
                                   .motif = std::string(1'001, 'a')},
                                  le("2024-08-01"));
    CHECK(fautes == std::vector<Faute>{{"entree", "sejour.faute.entree_future"},
                                       {"modalite", "sejour.faute.modalite"},
                                       {"fin_prevue", "sejour.faute.jour"},
                                       {"entretien", "sejour.faute.entretien_apres"},
                                       {"motif", "sejour.faute.long"}});
}

TEST_CASE("every issue of an exit is taken but a death, which has its own act") {
    for (const auto& [mot, nom] : names(Issue{})) {
        CAPTURE(nom);
        const auto fautes = fautes_de({.sejour = "s",
                                       .vue = 0,
                                       .jour = "2024-07-31",
                                       .issue = std::string{nom},
                                       .motif = "Un motif."},
                                      le("2024-07-01"), le("2024-08-01"));
        CHECK(fautes.empty() == (mot != Issue::deces));
    }
    CHECK(fautes_de({.sejour = "s", .vue = 0, .jour = "", .issue = "autre"}, le("2024-07-01"),
                    le("2024-08-01")) ==
          std::vector<Faute>{{"jour", "sejour.faute.sortie"}, {"motif", "sejour.faute.motif"}});
    CHECK(fautes_de({.sejour = "s", .vue = 0, .jour = "2024-06-30", .issue = ""}, le("2024-07-01"),
                    le("2024-08-01")) == std::vector<Faute>{{"jour", "sejour.faute.sortie_avant"},
                                                            {"issue", "sejour.faute.issue"}});
}

TEST_CASE("what is said beside a stay is read as it was written") {
    const Suivi tout{.motif = "Répit \"familial\"",
                     .fin_prevue = le("2024-12-31"),
                     .entretien = le("2024-07-01"),
                     .notification = le("2024-06-01"),
                     .mesure = Reponse::oui,
                     .sans_sejour = Reponse::non,
                     .issue = Issue::hopital,
                     .motif_de_sortie = "Retour"};
    CHECK(suivi_lu(contenu_de(tout)) == tout);
    CHECK(suivi_lu(contenu_de({})) == Suivi{});
}

TEST_CASE("an admission is a stay that is counted, sent twice it is one") {
    essayer([](Monde& monde) {
        CHECK(admet(monde, admission(1)) == "fait");
        CHECK(admet(monde, admission(1)) == "fait");
        monde.base.read([&](storage::Reader& db) {
            const auto fait = dernier_fait(db, tests::id(1), fait::Type::sejour);
            REQUIRE(fait);
            CHECK(fait->etat == fait::Etat::temporaire);
            CHECK(!fait->fin);
            CHECK(element::versions_de(db, id_du_suivi(tests::id(1))).size() == 1);
        });
        CHECK(monde.personne("p1").sejours.size() == 2);
        CHECK(admet(monde, admission(2)) == "sejour.faute.deja");
        CHECK(admet(monde, {.id = "x",
                            .finess_et = element::tests::tilleuls(),
                            .personne = "p1",
                            .entree = "",
                            .modalite = ""}) == "sejour.id");
        auto ailleurs = cadre;
        ailleurs.etablissements = {"330000019"};
        CHECK(admet(monde, admission(3), ailleurs) == "dui.etablissement_interdit");
        CHECK(admet(monde, admission(3), tests::soignant) == "sejour.profession");
    });
}

TEST_CASE("an exit closes the stay; told by mistake, who leads takes it back with a reason") {
    essayer([](Monde& monde) {
        REQUIRE(admet(monde, admission(1)) == "fait");
        const Sortie voulue{
            .sejour = tests::id(1), .vue = 1, .jour = "2024-07-31", .issue = "domicile"};
        auto perimee = voulue;
        perimee.vue = 0;
        CHECK(sort(monde, perimee) == "element.version");
        CHECK_FALSE(monde.personne("p1").sejours.back().sortie);
        CHECK(sort(monde, voulue) == "fait");
        CHECK(monde.personne("p1").sejours.back().sortie == le("2024-07-31"));
        CHECK(sort(monde, voulue) == "sejour.deja_sorti");
        CHECK(admet(monde, admission(2, "2024-07-30")) == "sejour.faute.deja");
        CHECK(admet(monde, admission(2, "2024-07-31")) == "fait");
        const Reprise erreur{.sejour = tests::id(1), .vue = 2, .motif = "Erreur de personne."};
        CHECK(reprend(monde, erreur, cadre) == "sejour.reprise_par");
        CHECK(reprend(monde, {tests::id(1), 2, " "}, chef) == "sejour.faute.motif");
        CHECK(reprend(monde, erreur, chef) == "fait");
        CHECK(reprend(monde, erreur, chef) == "sejour.pas_sorti");
        CHECK(sort(monde, {.sejour = "inconnu", .vue = 0, .jour = "", .issue = ""}) ==
              "sejour.inconnu");
    });
}

TEST_CASE("a death closes every open stay, those that an import said too") {
    essayer([](Monde& monde) {
        REQUIRE(admet(monde, admission(1)) == "fait");
        CHECK(meurt(monde, "") == "sejour.faute.deces");
        CHECK(meurt(monde, "2024-08-02") == "sejour.faute.deces_futur");
        CHECK(meurt(monde, "2024-07-29") == "sejour.faute.deces_avant");
        CHECK(meurt(monde, "2024-07-31") == "fait");
        const auto personne = monde.personne("p1");
        CHECK(personne.deces == le("2024-07-31"));
        CHECK(personne.nom_de_naissance == "EXEMPLE");
        REQUIRE(personne.sejours.size() == 2);
        for (const auto& un : personne.sejours) CHECK(un.sortie == le("2024-07-31"));
        monde.base.read([&](storage::Reader& db) {
            CHECK(lire_le_suivi(db, "sejour-p1").suivi.issue == Issue::deces);
        });
        CHECK(meurt(monde, "2024-07-31") == "sejour.deces_connu");
        CHECK(admet(monde, admission(2, "2024-07-31")) == "sejour.faute.apres_deces");
        CHECK(reprend(monde, {tests::id(1), 2, "Erreur"}, chef) == "sejour.deces_connu");
    });
}

TEST_CASE("what deadlines run from is said when it is known, and nothing else is made up") {
    essayer([](Monde& monde) {
        REQUIRE(admet(monde, admission(1)) == "fait");
        const auto dit = [&](const Complement& un) {
            return issue(monde.base.write(
                [&](storage::Writer& db) { return completer(db, monde.redacteur(cadre), un); }));
        };
        CHECK(dit({tests::id(1), 1, "2024-07-01", "2024-07-31", "non", "peut-être", ""}) ==
              "sejour.faute.jour sejour.faute.reponse sejour.faute.fin_avant "
              "sejour.faute.entretien_apres");
        CHECK(dit({tests::id(1), 1, "2024-12-01", "2024-07-01", "", "oui", ""}) == "fait");
        CHECK(dit({tests::id(1), 1, "2024-12-01", "2024-07-01", "", "oui", ""}) == "fait");
        CHECK(dit({tests::id(1), 1, "", "", "", "", ""}) == "element.version");
        monde.base.read([&](storage::Reader& db) {
            const auto lu = lire_le_suivi(db, tests::id(1));
            CHECK(lu.version == 2);
            CHECK(lu.suivi.mesure == Reponse::oui);
            CHECK_FALSE(lu.suivi.sans_sejour);
        });
    });
}

}  // namespace grappe::sejour
