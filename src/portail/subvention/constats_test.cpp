// Findings that no worked example covers: hours, scale, mixed grappes, silent calls.
#include <doctest/doctest.h>

#include "portail/subvention/grappe_pour_tests.hpp"

namespace grappe::subvention {

using programme::Regime;
using programme::RegleAppel;
using rules::Issue;
using rules::RegleId;

namespace {

struct HeuresJugees {
    Issue issue;
    std::string forfait;
};

HeuresJugees juger(const dossier::Donnee<dossier::Heures>& heures, const char* categorie) {
    Grappe grappe{na_2024()};
    auto& membre = grappe.ajouter(Regime::acquisition);
    membre.categorie = categorie;
    membre.saisi.heures = heures;
    const auto calcul = grappe.calculer();
    return {constat_de(calcul, RegleId::fin_09).issue, total(calcul)};
}

dossier::Heures annee(int annee) {
    auto heures = Grappe::heures(1, 2);
    heures.annee = annee;
    return heures;
}

RegleAppel& regle(Grappe& grappe, RegleId voulue) {
    return grappe.appel.regles[static_cast<std::size_t>(voulue)];
}

}  // namespace

TEST_CASE("hours of a SAAD: known, missing, impossible, of another year, of another category") {
    auto sans_total = Grappe::heures(1, 2);
    sans_total.total = {};
    auto sans_apa = Grappe::heures(1, 2);
    sans_apa.apa = {};
    auto apa_nulle = Grappe::heures(1, 2);
    apa_nulle.apa = dossier::Donnee<std::int64_t>::nulle();
    apa_nulle.pch = 100;
    auto sans_annee = Grappe::heures(1, 2);
    sans_annee.annee = {};
    struct Cas {
        const char* nom;
        dossier::Donnee<dossier::Heures> heures;
        const char* categorie;
        Issue issue;
        const char* forfait;
    };
    const Cas cas[] = {
        {"half", Grappe::heures(1, 2), "460", Issue::conforme, "10500.00"},
        {"the other category", Grappe::heures(1, 2), "209", Issue::conforme, "10500.00"},
        {"all", Grappe::heures(2, 2), "460", Issue::conforme, "21000.00"},
        {"none financed", Grappe::heures(0, 2), "460", Issue::conforme, "0.00"},
        {"none is a number", apa_nulle, "460", Issue::conforme, "10500.00"},
        {"absent", {}, "460", Issue::manque, "0.00"},
        {"total absent", sans_total, "460", Issue::manque, "0.00"},
        {"a part absent", sans_apa, "460", Issue::manque, "0.00"},
        {"total zero", Grappe::heures(0, 0), "460", Issue::non_defini, "0.00"},
        {"parts above total", Grappe::heures(3, 2), "460", Issue::non_defini, "0.00"},
        {"year before", annee(2022), "460", Issue::alerte, "10500.00"},
        {"year of the deposit", annee(2024), "460", Issue::alerte, "10500.00"},
        {"year absent", sans_annee, "460", Issue::manque, "10500.00"},
        {"not a SAAD", Grappe::heures(1, 2), "500", Issue::alerte, "21000.00"},
        {"not a SAAD, no hours", {}, "500", Issue::sans_objet, "21000.00"},
    };
    for (const auto& c : cas) {
        CAPTURE(c.nom);
        const auto juge = juger(c.heures, c.categorie);
        CHECK(juge.issue == c.issue);
        CHECK(juge.forfait == c.forfait);
    }
}

TEST_CASE("the year of the hours follows the deposit as dated in Paris") {
    Grappe grappe{na_2024()};
    grappe.saad(Regime::acquisition, 1, 2);
    grappe.dossier.depose_le = *core::Instant::parse("2023-12-31T23:30:00Z");  // 2024 in Paris
    CHECK(constat_de(grappe.calculer(), RegleId::fin_09).issue == Issue::conforme);
    grappe.dossier.depose_le = *core::Instant::parse("2023-12-31T22:30:00Z");
    CHECK(constat_de(grappe.calculer(), RegleId::fin_09).issue == Issue::alerte);
}

TEST_CASE("missing hours show what the full flat would give") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(1).ajouter(Regime::acquisition).categorie = "460";
    const auto calcul = grappe.calculer();
    CHECK(total(calcul) == "21000.00");
    REQUIRE(variante(calcul, "heures_manquantes", "forfait_plein"));
    CHECK(variante(calcul, "heures_manquantes", "forfait_plein")->total.text() == "42000.00");
    CHECK(variante(calcul, "heures_manquantes", "forfait_nul")->total.text() == "21000.00");
}

TEST_CASE("an excluded establishment keeps its own finding and has no line") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(1).ajouter(Regime::acquisition).categorie = "460";
    grappe.exclus = {1};
    const auto calcul = grappe.calculer();
    CHECK(calcul.lignes.size() == 1);
    CHECK(constat_de(calcul, RegleId::fin_09).objet.rang == 1);
    CHECK(variante(calcul, "heures_manquantes", "forfait_plein") == nullptr);
}

TEST_CASE("a mixed grappe is undefined by the text, with the range of its readings") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(30);
    CHECK(constat_de(grappe.calculer(), RegleId::fin_16).issue == Issue::sans_objet);
    grappe.versions(30);
    const auto calcul = grappe.calculer();
    const auto& mixte = constat_de(calcul, RegleId::fin_16);
    CHECK(mixte.issue == Issue::non_defini);
    CHECK(mixte.phrase == "subvention.fin16.par_regime");
    CHECK(std::get<core::Money>(mixte.faits[2].valeur).text() == "604000.00");
    CHECK(std::get<core::Money>(mixte.faits[3].valeur).text() == "780000.00");
}

TEST_CASE("readings that agree are said to agree, and stay undefined") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(10).versions(20);
    const auto& mixte = constat_de(grappe.calculer(), RegleId::fin_16);
    CHECK(mixte.issue == Issue::non_defini);
    CHECK(mixte.phrase == "subvention.fin16.sans_effet");
}

TEST_CASE("a call whose text settles the ranks has no open reading") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(30).versions(30);
    programme::OptionOuverte option;
    option.nom = "convention_rang";
    option.choisie = "par_regime";
    option.possibles = {"par_regime"};
    grappe.appel.options.push_back(option);
    const auto calcul = grappe.calculer();
    CHECK(constat_de(calcul, RegleId::fin_16).issue == Issue::conforme);
    CHECK(variante(calcul, "convention_rang", "par_regime") != nullptr);
    CHECK(variante(calcul, "convention_rang", "commun_au_prorata") == nullptr);
}

TEST_CASE("each open choice lists each of its values, equal totals included") {
    Grappe grappe{na_2024()};
    const auto calcul = grappe.acquisitions(3).calculer();
    std::vector<std::string> lues;
    for (const auto& v : calcul.variantes) {
        lues.push_back(std::string{v.choix} + "=" + std::string{v.valeur});
        CHECK(v.total.text() == "63000.00");
    }
    CHECK(lues == std::vector<std::string>{
                      "convention_rang=par_regime", "convention_rang=commun_acquisitions_dabord",
                      "convention_rang=commun_versions_dabord",
                      "convention_rang=commun_ordre_liste", "convention_rang=commun_au_prorata",
                      "assiette_plafond=total_avec_specifique", "assiette_plafond=forfaits_seuls",
                      "ordre_rang=liste", "ordre_rang=plus_favorable", "ordre_rang=moyenne",
                      "extension=redemarre", "extension=cumule", "seuil_territoire=tous",
                      "seuil_territoire=porteur", "seuil_territoire=un_seul"});
    Grappe corse{cor_2021()};
    CHECK(corse.acquisitions(3).calculer().variantes.empty());
}

TEST_CASE("the grid of a slide is appraised; a silent rule is undefined when it is met") {
    Grappe grappe{cor_2021()};
    regle(grappe, RegleId::fin_01).etat = RegleAppel::Etat::sans_objet;
    regle(grappe, RegleId::fin_11).etat = RegleAppel::Etat::non_definie;
    grappe.acquisitions(3);
    auto calcul = grappe.calculer();
    CHECK(constat_de(calcul, RegleId::fin_14).issue == Issue::a_apprecier);
    CHECK(constat_de(calcul, RegleId::fin_01).issue == Issue::sans_objet);
    CHECK(constat_de(calcul, RegleId::fin_11).issue == Issue::sans_objet);
    grappe.devis("10.00", "0");
    calcul = grappe.calculer();
    CHECK(constat_de(calcul, RegleId::fin_11).issue == Issue::sans_objet);
    grappe.appel.materiel.valeur->mode = programme::ModeAide::maximum;
    calcul = grappe.calculer();
    CHECK(constat_de(calcul, RegleId::fin_11).issue == Issue::non_defini);
    grappe.dossier.porteur.recupere_tva = {};
    calcul = grappe.calculer();
    CHECK(constat_de(calcul, RegleId::fin_11).issue == Issue::manque);
    CHECK(calcul.avance == core::Money{});
    CHECK(calcul.solde == calcul.total);
}

TEST_CASE("a regime without amounts is told, the other one is computed") {
    Grappe grappe{na_2024()};
    grappe.appel.montee_de_version.valeur.reset();
    const auto calcul = grappe.acquisitions(1).versions(1).calculer();
    CHECK(total(calcul) == "21000.00");
    CHECK(constat_de(calcul, RegleId::fin_02).issue == Issue::non_defini);
}

TEST_CASE("a call without amounts has no subsidy, and says so for each rule") {
    Grappe grappe{appel_vide()};
    grappe.acquisitions(3);
    CHECK_FALSE(grappe.calculer_ou_rien().has_value());
    const auto constats = constats_sans_montants(grappe.appel);
    CHECK(constats.front().regle == RegleId::grp_09);
    CHECK(constats.back().regle == RegleId::fin_17);
    CHECK(constats.size() == 19);
    CHECK(constats[2].issue == Issue::non_defini);
    CHECK(constats[2].phrase == "subvention.sans_montants");
}

TEST_CASE("an extension that cumulates ranks asks how many are taken") {
    Grappe grappe{na_2024()};
    grappe.appel.extension = programme::RangExtension::cumule;
    grappe.acquisitions(3).dossier.nature = programme::Nature::extension;
    CHECK(constat_de(grappe.calculer(), RegleId::fin_05).issue == Issue::manque);
    grappe.dossier.nature = programme::Nature::nouveau;
    CHECK(constat_de(grappe.calculer(), RegleId::fin_05).issue == Issue::conforme);
}

TEST_CASE("nothing counted is worth nothing and breaks nothing") {
    Grappe grappe{na_2024()};
    grappe.dossier.devis_amoa = core::Money::euros(50'000);
    const auto calcul = grappe.calculer();
    CHECK(total(calcul) == "0.00");
    CHECK(calcul.lignes.empty());
    CHECK(constat_de(calcul, RegleId::fin_07).issue == Issue::sans_objet);
}

}  // namespace grappe::subvention
