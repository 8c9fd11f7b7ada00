// A dossier beside the register: given facts win, the register fills, the first line wins.
#include "portail/dossier/resolution.hpp"

#include <doctest/doctest.h>

#include "portail/dossier/territoires_pour_tests.hpp"
#include "referentiels/etablissement_pour_tests.hpp"

namespace grappe::dossier {
using referentiels::Secteur;

namespace {

referentiels::Categories categories() {
    const auto categorie = [](std::string code, referentiels::Eligibilite eligibilite,
                              std::optional<Secteur> secteur) {
        return referentiels::Categorie{code, "", eligibilite, secteur, {}, "", "", ""};
    };
    return referentiels::Categories{
        {{"500", categorie("500", referentiels::Eligibilite::oui, Secteur::PA)},
         {"355", categorie("355", referentiels::Eligibilite::non, std::nullopt)}}};
}

Essms essms(const char* finess) {
    return {.finess_et = *core::Finess::parse(finess), .regime = programme::Regime::acquisition};
}

struct Monde {
    referentiels::Territoires territoires = territoires_pour_tests();
    referentiels::Categories table = categories();
    FichesRegistre fiches{
        .date_du_registre = *core::Date::parse("2021-01-08"),
        .par_finess_et = {{"330012345", referentiels::etablissement_pour_tests("330012345")}},
        .entites_juridiques = {"330780081"}};
    Dossier dossier{.depose_le = core::Instant::of({}),
                    .porteur = {.siret = *core::Siret::parse("35600000000048")}};

    DossierResolu resoudre() const {
        return dossier::resoudre(dossier, fiches, {territoires, table});
    }
};

}  // namespace

TEST_CASE("the register fills what the dossier leaves out") {
    Monde monde;
    monde.dossier.essms = {essms("330012345")};
    const auto resolu = monde.resoudre();
    const auto& seul = resolu.essms.at(0);
    REQUIRE(seul.fiche);
    CHECK(seul.fiche->raison_sociale == "EHPAD LES ESSAIS");
    CHECK(seul.finess_ej == "330780081");
    CHECK(seul.categorie == "500");
    CHECK(seul.secteur == Secteur::PA);
    CHECK(seul.departement == "33");
    CHECK(seul.region == "75");
    CHECK_FALSE(seul.corse_ou_outre_mer);
    CHECK_FALSE(seul.numero_d_entite_juridique);
    CHECK(resolu.source_registre == rules::Source{"FINESS", "registre au 2021-01-08"});
}

TEST_CASE("what the dossier gives is used, and its department gives the region") {
    Monde monde;
    auto donne = essms("330012345");
    donne.finess_ej = *core::Finess::parse("750000001");
    donne.categorie = "355";
    donne.secteur = Secteur::PH;
    donne.departement = "2A";
    monde.dossier.essms = {donne};
    const auto resolu = monde.resoudre();
    const auto& seul = resolu.essms.at(0);
    CHECK(seul.finess_ej == "750000001");
    CHECK(seul.categorie == "355");
    CHECK(seul.secteur == Secteur::PH);
    CHECK(seul.departement == "2A");
    CHECK(seul.region == "94");
    CHECK(seul.corse_ou_outre_mer);
}

TEST_CASE("an unknown number has no fact, the number of a legal entity is told apart") {
    Monde monde;
    monde.dossier.essms = {essms("330099999"), essms("330780081")};
    const auto resolu = monde.resoudre();
    CHECK(resolu.essms.at(0).fiche == nullptr);
    CHECK(resolu.essms.at(0).region.empty());
    CHECK_FALSE(resolu.essms.at(0).secteur);
    CHECK_FALSE(resolu.essms.at(0).numero_d_entite_juridique);
    CHECK(resolu.essms.at(1).numero_d_entite_juridique);
}

TEST_CASE("a repeated number counts once and the first line wins") {
    Monde monde;
    auto second = essms("330012345");
    second.regime = programme::Regime::montee_de_version;
    monde.dossier.essms = {essms("330099999"), essms("330012345"), second, second};
    const auto resolu = monde.resoudre();
    REQUIRE(resolu.essms.size() == 2);
    CHECK(resolu.essms[1].ligne == 1);
    CHECK(resolu.essms[1].saisi->regime == programme::Regime::acquisition);
    REQUIRE(resolu.doublons.size() == 2);
    CHECK(resolu.doublons[1].premiere_ligne == 1);
    CHECK(resolu.doublons[1].ligne == 3);
}

TEST_CASE("a category that the table does not know takes the sector of its aggregate") {
    Monde monde;
    auto nouvelle = referentiels::etablissement_pour_tests("330012345");
    nouvelle.categorie = "999";
    nouvelle.agregat = "4102";
    monde.fiches.par_finess_et.insert_or_assign("330012345", nouvelle);
    monde.dossier.essms = {essms("330012345")};
    CHECK(monde.resoudre().essms.at(0).secteur == Secteur::PH);
    monde.dossier.essms[0].categorie = "998";
    CHECK_FALSE(monde.resoudre().essms.at(0).secteur);
}

}  // namespace grappe::dossier
