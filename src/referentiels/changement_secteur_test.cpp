// Changes of sectors: dated, traced, never overwritten.
#include "referentiels/changement_secteur.hpp"

#include <doctest/doctest.h>

#include "referentiels/registre_de_test.hpp"

namespace grappe::referentiels {
namespace {

core::Date jour(const std::string& texte) { return *core::Date::parse(texte); }

const Categories& fichiers() {
    static const auto charges = std::move(charger_categories(racine + "/donnees")).value();
    return charges;
}

DemandeChangement demande() {
    return {.categorie = "219",
            .a_compter_du = jour("2024-03-01"),
            .secteur = Secteur::AHI,
            .eligibilite = Eligibilite::oui,
            .par = "A. Essai",
            .motif = "avis de l'agence",
            .maintenant = maintenant};
}

Categories au(storage::Base& base, const std::string& date) {
    return base.read([&](storage::Reader& db) {
        return categories_au(fichiers(), changements(db), jour(date));
    });
}

}  // namespace

TEST_CASE("a change counts from its date and keeps who, when, why and the old value") {
    avec_base([](storage::Base& base) {
        const auto fait = changer_secteur(base, fichiers(), demande());
        REQUIRE(fait);
        CHECK(fait->ancienne_eligibilite == Eligibilite::a_confirmer);
        CHECK(au(base, "2024-02-29").find("219")->eligibilite == Eligibilite::a_confirmer);
        CHECK(au(base, "2024-03-01").find("219")->eligibilite == Eligibilite::oui);

        auto retour = demande();
        retour.a_compter_du = jour("2024-06-01");
        retour.eligibilite = Eligibilite::non;
        retour.secteur.reset();
        const auto second = changer_secteur(base, fichiers(), retour);
        REQUIRE(second);
        CHECK(second->ancienne_eligibilite == Eligibilite::oui);
        CHECK(second->ancien_secteur == Secteur::AHI);
        CHECK(au(base, "2024-05-31").find("219")->eligibilite == Eligibilite::oui);
        CHECK(au(base, "2024-06-01").find("219")->eligibilite == Eligibilite::non);

        const auto lus = base.read([](storage::Reader& db) { return changements(db); });
        REQUIRE(lus.size() == 2);
        CHECK(lus[0].par == "A. Essai");
        CHECK(lus[0].motif == "avis de l'agence");
        CHECK(lus[0].fait_le == maintenant);
        CHECK(lus[1].numero == 2);
    });
}

TEST_CASE("a change without author, reason, sector, effect or known category is refused") {
    avec_base([](storage::Base& base) {
        const auto refus = [&](auto modifier) {
            auto fausse = demande();
            modifier(fausse);
            const auto reponse = changer_secteur(base, fichiers(), fausse);
            return reponse ? std::string{"fait"} : reponse.error().code;
        };
        CHECK(refus([](auto& d) { d.par.clear(); }) == "secteur.auteur_absent");
        CHECK(refus([](auto& d) { d.motif.clear(); }) == "secteur.motif_absent");
        CHECK(refus([](auto& d) { d.secteur.reset(); }) == "secteur.secteur_requis");
        CHECK(refus([](auto& d) { d.categorie = "999"; }) == "secteur.categorie_inconnue");
        CHECK(refus([](auto& d) { d.eligibilite = Eligibilite::a_confirmer; }) ==
              "secteur.sans_effet");
    });
}

TEST_CASE("a category that only the register knows can be given a sector") {
    avec_base([](storage::Base& base) {
        const DossierDEssai dossier;
        const auto fichier = dossier.ecrire("r.csv", fichier_csv({{"339991002", "X", "999"}}));
        REQUIRE(
            importer(base, territoires(),
                     {.fichier = fichier, .maintenant = maintenant, .date = jour("2024-01-01")}));
        auto nouvelle = demande();
        nouvelle.categorie = "999";
        REQUIRE(changer_secteur(base, fichiers(), nouvelle));
        CHECK(au(base, "2024-03-01").find("999")->secteur == Secteur::AHI);
    });
}

}  // namespace grappe::referentiels
