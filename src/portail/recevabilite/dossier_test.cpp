// Rules of the whole dossier: ELIG-03 to ELIG-09, GRP, RED-07, SOL, DOC.
#include "portail/recevabilite/monde_pour_tests.hpp"

namespace grappe::recevabilite::tests {

using rules::Issue, rules::RegleId;

namespace {

Issue solution(RegleId regle, const std::string& json) {
    Monde monde{dossier_json({.essms = 1}, R"("solution": )" + json)};
    monde.examiner();
    return monde.issue(regle);
}

Issue hopital(RegleId regle, dossier::Donnee<bool> ght, const std::string& conditions) {
    Monde monde{dossier_json({.essms = 1}, R"("solution": {"nom": "DPI", "dsr": "HOP",
                              "referencee_le": "2023-01-01")" +
                                               conditions + "}")};
    monde.dossier.porteur.ght = ght;
    monde.examiner();
    return monde.issue(regle);
}

const dossier::Donnee<bool> inconnu;

}  // namespace

TEST_CASE("ELIG-03 counts a repeated number once and names both lines") {
    Monde monde{dossier_json({.essms = 3})};
    monde.dossier.essms[2].finess_et = monde.dossier.essms[0].finess_et;
    monde.examiner();
    CHECK(monde.resultat.comptes.size() == 2);
    const auto doublon = monde.constats(RegleId::elig_03).front();
    CHECK(doublon.issue == Issue::alerte);
    CHECK(std::get<std::int64_t>(doublon.faits[1].valeur) == 1);
    CHECK(std::get<std::int64_t>(doublon.faits[2].valeur) == 3);
}

TEST_CASE("ELIG-03 keeps the order of the list, then that of the repetitions") {
    Monde monde{dossier_json({.essms = 5})};
    monde.dossier.essms[2].finess_et = monde.dossier.essms[1].finess_et;
    monde.dossier.essms[3].finess_et = monde.dossier.essms[0].finess_et;
    monde.dossier.essms[4].finess_et = monde.dossier.essms[1].finess_et;
    monde.examiner();
    std::vector<std::int64_t> lignes;
    for (const auto& constat : monde.constats(RegleId::elig_03))
        for (const std::size_t rang : {1u, 2u})
            lignes.push_back(std::get<std::int64_t>(constat.faits[rang].valeur));
    CHECK(lignes == std::vector<std::int64_t>{1, 4, 2, 3, 2, 5});
}

TEST_CASE("ELIG-04 blocks on a SIRET with a wrong key") {
    Monde monde{dossier_json({})};
    monde.dossier.porteur.siret = *core::Siret::parse("35600000000049");
    CHECK(monde.examiner().bloque);
    CHECK(monde.issue(RegleId::elig_04) == Issue::non_conforme);
}

TEST_CASE("ELIG-09 wants the written agreement of a national entity") {
    const auto issue = [](dossier::Donnee<bool> rattache, const char* piece) {
        Monde monde{dossier_json({.essms = 1})};
        monde.dossier.essms[0].entite_nationale = rattache;
        monde.dossier.pieces.push_back({.type = piece});
        monde.examiner();
        return monde.issue(RegleId::elig_09);
    };
    CHECK(issue(false, "DOC-01") == Issue::sans_objet);
    CHECK(issue(true, "DOC-01") == Issue::manque);
    CHECK(issue(true, "DOC-12") == Issue::conforme);
    CHECK(issue({}, "DOC-01") == Issue::manque);
}

TEST_CASE("GRP-01 on both sides of the minimum, and 8 where all are in Corse or overseas") {
    const auto issue = [](int essms, const char* departement, const char* autre) {
        Monde monde{dossier_json({.essms = essms})};
        for (std::size_t rang = 0; rang < monde.dossier.essms.size(); ++rang)
            monde.inscrire(monde.dossier.essms[rang].finess_et.text(), "500",
                           rang == 0 ? autre : departement);
        monde.examiner();
        return monde.issue(RegleId::grp_01);
    };
    CHECK(issue(14, "33", "33") == Issue::a_apprecier);
    CHECK(issue(15, "33", "33") == Issue::conforme);
    CHECK(issue(7, "2A", "971") == Issue::a_apprecier);
    CHECK(issue(8, "2A", "971") == Issue::conforme);
    CHECK(issue(8, "2A", "33") == Issue::a_apprecier);
}

TEST_CASE("a strict call refuses a grappe under its minimum") {
    Monde monde{dossier_json({.essms = 14})};
    monde.appel.minimum.valeur->mode = programme::ModeMinimum::strict;
    CHECK(monde.examiner().bloque);
    CHECK(monde.issue(RegleId::grp_01) == Issue::non_conforme);
}

TEST_CASE("GRP-03 weighs an extension only under the minimum") {
    const auto issue = [](int essms, const std::string& extension) {
        Monde monde{dossier_json({.essms = essms}, R"("pieces": [])" + extension)};
        monde.examiner();
        return monde.issue(RegleId::grp_03);
    };
    const std::string debut = R"(, "extension": {"grappe_deja_financee": true, )";
    CHECK(issue(15, "") == Issue::sans_objet);
    CHECK(issue(14, "") == Issue::manque);
    CHECK(issue(14, R"(, "extension": null)") == Issue::alerte);
    CHECK(issue(14, debut + R"("contrat_regulier": false})") == Issue::manque);
    CHECK(issue(14, debut + R"("contrat_regulier": false, "sans_risque_excessif": null})") ==
          Issue::alerte);
    CHECK(issue(14, debut + R"("contrat_regulier": true, "sans_risque_excessif": true})") ==
          Issue::conforme);
}

TEST_CASE("GRP-04 alerts at 15 and at 49, not at 16 nor at 48") {
    for (const auto& [essms, attendue] : {std::pair{15, Issue::alerte},
                                          {16, Issue::conforme},
                                          {48, Issue::conforme},
                                          {49, Issue::alerte}}) {
        Monde monde{dossier_json({.essms = essms})};
        monde.regle(RegleId::grp_04).etat = programme::RegleAppel::Etat::appliquee;
        monde.appel.taille_ideale.valeur = programme::TailleIdeale{15, 49};
        monde.examiner();
        CAPTURE(essms);
        CHECK(monde.issue(RegleId::grp_04) == attendue);
    }
}

TEST_CASE("SOL-02 and SOL-03 read the referencing dates as the contract says") {
    struct {
        const char* json;
        Issue sol_02, sol_03;
    } const cas[] = {
        {R"({"nom": "A", "dsr": "MS1", "referencee_le": "2024-03-01"})", Issue::conforme,
         Issue::sans_objet},
        {R"({"nom": "A", "dsr": "MS1", "referencee_le": "2024-03-02",
             "referencement_en_cours": false})",
         Issue::non_conforme, Issue::sans_objet},
        {R"({"nom": "A", "dsr": "MS1", "referencee_le": "2024-03-02",
             "referencement_en_cours": true, "debut_parametrage_le": "2024-03-02"})",
         Issue::sans_objet, Issue::alerte},
        {R"({"nom": "A", "dsr": "MS1", "referencee_le": "2024-03-03",
             "referencement_en_cours": true, "debut_parametrage_le": "2024-03-02"})",
         Issue::sans_objet, Issue::non_conforme},
        {R"({"nom": "A", "dsr": "MS1", "referencee_le": null, "referencement_en_cours": true})",
         Issue::sans_objet, Issue::manque},
        {R"({"nom": "A", "dsr": "MS1", "referencee_le": null})", Issue::manque, Issue::sans_objet},
        {R"({"nom": "A", "dsr": "MS1", "referencee_le": null, "referencement_en_cours": null})",
         Issue::non_conforme, Issue::sans_objet},
        {R"({"nom": "A", "dsr": "MS1"})", Issue::manque, Issue::sans_objet},
        {R"({"nom": "A", "dsr": "MS2", "referencee_le": "2023-01-01"})", Issue::a_apprecier,
         Issue::sans_objet},
        {R"({"nom": "A", "dsr": ["MS2", "MS1"], "referencee_le": "2023-01-01"})", Issue::conforme,
         Issue::sans_objet},
        {R"({"nom": "A", "referencee_le": "2023-01-01"})", Issue::manque, Issue::sans_objet},
        {"null", Issue::non_conforme, Issue::sans_objet}};
    for (const auto& c : cas) {
        CAPTURE(c.json);
        CHECK(solution(RegleId::sol_02, c.json) == c.sol_02);
        CHECK(solution(RegleId::sol_03, c.json) == c.sol_03);
    }
}

TEST_CASE("SOL-04 frees a project made only of AHI and PJM, and only that") {
    const auto juger = [](const char* autre) {
        Monde monde{dossier_json({.essms = 2}, R"("solution": {"nom": "A"})")};
        monde.inscrire(monde.dossier.essms[0].finess_et.text(), "214", "33");
        monde.inscrire(monde.dossier.essms[1].finess_et.text(), autre, "33");
        monde.examiner();
        return std::pair{monde.issue(RegleId::sol_04), monde.issue(RegleId::sol_02)};
    };
    CHECK(juger("340") == std::pair{Issue::conforme, Issue::sans_objet});
    CHECK(juger("500") == std::pair{Issue::sans_objet, Issue::manque});
}

TEST_CASE("SOL-02 and SOL-04 wait for a sector that is unknown beside those that are free") {
    const auto juger = [](const char* connu, const char* solution) {
        Monde monde{dossier_json({.essms = 2}, solution)};
        monde.inscrire(monde.dossier.essms[0].finess_et.text(), connu, "33");
        monde.inscrire(monde.dossier.essms[1].finess_et.text(), "999", "33");
        monde.examiner();
        return std::pair{monde.issue(RegleId::sol_04), monde.issue(RegleId::sol_02)};
    };
    const auto* absente =
        R"("solution": {"nom": "A", "referencee_le": null, "referencement_en_cours": false})";
    CHECK(juger("214", absente) == std::pair{Issue::manque, Issue::manque});
    CHECK(juger("500", absente) == std::pair{Issue::sans_objet, Issue::non_conforme});
    CHECK(juger("999", absente) == std::pair{Issue::sans_objet, Issue::non_conforme});
}

TEST_CASE("SOL-05 and RED-07 admit the DPI of a GHT under conditions") {
    const std::string bonnes =
        R"(, "ght": {"marche_public": true, "etude_couverture": true, "sans_autre_aide": true})";
    const std::string sans_marche =
        R"(, "ght": {"marche_public": false, "etude_couverture": true, "sans_autre_aide": false})";
    CHECK(hopital(RegleId::sol_05, true, bonnes) == Issue::conforme);
    CHECK(hopital(RegleId::sol_02, true, bonnes) == Issue::conforme);
    CHECK(hopital(RegleId::red_07, true, bonnes) == Issue::conforme);
    CHECK(hopital(RegleId::sol_05, true, sans_marche) == Issue::non_conforme);
    CHECK(hopital(RegleId::red_07, true, sans_marche) == Issue::non_conforme);
    CHECK(hopital(RegleId::sol_05, true, "") == Issue::manque);
    CHECK(hopital(RegleId::sol_05, false, bonnes) == Issue::non_conforme);
    CHECK(hopital(RegleId::sol_02, false, bonnes) == Issue::non_conforme);
    CHECK(hopital(RegleId::sol_05, inconnu, bonnes) == Issue::manque);
    CHECK(solution(RegleId::sol_05, R"({"nom": "A", "dsr": "MS1"})") == Issue::sans_objet);
}

TEST_CASE("SOL-07 wants the central purchasing body, and competition for an acquisition") {
    const auto issue = [](const char* regime, const std::string& json) {
        Monde monde{dossier_json({.essms = 1, .regime = regime}, R"("solution": )" + json)};
        monde.regle(RegleId::sol_07).etat = programme::RegleAppel::Etat::appliquee;
        monde.examiner();
        return monde.issue(RegleId::sol_07);
    };
    CHECK(issue("montee_de_version", R"({"nom": "A", "centrale_achat": "C"})") == Issue::conforme);
    CHECK(issue("acquisition", R"({"nom": "A", "centrale_achat": "C"})") == Issue::manque);
    CHECK(issue("acquisition", R"({"nom": "A", "centrale_achat": "C",
                                   "mise_en_concurrence": "oui"})") == Issue::conforme);
    CHECK(issue("acquisition", R"({"nom": "A", "centrale_achat": null})") == Issue::non_conforme);
    CHECK(issue("acquisition", R"({"nom": "A"})") == Issue::manque);
}

TEST_CASE("pieces: required, optional, conditional, by body, by suffix") {
    Monde monde{dossier_json({.essms = 2}, R"("pieces": [{"type": "DOC-01", "fichier": "note.ZIP"},
        {"type": "DOC-05", "fichier": "p.PDF"},
        {"type": "DOC-09", "fichier": "a.pdf", "organisme": "330000001"}])")};
    monde.inscrire(monde.dossier.essms[1].finess_et.text(), "500", "33").finess_ej = "330000118";
    auto& pieces = *monde.appel.pieces.valeur;
    const auto ajouter = [&](RegleId regle) -> programme::PieceAppel& {
        auto piece = pieces.front();
        piece.regle = regle;
        pieces.push_back(piece);
        return pieces.back();
    };
    ajouter(RegleId::doc_05).emplacements = {"projet", "déploiement"};
    ajouter(RegleId::doc_09).par_organisme = true;
    ajouter(RegleId::doc_10).condition = programme::ConditionPiece::materiel_demande;
    ajouter(RegleId::doc_13).obligatoire = false;
    ajouter(RegleId::doc_16).condition = programme::ConditionPiece::saad;
    monde.appel.suffixes.valeur = std::vector<std::string>{".pdf", ".doc"};
    monde.examiner();
    CHECK(monde.issue(RegleId::doc_01) == Issue::manque);  // its file has a refused suffix
    CHECK(monde.issue(RegleId::doc_05) == Issue::conforme);
    const auto autodiagnostics = monde.constats(RegleId::doc_09);
    REQUIRE(autodiagnostics.size() == 2);
    CHECK(autodiagnostics[0].issue == Issue::conforme);
    CHECK(autodiagnostics[1].issue == Issue::manque);
    CHECK(monde.issue(RegleId::doc_10) == Issue::sans_objet);
    CHECK(monde.issue(RegleId::doc_13) == Issue::alerte);
    CHECK(monde.issue(RegleId::doc_16) == Issue::sans_objet);
    CHECK(monde.issue(RegleId::doc_20) == Issue::non_conforme);
    CHECK(!monde.resultat.bloque);
    CHECK(monde.issue(RegleId::doc_22) == Issue::alerte);
}

TEST_CASE("hardware and home care call for their pieces") {
    Monde monde{dossier_json({.essms = 1})};
    monde.inscrire(monde.dossier.essms[0].finess_et.text(), "460", "33");
    monde.dossier.essms[0].devis_materiel = core::Money::euros(10);
    auto piece = monde.appel.pieces->front();
    piece.regle = RegleId::doc_10;
    piece.condition = programme::ConditionPiece::materiel_demande;
    monde.appel.pieces.valeur->push_back(piece);
    piece.regle = RegleId::doc_16;
    piece.condition = programme::ConditionPiece::saad;
    monde.appel.pieces.valeur->push_back(piece);
    monde.examiner();
    CHECK(monde.issue(RegleId::doc_10) == Issue::manque);
    CHECK(monde.issue(RegleId::doc_16) == Issue::manque);
    CHECK(monde.issue(RegleId::elig_05) == Issue::conforme);
}

}  // namespace grappe::recevabilite::tests
