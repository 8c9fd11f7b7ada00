// The four shipped calls: they load, and say what the texts say.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

#include "portail/programme/appels_pour_tests.hpp"
#include "portail/programme/canonique.hpp"

namespace grappe::programme {
namespace {

using core::Money;
using rules::RegleId;
using Etat = RegleAppel::Etat;

const Appels& livres() {
    static const Appels lus = charger_appels({racine() / "appels"});
    return lus;
}

const Appel& appel(std::string_view id) {
    const auto* charge = livres().find(id);
    REQUIRE(charge != nullptr);
    return charge->versions.front().appel;
}

core::Instant instant(const char* texte) { return *core::Instant::parse(texte); }

const Fenetre& fenetre(const Appel& appel, std::string_view id) {
    for (const auto& candidate : *appel.fenetres)
        if (candidate.id == id) return candidate;
    FAIL("no such window");
    return appel.fenetres->front();
}

}  // namespace

TEST_CASE("the four shipped calls load without a fault") {
    for (const auto& defaut : livres().defauts) FAIL_CHECK(phrase(defaut, phrases()));
    CHECK(livres().ids() == "COR-2021, IDF-2023, KIT-2024, NA-2024");
    for (const auto& charge : livres().tous) CHECK(charge.versions.size() == 1);
}

TEST_CASE("midnight is the end of the named day in Paris") {
    const auto& premiere = fenetre(appel("NA-2024"), "1");
    CHECK(premiere.ouvre_le == instant("2024-01-15T00:00:00+01:00"));
    CHECK(premiere.ferme_le == instant("2024-05-25T00:00:00+02:00"));
    const auto& seconde = fenetre(appel("NA-2024"), "2");
    CHECK(seconde.ouvre_le == premiere.ferme_le);
    CHECK(seconde.ferme_le == instant("2024-09-16T00:00:00+02:00"));
    CHECK(seconde.portees == std::vector{Portee::regional});
    const auto& multi = appel("NA-2024").fenetres->at(1);
    CHECK(multi.id == "1");
    CHECK(multi.portees == std::vector{Portee::multi_regional});
    CHECK(multi.regle == RegleId::cal_03);
    CHECK(multi.ferme_le == premiere.ferme_le);
}

TEST_CASE("the Île-de-France windows tolerate a deposit from 15/01/2023") {
    const auto& idf = appel("IDF-2023");
    CHECK(fenetre(idf, "1").tolere_des == instant("2023-01-15T00:00:00+01:00"));
    CHECK(fenetre(idf, "1").ouvre_le == instant("2023-01-31T00:00:00+01:00"));
    CHECK(fenetre(idf, "2").ferme_le == instant("2023-09-16T00:00:00+02:00"));
    CHECK(idf.fenetres->at(2).ferme_le == instant("2023-06-16T00:00:00+02:00"));
    CHECK(fenetre(idf, "national").ouvre_le == instant("2023-02-15T00:00:00+01:00"));
}

TEST_CASE("amounts of 2023 and 2024 are those of the grid, by tier") {
    for (const auto* id : {"IDF-2023", "NA-2024"}) {
        CAPTURE(id);
        const auto& acquisition = appel(id).acquisition->paliers;
        REQUIRE(acquisition.size() == 2);
        CHECK(acquisition[0].jusqu_au_rang == 49);
        CHECK(acquisition[0].usage == Money::euros(7'000));
        CHECK(acquisition[0].equipement == Money::euros(14'000));
        CHECK(acquisition[1].usage == Money::euros(2'000));
        CHECK(acquisition[1].equipement == Money::euros(3'000));
        const auto& montee = appel(id).montee_de_version->paliers;
        REQUIRE(montee.size() == 2);
        CHECK(montee[0].usage == Money::euros(5'000));
        CHECK(montee[1].usage == Money::euros(2'000));
        CHECK(montee[0].equipement == Money{});
    }
}

TEST_CASE(
    "the envelope of 2024 holds 329 acquisitions and 33 euros, 80 % of 2023 is a first half") {
    const auto& na = appel("NA-2024");
    const auto& premier = na.acquisition->paliers[0];
    const auto une = premier.usage + premier.equipement;
    CHECK(*na.enveloppe == une * 329 + Money::euros(33));
    CHECK(*na.enveloppe < une * 330);
    const auto premiere = core::share_rounded_down(*appel("IDF-2023").enveloppe, {80, 100});
    CHECK(premiere.text() == "8275844.80");
    CHECK((*appel("IDF-2023").enveloppe - premiere).text() == "2068961.20");
}

TEST_CASE("specific aid is a maximum with a ceiling in 2024, a flat without one before") {
    const auto& na = appel("NA-2024");
    CHECK(na.materiel->mode == ModeAide::maximum);
    CHECK(na.materiel->par_essms == Money::euros(10'000));
    CHECK(na.amoa->par_projet == Money::euros(100'000));
    CHECK(*na.plafond_specifique == core::Rate{15, 100});
    CHECK(*na.part_avance == core::Rate{1, 2});
    const auto& idf = appel("IDF-2023");
    CHECK(idf.materiel->mode == ModeAide::forfait);
    CHECK(idf.materiel->par_essms == Money::euros(20'000));
    CHECK(!idf.plafond_specifique.definie());
    CHECK(!idf.petit_organisme->corse_outre_mer);
}

TEST_CASE("the call of Corse has an unsplit grid, a cap of 30 upgrades and no window") {
    const auto& corse = appel("COR-2021");
    REQUIRE(corse.acquisition->paliers.size() == 1);
    CHECK(corse.acquisition->paliers[0].equipement == Money::euros(25'000));
    CHECK(corse.acquisition->paliers[0].usage == Money{});
    CHECK(corse.montee_de_version->plafond_essms == 30);
    CHECK(corse.montee_de_version->paliers[0].equipement == Money::euros(10'000));
    CHECK(corse.amoa->par_projet == Money::euros(115'000));
    CHECK(!corse.fenetres.definie());
    CHECK(!corse.convention_rang);
    REQUIRE(corse.routage->size() == 2);
    CHECK((*corse.routage)[1].niveau == Niveau::non_defini);
}

TEST_CASE("the kit gives no amounts, no region and no window") {
    const auto& kit = appel("KIT-2024");
    CHECK(!kit.donne_des_montants());
    CHECK(!kit.region);
    CHECK(!kit.fenetres.definie());
    CHECK(kit.suffixes->size() == 8);
    CHECK(!kit.convention_rang);
}

TEST_CASE("each call reads the balance as the catalogue proposes, and shows that it does") {
    for (const auto* id : {"COR-2021", "IDF-2023", "KIT-2024", "NA-2024"}) {
        CAPTURE(id);
        const auto& un = appel(id);
        CHECK(un.niveau_des_cibles == NiveauDesCibles::agrege_avec_la_liste_des_essms);
        CHECK(un.cibles_partiellement_atteintes ==
              CiblesPartielles::tout_ou_rien_sous_appreciation);
        CHECK(un.avance_si_echec == AvanceSiEchec::non_defini);
        CHECK(un.depenses_sous_le_forfait == DepensesSousLeForfait::aide_specifique_seule_limitee);
        for (const auto* question : {"AMB-21", "AMB-24", "AMB-25", "AMB-26"})
            CHECK(std::ranges::count(un.options, question, &OptionOuverte::question) == 1);
    }
}

TEST_CASE("the new-operation rules apply to both calls of 2024 with the text that states them") {
    for (const auto* id : {"KIT-2024", "NA-2024"}) {
        CAPTURE(id);
        CHECK(appel(id).regle(RegleId::elig_07).etat == Etat::appliquee);
        CHECK(appel(id).regle(RegleId::elig_07).source.document == "Kit 1 du candidat, SESAN");
        CHECK(appel(id).regle(RegleId::elig_08).source.document ==
              "AAP ESMS numérique 2024, ARS Nouvelle-Aquitaine");
        CHECK(appel(id).regle(RegleId::elig_08).couche == "Instruction 2024");
        CHECK(appel(id).mom_au_plus_tot->text() == "2023-01-16");
        CHECK(appel(id).va_au_plus_tot->text() == "2023-03-31");
    }
    CHECK(appel("COR-2021").regle(RegleId::elig_07).etat == Etat::sans_objet);
    CHECK(appel("COR-2021").regle(RegleId::elig_08).etat == Etat::sans_objet);
    CHECK(appel("IDF-2023").regle(RegleId::elig_07).etat == Etat::non_definie);
    CHECK(appel("IDF-2023").regle(RegleId::elig_08).etat == Etat::non_definie);
}

TEST_CASE("no rule of Nouvelle-Aquitaine is left undefined: a dossier can be receivable") {
    for (const auto& regle : appel("NA-2024").regles) CHECK(regle.etat != Etat::non_definie);
}

TEST_CASE("AHI and PJM are to appreciate in Île-de-France") {
    for (const auto& secteur : *appel("IDF-2023").secteurs) {
        const bool hors_liste = secteur.secteur == "AHI" || secteur.secteur == "PJM";
        CHECK((secteur.traitement == TraitementSecteur::a_apprecier) == hors_liste);
    }
}

TEST_CASE("every value of every call has a source, and every rule too") {
    for (const auto& charge : livres().tous) {
        const auto& lu = charge.versions.front().appel;
        CAPTURE(lu.id);
        for (const auto& regle : lu.regles) CHECK(!regle.source.document.empty());
        for (const auto& ligne : lu.valeurs) {
            CAPTURE(ligne.chemin);
            const bool entete =
                ligne.chemin.find('.') == std::string::npos && ligne.source.document.empty();
            CHECK((!ligne.source.document.empty() || entete));
        }
        CHECK(lu.empreinte.size() == 7 + 64);
    }
}

TEST_CASE("each tier of a trace leads to its value and source") {
    const auto* ligne = valeur(appel("NA-2024"), "bareme.acquisition.2.equipement");
    REQUIRE(ligne != nullptr);
    CHECK(ligne->texte == "3000.00");
    CHECK(ligne->source.section == "§4.4.2-2");
    CHECK(ligne->couche == "AAP Nouvelle-Aquitaine 2024");
    CHECK(valeur(appel("NA-2024"), "bareme.acquisition") != nullptr);
    CHECK(valeur(appel("NA-2024"), "bareme.inconnu") == nullptr);
}

TEST_CASE("every day from the first call to the end of the last resolves or says it does not") {
    const auto& paris = core::paris();
    int couverts = 0;
    for (auto jour = *core::Date::parse("2021-06-25"); jour <= *core::Date::parse("2024-12-31");
         jour = jour.plus_days(1)) {
        const auto midi = paris.at(jour, 12, 0);
        for (const auto& charge : livres().tous) {
            const auto& validite = charge.versions.front().appel.validite;
            const bool dedans = *validite.du <= jour && jour <= *validite.jusqu_au;
            REQUIRE((charge.au(midi) != nullptr) == dedans);
            CHECK(charge.applicable(midi).id == charge.id);
            couverts += dedans ? 1 : 0;
        }
    }
    CHECK(couverts == 190 + 351 + 335 + 352);
}

}  // namespace grappe::programme
