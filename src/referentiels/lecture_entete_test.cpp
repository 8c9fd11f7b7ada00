// Files with a header: the shipped register, the history file, and what is none of them.
#include <doctest/doctest.h>

#include <set>

#include "referentiels/lecture_essai.hpp"

namespace grappe::referentiels {
namespace {

using Textes = std::vector<std::string>;

const std::string entete_t_finess =
    "source;date_maj;finess;finess8;etat;date_extract_finess;rs;type;ej_finess;ej_rs;et_finess;"
    "et_rs;siren;siret;date_autorisation;date_ouverture;date_maj_finess;adresse_num_voie;"
    "adresse_comp_voie;adresse_type_voie;adresse_nom_voie;adresse_lieuditbp;adresse_code_postal;"
    "adresse_lib_routage;telephone;telecopie;com_code;categ_code;categ_lib;categ_niv3_code;"
    "geoloc_4326_long;geoloc_4326_lat\n";

}  // namespace

TEST_CASE("the shipped register is accepted whole") {
    Essai lu;
    std::set<std::string> numeros;
    std::int64_t lieux_de_vie = 0, sans_point = 0;
    const auto nom = std::string{GRAPPE_ROOT} + "/donnees/finess/etablissements-20210108.csv.gz";
    auto destination = vers(lu);
    destination.etablissement = [&](auto ligne, const Etablissement& e) {
        numeros.insert(e.finess_et.text());
        if (e.categorie == "462") {
            ++lieux_de_vie;
            CHECK((e.adresse.empty() && e.code_postal.empty() && !e.latitude_e6));
        } else if (!e.latitude_e6) {
            ++sans_point;
        }
        const auto finess = e.finess_et.text();
        if (finess == "010000024" || finess == "2A0000436" || finess == "970103370")
            lu.etablissements.emplace_back(ligne, e);
    };
    const auto entete = lire_finess(nom, territoires_d_essai(), destination);
    REQUIRE(entete);
    CHECK(entete->format == FormatFiness::csv_entete);
    CHECK(entete->date->text() == "2021-01-08");
    CHECK(numeros.size() == 95'333);
    CHECK(lu.rejets.empty());
    CHECK(lieux_de_vie == 494);
    CHECK(sans_point >= 9);
    CHECK(sans_point < 30);
    const auto de_code = [&](std::string_view code) {
        return std::count_if(lu.avertissements.begin(), lu.avertissements.end(),
                             [&](const auto& r) { return r.code == code; });
    };
    CHECK(de_code("registre.siret_faux") == 2);
    CHECK(de_code("registre.departement_deduit") == 0);
    CHECK(de_code("registre.ej_mal_forme") == 0);
    CHECK(de_code("registre.point_hors_territoire") == sans_point - 9);

    const auto& fleyriat = *lu.trouver("010000024");
    CHECK(lu.etablissements[0].first == 2);
    CHECK(fleyriat.raison_sociale == "CH DE FLEYRIAT");
    CHECK(fleyriat.adresse == "900 RTE DE PARIS");
    CHECK(fleyriat.code_postal == "01440");
    CHECK(fleyriat.commune == "VIRIAT");
    CHECK(fleyriat.region == "84");
    CHECK(fleyriat.ouvert_le->text() == "1979-02-13");
    CHECK(fleyriat.latitude_e6 == 46'222'745);
    CHECK(fleyriat.longitude_e6 == 5'208'596);
    CHECK(lu.trouver("2A0000436")->region == "94");
    CHECK(lu.trouver("970103370")->departement == "971");
    CHECK(lu.octets > 1'000'000);
}

TEST_CASE("the history file gives establishments, closed ones with the day they closed") {
    const auto lu = lire_texte(
        entete_t_finess +
        "x;;10003978;;ACTUEL;2026-05-04;ACCUEIL DE JOUR;ET;10003929;EJ;10003978;X;;"
        "49202003700023.0;;2006-10-11;2013-03-04;3.0;B;R;DU COLLEGE;BP 1;1600;REYRIEUX;;;1322;207;"
        "Centre de Jour;4402;4.84;45.93\n"
        "x;;330060500;;CADUC;2026-05-04;FERME;ET;330012329;;;;;;;1990-01-01;2010-02-03;;;;;;33000;"
        "BORDEAUX CEDEX;;;33063;500;EHPAD;4401;;\n"
        "x;;330012329;;ACTUEL;2026-05-04;ENTITE;EJ;;;;;;;;;;;;;;;;;;;;;;;;\n"
        "x;;330021619;;CADUC;;FERME QUAND;ET;330004359;;;;;;;;;;;;;;33000;B;;;33063;500;;;;\n");
    REQUIRE(lu.entete);
    CHECK(lu.entete->format == FormatFiness::t_finess);
    CHECK(lu.entete->date->text() == "2026-05-04");
    REQUIRE(lu.etablissements.size() == 2);
    const auto& jour = lu.etablissements[0].second;
    CHECK(jour.finess_et.text() == "010003978");
    CHECK(jour.finess_ej == "010003929");
    CHECK(jour.adresse == "3 B R DU COLLEGE, BP 1");
    CHECK(jour.code_postal == "01600");
    CHECK(jour.siret == "49202003700023");
    CHECK(jour.departement == "01");
    CHECK(jour.latitude_e6 == 45'930'000);
    CHECK_FALSE(jour.ferme_le);
    const auto& ferme = lu.etablissements[1].second;
    CHECK(ferme.ferme_le->text() == "2010-02-03");
    CHECK(ferme.commune == "BORDEAUX");
    CHECK(Essai::resume(lu.rejets) == Textes{"5 registre.ferme_sans_date CADUC"});
}

TEST_CASE("a header may come in another order, with commas and quotes") {
    const auto lu = lire_texte(
        "\xEF\xBB\xBF"
        "rs,\"categetab\",nofinesset,departement,inconnue\r\n"
        "\"A, \"\"B\"\"\",500,330060500,33,\r\n");
    REQUIRE(lu.entete);
    REQUIRE(lu.etablissements.size() == 1);
    CHECK(lu.etablissements[0].second.raison_sociale == "A, \"B\"");
    CHECK(lu.etablissements[0].second.departement == "33");
}

TEST_CASE("rows that do not have the width of the header are refused") {
    const auto lu = lire_texte("nofinesset;categetab;rs\n330060500;500\n330060500;500;x;y\n\n");
    CHECK(Essai::resume(lu.rejets) ==
          Textes{"2 registre.ligne_tronquee 2", "3 registre.champs_en_trop 4"});
}

TEST_CASE("anything else is refused with a reason") {
    struct Cas {
        std::string_view texte, detail;
    };
    // Never the first line itself: somebody's list may be given by mistake.
    constexpr auto sans_colonnes = "sans colonnes du numéro d'établissement et de la catégorie";
    const Cas cas[] = {{"", "fichier vide"},
                       {"Nom;Prénom\n", sans_colonnes},
                       {"nofinesset;rs\n", sans_colonnes},
                       {"PK\x03\x04", sans_colonnes},
                       {"<xml/>", sans_colonnes},
                       {"[1]", sans_colonnes},
                       {"{\"activites\": []}", "JSON sans clé « pmej »"}};
    for (const auto& c : cas) {
        CAPTURE(std::string{c.texte});
        const auto lu = lire_texte(c.texte);
        REQUIRE_FALSE(lu.entete);
        CHECK(lu.entete.error().code == "registre.format_inconnu");
        CHECK(lu.entete.error().detail == c.detail);
    }
    CHECK(lire_fichier("donnees/absent.csv").entete.error().code == "registre.illisible");
    CHECK_FALSE(lire_fichier("donnees").entete);
}

}  // namespace grappe::referentiels
