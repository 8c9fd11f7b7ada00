// Each change of a project, each refusal, and the two versions beside one another.
#include "portail/convention/projet_change.hpp"

#include <doctest/doctest.h>

namespace grappe::convention {
namespace {

using Genre = GenreDeChangement;

dossier::Dossier projet() {
    dossier::Dossier projet{.depose_le = core::Instant::parse("2024-03-01T12:00:00Z").value(),
                            .porteur = {.siret = core::Siret::parse("99999900600011").value()}};
    for (const auto* numero : {"330000019", "330000027"})
        projet.essms.push_back({.finess_et = core::Finess::parse(numero).value(),
                                .regime = programme::Regime::acquisition});
    projet.essms.front().heures =
        dossier::Heures{.annee = 2023, .total = 480'000, .apa = 1, .pch = 1, .autres = 1};
    return projet;
}

ProjetChange change(std::vector<Changement> demandes) {
    std::vector<Demande> toutes;
    for (auto& une : demandes) toutes.push_back({std::move(une), toutes.size()});
    return changer(projet(), toutes);
}

std::string faute(std::vector<Changement> demandes) {
    std::string codes;
    for (const auto& une : change(std::move(demandes)).fautes)
        codes += std::to_string(une.rang) + " " + une.code + "\n";
    return codes;
}

}  // namespace

TEST_CASE("an establishment leaves, another joins, facts are corrected") {
    const auto fait = change({{Genre::retrait, "330000019"},
                              {Genre::ajout, "330000035", "montee_de_version"},
                              {Genre::regime, "330000027", "montee_de_version"},
                              {Genre::devis_materiel, "330000027", "6200.00"},
                              {Genre::eligible_sons, "330000027", "oui"},
                              {Genre::devis_amoa, "", "84000.00"},
                              {Genre::fin_deploiement, "", "2026-03-31"}});
    REQUIRE(fait.fautes.empty());
    REQUIRE(fait.projet.essms.size() == 2);
    CHECK(fait.projet.essms[0].finess_et.text() == "330000027");
    CHECK(fait.projet.essms[0].regime == programme::Regime::montee_de_version);
    CHECK(*fait.projet.essms[0].devis_materiel == Money::euros(6200));
    CHECK(*fait.projet.essms[0].eligible_sons);
    CHECK(fait.projet.essms[1].finess_et.text() == "330000035");
    CHECK(*fait.projet.devis_amoa == Money::euros(84'000));
    CHECK(fait.fin_deploiement->text() == "2026-03-31");
}

TEST_CASE("a legal entity says how many establishments it manages, known or not") {
    const auto fait = change({{Genre::essms_geres, "330000001", "7"}});
    REQUIRE(fait.fautes.empty());
    REQUIRE(fait.projet.organismes.size() == 1);
    CHECK(fait.projet.organismes[0].finess_ej.text() == "330000001");
    CHECK(*fait.projet.organismes[0].essms_geres == 7);
    const auto encore = changer(fait.projet, {{{Genre::essms_geres, "330000001", "20"}, 0}});
    REQUIRE(encore.projet.organismes.size() == 1);
    CHECK(*encore.projet.organismes[0].essms_geres == 20);
    CHECK(faute({{Genre::essms_geres, "33", "7"}}) == "0 avenant.entite\n");
    for (const auto* valeur : {"", "0", "-1", "1.5", "sept"})
        CHECK(faute({{Genre::essms_geres, "330000001", valeur}}) == "0 avenant.geres\n");
}

TEST_CASE("hours are corrected where they were declared, a quote is taken away by nothing") {
    const auto fait = change({{Genre::heures_total, "330000019", "5000.50"},
                              {Genre::heures_apa, "330000019", "100"},
                              {Genre::heures_pch, "330000019", "200"},
                              {Genre::heures_autres, "330000019", "300"},
                              {Genre::devis_materiel, "330000019"}});
    REQUIRE(fait.fautes.empty());
    const auto& heures = *fait.projet.essms[0].heures;
    CHECK(*heures.total == 500'050);
    CHECK(*heures.apa + *heures.pch + *heures.autres == 60'000);
    CHECK(*heures.annee == 2023);
    CHECK(fait.projet.essms[0].devis_materiel.est_nulle());
}

TEST_CASE("hours that nobody declared are said whole, in whatever order, for the year before") {
    const auto fait = change({{Genre::ajout, "330000035", "acquisition"},
                              {Genre::heures_autres, "330000035", "0"},
                              {Genre::heures_apa, "330000035", "300.50"},
                              {Genre::heures_pch, "330000035", "0"},
                              {Genre::heures_total, "330000035", "1000"}});
    REQUIRE(fait.fautes.empty());
    const auto& heures = *fait.projet.essms.back().heures;
    CHECK(*heures.annee == 2023);
    CHECK((*heures.total == 100'000 && *heures.apa == 30'050));
    CHECK((*heures.pch == 0 && *heures.autres == 0));
    // A part that is left out is not a part of none.
    CHECK(faute({{Genre::heures_total, "330000027", "1000"},
                 {Genre::heures_apa, "330000027", "300"}}) == "0 avenant.heures_incompletes\n");
    CHECK(faute({{Genre::heures_apa, "330000027", "300"}, {Genre::retrait, "330000027"}}) ==
          "0 avenant.finess_inconnu\n");
}

TEST_CASE("every change that cannot be made is told, at its place") {
    CHECK(faute({{Genre::retrait, "330000043"},
                 {Genre::ajout, "33000", "acquisition"},
                 {Genre::ajout, "330000019", "acquisition"},
                 {Genre::ajout, "330000035", "location"},
                 {Genre::regime, "330000027", ""},
                 {Genre::eligible_sons, "330000027", "peut-être"},
                 {Genre::devis_materiel, "330000027", "mille"},
                 {Genre::heures_apa, "330000027", "12"},
                 {Genre::heures_total, "330000019", "douze"},
                 {Genre::devis_amoa, "", "mille"},
                 {Genre::fin_deploiement, "", "2026-02-30"},
                 {Genre::fin_deploiement, "", "2026-03-31"}}) ==
          "0 avenant.finess_inconnu\n1 avenant.finess\n2 avenant.finess_deja\n3 avenant.regime\n"
          "4 avenant.regime\n5 avenant.oui_non\n6 avenant.montant\n7 avenant.sans_heures\n"
          "8 avenant.heures\n9 avenant.montant\n10 avenant.date\n11 avenant.deux_fois\n");
    CHECK(faute({{Genre::retrait, "330000019"}, {Genre::retrait, "330000027"}}) ==
          "1 avenant.aucun_essms\n");
}

TEST_CASE("a legal entity that leaves is every establishment of its own") {
    const auto depose = projet();
    dossier::DossierResolu resolu{.saisi = &depose, .essms = {}, .doublons = {}};
    for (const auto& un : depose.essms)
        resolu.essms.push_back({.ligne = 0,
                                .saisi = &un,
                                .fiche = nullptr,
                                .numero_d_entite_juridique = false,
                                .finess_ej = "330000001",
                                .categorie = {},
                                .secteur = {},
                                .departement = {},
                                .region = {},
                                .corse_ou_outre_mer = false});
    const auto toutes = developper({{Genre::fin_deploiement, "", "2026-03-31"},
                                    {Genre::retrait, "330000001"},
                                    {Genre::retrait, "330000019"}},
                                   resolu);
    REQUIRE(toutes.size() == 4);
    CHECK(toutes[1].changement.finess == "330000019");
    CHECK(toutes[2].changement.finess == "330000027");
    CHECK((toutes[1].rang == 1 && toutes[2].rang == 1 && toutes[3].rang == 2));
}

TEST_CASE("two versions beside one another: who leaves, who joins, what changes") {
    const auto accorde = [](std::vector<std::pair<const char*, int>> lignes) {
        solde::Accorde sortie;
        for (const auto& [finess, euros] : lignes)
            sortie.lignes.push_back({.finess_et = finess, .aides = {.usage = Money::euros(euros)}});
        return sortie;
    };
    const auto vus = ecarts(accorde({{"a", 7000}, {"b", 7000}, {"c", 7000}}),
                            accorde({{"d", 5000}, {"c", 5000}, {"a", 7000}}));
    REQUIRE(vus.size() == 4);
    CHECK_FALSE(vus[0].change());
    CHECK((vus[1].finess_et == "b" && !vus[1].apres));
    CHECK((vus[2].avant == Money::euros(7000) && vus[2].apres == Money::euros(5000)));
    CHECK((vus[3].finess_et == "d" && !vus[3].avant));
}

}  // namespace grappe::convention
