// Reading of a dossier: what is read, tri-state facts, every fault at once with its place.
#include "portail/dossier/lecture_dossier.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "portail/dossier/arbre_json.hpp"
#include "portail/dossier/territoires_pour_tests.hpp"
#include "rules/phrases.hpp"

namespace grappe {
using dossier::Lecture;

namespace {

const referentiels::Territoires& territoires() {
    static const auto valeur = dossier::territoires_pour_tests();
    return valeur;
}

Lecture lire(std::string_view texte) {
    return dossier::lire_dossier(texte, {.appel_impose = {}, .territoires = territoires()});
}

// A readable dossier whose parts can be replaced.
struct Parties {
    std::string appel = R"("appel": "NA-2024")";
    std::string porteur = R"("porteur": {"siret": "35600000000048"})";
    std::string essms = R"("essms": [{"finess_et": "330012345", "regime": "acquisition"}])";
    std::string reste = "";

    std::string texte() const {
        return "{" + appel + R"(, "depose_le": "2024-05-24T23:59:59+02:00", )" + porteur + ", " +
               essms + reste + "}";
    }
};

std::string avec_essms(const std::string& champs) {
    return Parties{.essms = R"("essms": [{"finess_et": "330012345", "regime": "acquisition", )" +
                            champs + "}]"}
        .texte();
}

// "chemin code" of every fault, one a line.
std::string resume(const Lecture& lecture) {
    std::string sortie;
    for (const auto& faute : lecture.fautes)
        sortie += faute.chemin + " " + std::string{faute.code} + "\n";
    return sortie;
}

std::string place(const Lecture& lecture) {
    REQUIRE(lecture.fautes.size() == 1);
    const auto& faute = lecture.fautes.front();
    return std::to_string(faute.position.ligne) + ":" + std::to_string(faute.position.colonne) +
           " " + std::string{faute.code};
}

}  // namespace

TEST_CASE("the smallest dossier is read and its other facts are unknown") {
    const auto lecture = lire(Parties{}.texte());
    CHECK(resume(lecture) == "");
    REQUIRE(lecture.dossier);
    const auto& lu = *lecture.dossier;
    CHECK(lu.appel == "NA-2024");
    CHECK(lu.depose_le.utc_text() == "2024-05-24T21:59:59Z");
    CHECK(lu.porteur.siret.text() == "35600000000048");
    REQUIRE(lu.essms.size() == 1);
    CHECK(lu.essms[0].finess_et.text() == "330012345");
    CHECK(lu.essms[0].regime == programme::Regime::acquisition);
    CHECK(lu.essms[0].secteur.inconnue());
    CHECK(lu.solution.inconnue());
    CHECK(lu.pieces.empty());
}

TEST_CASE("a value, null and absence are three different facts") {
    const auto lecture = lire(avec_essms(
        R"("commande_sons": {"solution": "Alpha", "va_signee_le": null}, "premiere_mom_le": null,
           "financement_anterieur": null, "eligible_sons": true)"));
    REQUIRE(lecture.dossier);
    const auto& essms = lecture.dossier->essms[0];
    CHECK(essms.commande_sons.connue());
    CHECK(*essms.commande_sons->solution == "Alpha");
    CHECK(essms.commande_sons->va_signee_le.est_nulle());
    CHECK(essms.premiere_mom_le.est_nulle());
    CHECK(essms.financement_anterieur.est_nulle());
    CHECK(*essms.eligible_sons);
    CHECK(essms.contrat_editeur_signe_le.inconnue());
}

TEST_CASE("amounts, hours, integers and lists are read exactly") {
    const auto lecture = lire(avec_essms(
        R"("devis_materiel": "6200.5", "financeurs": ["departement", "etat"],
               "heures": {"annee": 2023, "total": "48000", "apa": "22000.25"})"));
    REQUIRE(lecture.dossier);
    const auto& essms = lecture.dossier->essms[0];
    CHECK(essms.devis_materiel->in_cents() == 620'050);
    CHECK(*essms.heures->annee == 2023);
    CHECK(*essms.heures->total == 4'800'000);
    CHECK(*essms.heures->apa == 2'200'025);
    CHECK(essms.heures->pch.inconnue());
    CHECK(essms.financeurs->size() == 2);
}

TEST_CASE("the families of the solution are a text or a list") {
    const auto dsr = [](const char* valeur) {
        const auto lecture =
            lire(Parties{.reste = std::string{R"(, "solution": {"dsr": )"} + valeur + "}"}.texte());
        REQUIRE(lecture.dossier);
        return *lecture.dossier->solution->dsr;
    };
    CHECK(dsr(R"("MS1")") == std::vector<std::string>{"MS1"});
    CHECK(dsr(R"(["MS1", "HOP"])") == std::vector<std::string>{"MS1", "HOP"});
}

TEST_CASE("a purchase procedure is a name, yes, or none") {
    const auto lecture = lire(
        Parties{.reste = R"(, "solution": {"mise_en_concurrence": true, "centrale_achat": false})"}
            .texte());
    REQUIRE(lecture.dossier);
    CHECK(*lecture.dossier->solution->mise_en_concurrence == "oui");
    CHECK(lecture.dossier->solution->centrale_achat.est_nulle());
}

TEST_CASE("all the faults are told at once, each with its path") {
    const auto lecture = lire(R"({
        "appel": null, "depose_le": "2024-05-24T23:59:59",
        "porteur": {"siret": "123", "region": "99", "recupere_tva": "oui"},
        "essms": [{"finess_et": "33001234", "regime": "achat"},
                  {"finess_et": "330012345", "regime": null, "secteur": "EHPAD",
                   "departement": "999", "devis_materiel": "1 000", "heures": {"annee": 2023.0}},
                  {"regime": "acquisition", "financeurs": ["ars"], "premiere_mom_le": "2023-02-30"},
                  7],
        "pieces": [{"type": "DOC-20"}, {"fichier": "a.pdf"}],
        "amoa": {"devi": "1"}, "nature": "neuf"})");
    CHECK_FALSE(lecture.dossier);
    CHECK(resume(lecture) ==
          "appel dossier.requis_nul\n"
          "depose_le dossier.instant.sans_fuseau\n"
          "porteur.siret dossier.siret.forme\n"
          "porteur.region dossier.region_inconnue\n"
          "porteur.recupere_tva dossier.attendu_booleen\n"
          "essms[0].finess_et dossier.finess.longueur\n"
          "essms[0].regime dossier.mot_inconnu\n"
          "essms[1].regime dossier.requis_nul\n"
          "essms[1].secteur dossier.mot_inconnu\n"
          "essms[1].departement dossier.departement_inconnu\n"
          "essms[1].devis_materiel dossier.montant.forme\n"
          "essms[1].heures.annee dossier.attendu_entier\n"
          "essms[2].financeurs[0] dossier.mot_inconnu\n"
          "essms[2].premiere_mom_le dossier.date.impossible\n"
          "essms[2].finess_et dossier.requis_absent\n"
          "essms[3] dossier.attendu_objet\n"
          "pieces[0].type dossier.mot_inconnu\n"
          "pieces[1].type dossier.requis_absent\n"
          "amoa.devi dossier.cle_inconnue\n"
          "nature dossier.mot_inconnu\n");
}

TEST_CASE("a text where something else is due is shown in its quotes") {
    const auto lecture = lire(R"({"appel": "NA-2024", "depose_le": 5, "essms": "aucun",
        "porteur": {"siret": "99999900600011", "ght": "non"},
        "organismes": [{"finess_ej": "330012345", "essms_geres": "5"}]})");
    std::string montre;
    for (const auto& faute : lecture.fautes)
        montre += std::get<std::string>(faute.faits.front().valeur) + " ";
    CHECK(montre == R"(5 "aucun" "non" "5" )");
}

TEST_CASE("a body said twice is at fault where its two numbers differ, whatever their order") {
    const auto avec = [](const char* premier, const char* second) {
        return resume(lire(std::string{R"({"appel": "NA-2024", "essms": [],
            "depose_le": "2024-05-24T10:00:00+02:00", "porteur": {"siret": "99999900600011"},
            "organismes": [{"finess_ej": "330012345")"} +
                           premier + R"(}, {"finess_ej": "330012346"}, {"finess_ej": "330012345")" +
                           second + "}]}"));
    };
    constexpr auto dix = R"(, "essms_geres": 10)", vingt = R"(, "essms_geres": 20)";
    CHECK(avec(dix, vingt) == "organismes[2] dossier.organisme_contradictoire\n");
    CHECK(avec(vingt, dix) == "organismes[2] dossier.organisme_contradictoire\n");
    CHECK(avec(dix, dix) == "");
    CHECK(avec(dix, "") == "");
}

TEST_CASE("the length of a FINESS number counts characters, not bytes") {
    const auto avec = [](const std::string& finess) {
        return lire(Parties{.essms = R"("essms": [{"regime": "acquisition", "finess_et": ")" +
                                     finess + "\"}]"}
                        .texte());
    };
    CHECK(resume(avec("33001234é")) == "essms[0].finess_et dossier.finess.caractere\n");
    const auto longue = avec("33001234éé");
    CHECK(resume(longue) == "essms[0].finess_et dossier.finess.longueur\n");
    CHECK(std::get<std::int64_t>(longue.fautes.front().faits.at(1).valeur) == 10);
}

TEST_CASE("required keys that lack are named") {
    CHECK(resume(lire("{}")) ==
          "appel dossier.requis_absent\ndepose_le dossier.requis_absent\n"
          "porteur dossier.requis_absent\nessms dossier.requis_absent\n");
    CHECK(resume(lire(Parties{.porteur = R"("porteur": {})"}.texte())) ==
          "porteur.siret dossier.requis_absent\n");
    CHECK(resume(lire(Parties{.essms = R"("essms": null)"}.texte())) ==
          "essms dossier.requis_nul\n");
}

TEST_CASE("an empty list of establishments is a dossier") {
    CHECK(lire(Parties{.essms = R"("essms": [])"}.texte()).dossier);
}

TEST_CASE("an imposed call replaces that of the text, which may lack it") {
    const auto impose = [](const std::string& texte) {
        return dossier::lire_dossier(texte,
                                     {.appel_impose = "KIT-2024", .territoires = territoires()});
    };
    CHECK(impose(Parties{}.texte()).dossier->appel == "KIT-2024");
    const auto sans = impose(Parties{.appel = R"("nature": "nouveau")"}.texte());
    REQUIRE(sans.dossier);
    CHECK(sans.dossier->appel == "KIT-2024");
    CHECK_FALSE(impose(Parties{.appel = R"("appel": 3)"}.texte()).dossier);
}

TEST_CASE("an unknown key names the nearest known one") {
    const auto lecture = lire(avec_essms(R"("secter": "PA")"));
    REQUIRE(lecture.fautes.size() == 1);
    const auto& faute = lecture.fautes[0];
    CHECK(faute.chemin == "essms[0].secter");
    CHECK(std::get<std::string_view>(faute.faits.back().valeur) == "secteur");
}

TEST_CASE("a key given twice is refused, known or not") {
    CHECK(resume(lire(avec_essms(R"("secteur": "PA", "secteur": "PA")"))) ==
          "essms[0].secteur dossier.cle_repetee\n");
    CHECK(resume(lire(Parties{.reste = R"(, "essms": [])"}.texte())) ==
          "essms dossier.cle_repetee\n");
}

TEST_CASE("a syntax fault gives its line and its column, counted in characters") {
    CHECK(place(lire("{\n  \"appel\": \"é\",,\n}")) == "2:16 dossier.json_syntaxe");
    CHECK(place(lire("{\"appel\": \"NA")) == "1:14 dossier.json_incomplet");
    CHECK(place(lire("")) == "1:1 dossier.json_incomplet");
    CHECK(place(lire("{}\n {}")) == "2:2 dossier.json_surplus");
    CHECK(place(lire("{\"a\": \"\xff\"}")) == "1:8 dossier.utf8");
    CHECK(place(lire("{\"a\": \"\xed\xa0\x80\"}")) == "1:8 dossier.utf8");
    CHECK(place(lire("{'a': 1}")) == "1:2 dossier.json_syntaxe");
    CHECK(place(lire("{\"a\": 1,}")) == "1:9 dossier.json_syntaxe");
    CHECK(place(lire("{\"a\": 01}")) == "1:8 dossier.json_syntaxe");
    CHECK(place(lire("{\"a\": NaN}")) == "1:7 dossier.json_syntaxe");
}

TEST_CASE("a byte order mark is tolerated, escapes are decoded") {
    const auto lecture = lire("\xEF\xBB\xBF" + avec_essms(R"("categorie": "\u0035\u00300")"));
    REQUIRE(lecture.dossier);
    CHECK(*lecture.dossier->essms[0].categorie == "500");
    const auto cle = lire(avec_essms(R"("secte\u0075r": "PA")"));
    REQUIRE(cle.dossier);
    CHECK(*cle.dossier->essms[0].secteur == referentiels::Secteur::PA);
}

TEST_CASE("nesting, size and counts have bounds") {
    const std::string profond(63, '[');
    CHECK(resume(lire(profond + std::string(63, ']'))) == " dossier.attendu_objet\n");
    CHECK(lire(std::string(65, '[')).fautes[0].code == "dossier.json_trop_profond");
    CHECK(lire(std::string(dossier::octets_max + 1, ' ')).fautes[0].code == "dossier.trop_long");
    std::string valeurs = "[0";
    for (std::size_t i = 0; i < dossier::valeurs_max; ++i) valeurs += ",0";
    CHECK(lire(valeurs + "]").fautes[0].code == "dossier.json_trop_de_valeurs");
    std::string essms = R"("essms": [0)";
    for (std::size_t i = 0; i < dossier::essms_max; ++i) essms += ",0";
    CHECK(resume(lire(Parties{.essms = essms + "]"}.texte())) == "essms dossier.trop_d_essms\n");
}

TEST_CASE("every fault has its sentence and its mend") {
    std::ifstream fichier{GRAPPE_ROOT "/locale/fr.txt"};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    const auto fr = rules::Phrases::charger(texte.str());
    REQUIRE(fr.has_value());
    const char* fautifs[] = {
        R"({"appel": 3, "essms": {}, "porteur": [], "depose_le": "hier", "x": 1, "nature": ""})",
        R"({"appel": null, "organismes": [{"essms_geres": 1.5}, {"essms_geres": -1}],
            "solution":1})",
        R"({"essms": [{"finess_et": "33OO12345", "heures": {"apa": "x"}, "eligible_sons": 0},
            {"finess_et": "990012345", "devis_materiel": "1234567890123", "secteur": "PA",
             "secteur": "PA"}, {"premiere_mom_le": "2023-02-30", "departement": "0",
             "va_signee_le": null, "contrat_editeur_signe_le": "demain"}],
            "porteur": {"region": "0", "siret": "1"}, "depose_le": "2024-05-24T00:00:00"})",
        "{",
        "{} {}",
        "{,}",
        "\xff",
    };
    for (const auto* fautif : fautifs)
        for (const auto& faute : lire(fautif).fautes) {
            CAPTURE(faute.code);
            CHECK(fr->rendre(faute.code, faute.faits).size() > 10);
            CHECK(fr->rendre(std::string{faute.code} + ".remede", faute.faits).size() > 10);
        }
}

}  // namespace grappe
