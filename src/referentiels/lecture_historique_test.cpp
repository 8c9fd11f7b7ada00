// The legacy files: every line of the edge cases ends as its table says (data.md, 2.1).
#include <doctest/doctest.h>

#include "referentiels/lecture_essai.hpp"

namespace grappe::referentiels {
namespace {

using Textes = std::vector<std::string>;

// A line of the legacy layout with its first nineteen fields, the others empty.
std::string ligne(std::string_view debut) {
    std::string texte{debut};
    while (std::count(texte.begin(), texte.end(), ';') < 31) texte += ';';
    return texte + "\n";
}

const std::string debut = "finess;etalab;0;2026-01-01\n";

}  // namespace

TEST_CASE("every edge case ends as its table says, in both encodings") {
    for (const auto* encodage : {"utf8", "cp1252"}) {
        CAPTURE(encodage);
        const auto lu = lire_fichier("tests/donnees/finess/etalab-cas-limites-" +
                                     std::string{encodage} + ".csv");
        REQUIRE(lu.entete);
        CHECK(lu.entete->format == FormatFiness::cs1100502);
        CHECK(lu.entete->date->text() == "2026-01-01");
        CHECK(Essai::resume(lu.rejets) == Textes{"6 registre.finess_mal_forme 33999004X",
                                                 "7 registre.cle_fausse 339990050",
                                                 "14 registre.ligne_tronquee 7"});
        CHECK(lu.rejets[2].texte == "structureet;339990103;339990004;LIGNE TRONQUEE;;;");
        CHECK(Essai::resume(lu.avertissements) == Textes{"4 registre.sans_adresse 339990038",
                                                         "13 registre.date_impossible 0201-13-45",
                                                         "17 registre.section_inconnue inconnue"});

        Textes acceptes;
        for (const auto& [numero, e] : lu.etablissements)
            acceptes.push_back(std::to_string(numero) + " " + e.finess_et.text() + " " +
                               e.raison_sociale);
        CHECK(acceptes ==
              Textes{"2 339990012 FOYER \"LES EXEMPLES\"; SITE 1",
                     "3 339990020 L'ÉTÉ À LA MAISON – ÇA VA", "4 339990038 SANS ADRESSE",
                     "5 339990012 DOUBLON DU PREMIER NUMERO", "8 2A9990009 CORSE DU SUD",
                     "9 970199907 GUADELOUPE", "10 339990061 CATEGORIE INCONNUE",
                     "11 339990079 CATEGORIE FERMEE", "12 339990087 PHARMACIE NON ELIGIBLE",
                     "13 339990095 DATE IMPOSSIBLE"});
        CHECK(lu.trouver("339990038")->departement == "33");
        CHECK(lu.trouver("2A9990009")->region == "94");
        CHECK(lu.trouver("970199907")->departement == "971");
        CHECK(lu.trouver("970199907")->region == "01");
        CHECK_FALSE(lu.trouver("339990095")->ouvert_le);
        CHECK(lu.trouver("339990087")->ouvert_le->text() == "2001-01-01");
        CHECK(lu.trouver("339990087")->categorie == "620");
        REQUIRE(lu.points.size() == 1);
        // Lambert-93 417000.5 6423000.1, computed with the direct formulas of the IGN.
        CHECK(lu.points.at("339990012").latitude_e6 == 44848375);
        CHECK(lu.points.at("339990012").longitude_e6 == -582928);
    }
}

TEST_CASE("the true lines of 2026 are read, overseas departments included") {
    const auto lu = lire_fichier("tests/donnees/finess/etalab-cs1100502-echantillon-20260512.csv");
    REQUIRE(lu.entete);
    CHECK(lu.entete->date->text() == "2026-05-12");
    CHECK(lu.etablissements.size() == 13);
    CHECK(lu.rejets.empty());
    Textes lieux;
    for (const auto& [numero, e] : lu.etablissements)
        lieux.push_back(e.departement + "/" + e.region);
    CHECK(lieux == Textes{"01/84", "971/01", "971/01", "971/01", "972/02", "973/03", "974/04",
                          "974/04", "974/04", "976/06", "986/986", "973/03", "972/02"});

    const auto& dialyse = *lu.trouver("970409645");
    CHECK(dialyse.raison_sociale == "UNITE AUTODIALYSE (LA POSSESSION)-ASDR");
    CHECK(dialyse.adresse == "1 C R RAYMOND BARRE, ZAC MOULIN JOLI");
    CHECK(dialyse.code_postal == "97419");
    CHECK(dialyse.commune == "LA POSSESSION");
    CHECK(dialyse.siret == "37875112700101");
    CHECK(dialyse.finess_ej == "970463600");
    CHECK(dialyse.agregat == "1203");
    CHECK(dialyse.libelle_categorie == "Structure d'Alternative à la dialyse en centre");
    CHECK_FALSE(dialyse.ferme_le);
    CHECK(lu.trouver("970300026")->commune == "CAYENNE");
    CHECK(lu.trouver("970216057")->adresse == "ROUTE DES RELIGIEUSES");
}

TEST_CASE("cs1100507 has 31 fields and its coordinates on other lines") {
    auto lu = lire_texte(
        "finess;etalab;0;2026-01-01\n"
        "structureet;330060500;330012329;X;;;;;R;Y;;;001;33;GIRONDE;33000 BORDEAUX;;;500;;4401;;;;;"
        ";;;2001-01-01;;2025-01-01\n"
        "structureet;970411567;970411559;X;;;;;R;Y;;;001;9D;;97400 ST DENIS;;;500;;;;;;;;;;;;\n"
        "geolocalisation;330060500;417000.5;6423000.1;x;2021-01-01\n"
        "geolocalisation;970411567;338000;7690000;x;2021-01-01\n"
        "geolocalisation;330060500;0;0;x;2021-01-01\n"
        "geolocalisation;330060500;;;;\n");
    REQUIRE(lu.entete);
    CHECK(lu.entete->format == FormatFiness::cs1100507);
    CHECK(lu.etablissements.size() == 2);
    CHECK(lu.points.size() == 2);
    CHECK(lu.points.at("970411567").latitude_e6 / 100'000 == -208);
    CHECK(lu.points.at("970411567").longitude_e6 / 100'000 == 554);
    CHECK(Essai::resume(lu.avertissements) == Textes{"6 registre.point_hors_territoire 330060500"});
}

TEST_CASE("a place of life loses its address and its point, even when its line is refused") {
    const auto lu = lire_texte(
        debut +
        ligne("structureet;330060500;330012329;LIEU;;;;3;R;SECRETE;;BP 1;001;33;GIRONDE;33000 "
              "BORDEAUX;;;462;Lieux de vie;4605") +
        ligne("structureet;33006050X;330012329;LIEU;;;;3;R;SECRETE;;;001;33;GIRONDE;33000 "
              "BORDEAUX;;;462;Lieux de vie;4605") +
        "geolocalisation;330060500;417000.5;6423000.1;x;2021-01-01\n");
    REQUIRE(lu.etablissements.size() == 1);
    const auto& e = lu.etablissements[0].second;
    CHECK(e.adresse.empty());
    CHECK(e.code_postal.empty());
    CHECK(e.commune == "BORDEAUX");
    CHECK(e.departement == "33");
    CHECK(lu.points.empty());
    REQUIRE(lu.rejets.size() == 1);
    CHECK(lu.rejets[0].texte == "structureet;33006050X;330012329;LIEU");
}

TEST_CASE("a broken line is refused alone") {
    const auto lu = lire_texte(debut + ligne("structureet;330060500;330012329;\"OUVERT") +
                               ligne("structureet;330021619;330004359;X;;;;;;;;;;33") +
                               "structureet;590813002" + std::string(40, ';') + "\n" +
                               ligne("structureet;970600001;330012329;X") +
                               ligne("structureet;750028573;;Y;;;;;;;;;;ZZ"));
    CHECK(Essai::resume(lu.rejets) == Textes{"2 registre.guillemet ",
                                             "4 registre.champs_en_trop 42",
                                             "5 registre.finess_mal_forme 970600001"});
    CHECK(lu.etablissements.size() == 2);
    CHECK(lu.trouver("750028573")->departement == "75");
    CHECK(Essai::resume(lu.avertissements) ==
          Textes{"3 registre.sans_adresse 330021619", "6 registre.departement_deduit 750028573",
                 "6 registre.sans_adresse 750028573", "6 registre.ej_mal_forme "});
}

TEST_CASE("a SIRET with a wrong key is a warning on imported lines") {
    const auto lu =
        lire_texte(debut + ligne("structureet;330060500;330012329;X;;;;1;R;A;;;001;33;G;33000 "
                                 "B;;;500;;4401;;47769662900020"));
    CHECK(lu.etablissements.size() == 1);
    CHECK(Essai::resume(lu.avertissements) == Textes{"2 registre.siret_faux 47769662900020"});
}

TEST_CASE("files of other sections are not ours") {
    const auto lu = lire_texte("finess;etalab;94;2026-01-01\nstructureej;330012329;X;;;\n");
    REQUIRE_FALSE(lu.entete);
    CHECK(lu.entete.error().code == "registre.format_inconnu");
    CHECK(lu.entete.error().detail == "section « structureej »");
}

}  // namespace grappe::referentiels
