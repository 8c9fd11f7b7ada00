// FINESS+ documents: a true record, its traps, and hostile JSON.
#include <doctest/doctest.h>

#include "referentiels/lecture_essai.hpp"

namespace grappe::referentiels {
namespace {

using Textes = std::vector<std::string>;

// A document of one legal entity with one establishment, whose fields are completed.
std::string document(std::string_view infos, std::string_view reste, std::string_view adresse) {
    return R"({"generatedAt": "2026-10-02T02:07:13Z", "pmej": [{"ege": [{"informationsGeneralesEGE":
        {"numFinessEge": "850002163", "nomEgeCourt": "X", "dateOuverture": "1901-01-01")" +
           std::string{infos} + R"(}, "categorieentiteGeographiqueExercice": "500")" +
           std::string{reste} + R"(, "adresse": [{"cogCommune": "85029", "codePostal": "85230")" +
           std::string{adresse} + R"(}]}],
        "informationsGeneralesPMEJ": {"numFinessPm": "850000373"}}]})";
}

Etablissement seul(const std::string& texte) {
    const auto lu = lire_texte(texte);
    REQUIRE(lu.entete);
    REQUIRE(lu.etablissements.size() == 1);
    return lu.etablissements[0].second;
}

}  // namespace

TEST_CASE("the true record gives its two establishments, one of them closed") {
    const auto lu =
        lire_fichier("tests/donnees/finess/finess-plus-structures-echantillon-20261002.json");
    REQUIRE(lu.entete);
    CHECK(lu.entete->format == FormatFiness::finess_plus);
    CHECK(lu.entete->date->text() == "2026-10-02");
    CHECK(lu.rejets.empty());
    CHECK(lu.avertissements.empty());
    REQUIRE(lu.etablissements.size() == 2);
    const auto& [rang, ehpad] = lu.etablissements[0];
    CHECK(rang == 1);
    CHECK(ehpad.finess_et.text() == "850002163");
    CHECK(ehpad.finess_ej == "850000373");
    CHECK(ehpad.raison_sociale == "EHPAD LA REYNERIE");
    CHECK(ehpad.adresse == "RUE DU PAYS DE RETZ");
    CHECK(ehpad.code_postal == "85230");
    CHECK(ehpad.commune == "BOUIN");
    CHECK(ehpad.categorie == "500");
    CHECK(ehpad.siret == "26850025300011");
    CHECK(ehpad.departement == "85");
    CHECK(ehpad.region == "52");
    CHECK(ehpad.ouvert_le->text() == "1901-01-01");
    CHECK_FALSE(ehpad.ferme_le);
    CHECK(ehpad.latitude_e6 == 46'974'887);
    CHECK(ehpad.longitude_e6 == -1'993'633);
    const auto& usld = lu.etablissements[1].second;
    CHECK(usld.raison_sociale == "UNITE DE SOINS DE LONGUE DUREE - HOPITAL LOCAL DE BOUIN");
    CHECK(usld.ferme_le->text() == "2011-01-01");
}

TEST_CASE("the legal entity may come after its establishments") {
    CHECK(seul(document("", "", "")).finess_ej == "850000373");
}

TEST_CASE("coordinates are told apart by their values") {
    const std::string degres = R"("coordonneeX": "-1.993633", "coordonneeY": "46.974887")";
    const std::string plan = R"("coordonneeX": 320627.93, "coordonneeY": 6664741.45)";
    const std::string autre =
        R"("directionLongitude": "-1.993633", "directionLatitude": "46.974887")";
    for (const auto& point : {degres, plan, plan + ", " + autre}) {
        CAPTURE(point);
        const auto e = seul(document("", "", ", \"coordonneesGeographique\": {" + point + "}"));
        CHECK(e.latitude_e6 == 46'974'887);
        CHECK(e.longitude_e6 == -1'993'633);
    }
    CHECK_FALSE(seul(document("", "", ", \"coordonneesGeographique\": null")).latitude_e6);
}

TEST_CASE("an establishment is closed by its date or by its state") {
    CHECK(seul(document(R"(, "dateFermeture": "2020-02-03 00:00:00")", "", "")).ferme_le->text() ==
          "2020-02-03");
    CHECK(seul(document("", R"(, "etatObjet": "I", "dateDerniereMaj": "2011-03-16 00:00:00")", ""))
              .ferme_le->text() == "2011-03-16");
    CHECK(seul(document("", R"(, "etatObjet": "I")", "")).ferme_le->text() == "2026-10-02");
    CHECK_FALSE(seul(document("", R"(, "etatObjet": "A")", "")).ferme_le);
    const auto lu = lire_texte(document(R"(, "dateFermeture": "bientôt")", "", ""));
    CHECK(Essai::resume(lu.rejets) == Textes{"1 registre.ferme_sans_date bientôt"});
}

TEST_CASE("the site is preferred to the seat, and a street is put together when it must") {
    const auto e = seul(document("", "", R"(, "usageAdresse": "02"}, {"usageAdresse": "03",
        "cogCommune": "97123", "numeroVoie": "4", "complementVoie": "B", "typeVoie": "R",
        "libelleVoie": "DES \u00C9COLES", "lieuDit": "BOURG", "ligneAcheminement": "X CEDEX 1")"));
    CHECK(e.adresse == "4 B R DES ÉCOLES, BOURG");
    CHECK(e.departement == "971");
    CHECK(e.commune == "X");
}

TEST_CASE("a place of life has no address and no point") {
    auto texte = document("", "", R"(, "ligneQuatre": "SECRET",
        "coordonneesGeographique": {"coordonneeX": "-1.99", "coordonneeY": "46.97"})");
    texte.replace(texte.find("\"500\""), 5, "\"462\"");
    const auto e = seul(texte);
    CHECK(e.adresse.empty());
    CHECK(e.code_postal.empty());
    CHECK_FALSE(e.latitude_e6);
}

TEST_CASE("a wrong key is refused by the rank of the establishment") {
    auto texte = document("", "", "");
    texte.replace(texte.find("850002163"), 9, "850002164");
    const auto lu = lire_texte(texte);
    CHECK(Essai::resume(lu.rejets) == Textes{"1 registre.cle_fausse 850002164"});
    CHECK(lu.rejets[0].texte == "850002164 X");
}

TEST_CASE("broken or hostile JSON is refused") {
    const auto code = [](const std::string& texte) {
        const auto lu = lire_texte(texte);
        return lu.entete ? "" : lu.entete.error().code;
    };
    const auto bon = document("", "", "");
    CHECK(code(bon) == "");
    CHECK(code(" \n" + bon + "\n ") == "");
    CHECK(code("\xEF\xBB\xBF" + bon) == "");
    CHECK(code(bon.substr(0, bon.size() - 3)) == "registre.illisible");
    CHECK(code(bon + "x") == "registre.illisible");
    CHECK(code(bon + bon) == "registre.illisible");
    CHECK(code("{\"pmej\": [{\"x\": \"\xE9\"}]}") == "registre.illisible");
    CHECK(code("{\"pmej\":" + std::string(100'000, '[')) == "registre.trop_grand");
    CHECK(code("{\"pmej\":[\"" + std::string(200'000, 'x')) == "registre.trop_grand");
    CHECK(code("{\"pmej\":[{\"ege\":[" + std::string(34U << 20U, ' ') + "]}]}") ==
          "registre.trop_grand");
    std::string trop = "{\"pmej\":[{\"ege\":[{}";
    for (int i = 0; i < 20'000; ++i) trop += ",{}";
    CHECK(code(trop + "]}]}") == "registre.trop_grand");
}

}  // namespace grappe::referentiels
