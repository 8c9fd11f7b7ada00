// Rules of one establishment: ELIG-01 to ELIG-08 and RED-01 to RED-05, each side of every bound.
#include "portail/recevabilite/monde_pour_tests.hpp"

namespace grappe::recevabilite::tests {

using rules::Issue, rules::RegleId;

namespace {

const std::string solution = R"("solution": {"nom": "L’Exemple Été", "dsr": "MS1",
                              "referencee_le": "2023-03-01"}, "pieces": [{"type": "DOC-01"}])";

Issue juger(RegleId regle, const std::string& regime, const std::string& plus) {
    Monde monde{dossier_json({.essms = 1, .regime = regime, .plus = plus}, solution)};
    monde.regle(RegleId::red_02).etat = programme::RegleAppel::Etat::appliquee;
    monde.examiner();
    return monde.issue(regle);
}

struct Cas {
    const char* regime;
    const char* plus;
    Issue attendue;
};

core::Date jour(const char* texte) { return *core::Date::parse(texte); }

}  // namespace

TEST_CASE("ELIG-01 follows the category: open, to confirm, outside L.312-1, unknown, withdrawn") {
    struct {
        const char* categorie;
        Issue attendue;
        bool compte;
    } const cas[] = {{"500", Issue::conforme, true},      {"462", Issue::a_apprecier, true},
                     {"355", Issue::non_conforme, false}, {"362", Issue::non_conforme, false},
                     {"999", Issue::a_apprecier, true},   {"450", Issue::non_conforme, false}};
    for (const auto& c : cas) {
        CAPTURE(c.categorie);
        Monde monde{dossier_json({.essms = 1})};
        monde.inscrire(monde.dossier.essms[0].finess_et.text(), c.categorie, "33");
        monde.examiner();
        CHECK(monde.issue(RegleId::elig_01) == c.attendue);
        CHECK(monde.resultat.comptes.size() == (c.compte ? 1 : 0));
    }
}

TEST_CASE("ELIG-01 names the successor of a withdrawn category") {
    Monde monde{dossier_json({.essms = 1})};
    monde.inscrire(monde.dossier.essms[0].finess_et.text(), "450", "33");
    monde.examiner();
    CHECK(monde.constats(RegleId::elig_01)[0].phrase == "recevabilite.elig_01.categorie_recodee");
}

TEST_CASE("a category other than the register's is used and appreciated") {
    Monde monde{dossier_json({.essms = 1, .plus = R"("categorie": "202")"})};
    monde.examiner();
    CHECK(monde.issue(RegleId::elig_01) == Issue::a_apprecier);
    CHECK(monde.resolu.essms[0].categorie == "202");
}

TEST_CASE("ELIG-01 asks for the funders that a call requires") {
    const auto issue = [](const char* plus) {
        Monde monde{dossier_json({.essms = 1, .plus = plus})};
        monde.appel.financeurs_requis.valeur = std::vector<std::string>{"assurance_maladie"};
        monde.examiner();
        return monde.issue(RegleId::elig_01);
    };
    CHECK(issue(R"("financeurs": ["departement", "assurance_maladie"])") == Issue::conforme);
    CHECK(issue(R"("financeurs": ["departement"])") == Issue::non_conforme);
    CHECK(issue("") == Issue::manque);
}

TEST_CASE("ELIG-02 wants an open establishment with a true number") {
    Monde monde{dossier_json({.essms = 7})};
    auto& essms = monde.dossier.essms;
    const auto et = [&](std::size_t rang) { return essms[rang].finess_et.text(); };
    monde.inscrire(et(1), "500", "33").ferme_le = jour("2020-06-30");
    monde.fiches.par_finess_et.erase(et(2));
    monde.fiches.par_finess_et.erase(et(3));
    essms[3].categorie = std::string{"500"};
    essms[3].departement = std::string{"33"};
    monde.fiches.par_finess_et.erase(et(4));
    monde.fiches.entites_juridiques.insert(et(4));
    essms[5].finess_ej = *core::Finess::parse("330000118");
    auto faux = et(6);
    faux.back() = faux.back() == '9' ? '0' : static_cast<char>(faux.back() + 1);
    essms[6].finess_et = *core::Finess::parse(faux);
    monde.examiner();
    const Issue attendues[] = {Issue::conforme,    Issue::non_conforme, Issue::non_conforme,
                               Issue::manque,      Issue::non_conforme, Issue::a_apprecier,
                               Issue::non_conforme};
    const auto constats = monde.constats(RegleId::elig_02);
    REQUIRE(constats.size() == 7);
    for (std::size_t rang = 0; rang < 7; ++rang) {
        CAPTURE(rang);
        CHECK(constats[rang].issue == attendues[rang]);
    }
    CHECK(monde.resultat.comptes.size() == 3);
}

TEST_CASE("ELIG-06 follows the treatment that the call gives to the sector") {
    Monde monde{dossier_json({.essms = 3})};
    monde.inscrire(monde.dossier.essms[1].finess_et.text(), "214", "33");
    monde.dossier.essms[2].secteur = referentiels::Secteur::PH;
    (*monde.appel.secteurs.valeur)[5].traitement = programme::TraitementSecteur::a_apprecier;
    monde.examiner();
    const auto constats = monde.constats(RegleId::elig_06);
    CHECK(constats[0].issue == Issue::conforme);
    CHECK(constats[1].issue == Issue::a_apprecier);
    CHECK(constats[2].issue == Issue::alerte);
    CHECK(monde.resultat.comptes.size() == 3);
}

TEST_CASE("a sector that the call closes excludes by ELIG-01") {
    Monde monde{dossier_json({.essms = 1})};
    (*monde.appel.secteurs.valeur)[0].traitement = programme::TraitementSecteur::exclu;
    monde.examiner();
    CHECK(monde.issue(RegleId::elig_01) == Issue::non_conforme);
    CHECK(monde.issue(RegleId::elig_06) == Issue::non_conforme);
    CHECK(monde.resultat.comptes.empty());
}

TEST_CASE("ELIG-07 looks at the first MOM of acquisitions") {
    const Cas cas[] = {
        {"acquisition", R"("premiere_mom_le": "2023-01-15")", Issue::non_conforme},
        {"acquisition", R"("premiere_mom_le": "2023-01-16")", Issue::conforme},
        {"acquisition", R"("premiere_mom_le": null)", Issue::conforme},
        {"montee_de_version", R"("premiere_mom_le": "2020-01-01")", Issue::sans_objet}};
    for (const auto& c : cas) {
        CAPTURE(c.plus);
        CHECK(juger(RegleId::elig_07, c.regime, c.plus) == c.attendue);
    }
    Monde monde{dossier_json({.essms = 1})};
    monde.dossier.essms[0].premiere_mom_le = {};
    monde.examiner();
    CHECK(monde.issue(RegleId::elig_07) == Issue::manque);
}

namespace {

Issue commande(RegleId regle, const char* regime, const dossier::Donnee<dossier::CommandeSons>& c) {
    Monde monde{dossier_json({.essms = 1, .regime = regime}, solution)};
    monde.dossier.essms[0].commande_sons = c;
    monde.examiner();
    return monde.issue(regle);
}

dossier::CommandeSons sons(const char* nom, dossier::Donnee<core::Date> va) {
    return {.solution = std::string{nom}, .va_signee_le = va};
}

}  // namespace

TEST_CASE("ELIG-08 looks at the VA of version changes, with an alert on the day itself") {
    const auto va = [](const char* regime, dossier::Donnee<core::Date> date) {
        return commande(RegleId::elig_08, regime, sons("L'exemple ete", date));
    };
    CHECK(va("montee_de_version", jour("2023-03-30")) == Issue::non_conforme);
    CHECK(va("montee_de_version", jour("2023-03-31")) == Issue::alerte);
    CHECK(va("montee_de_version", jour("2023-04-01")) == Issue::conforme);
    CHECK(va("montee_de_version", dossier::Donnee<core::Date>::nulle()) == Issue::conforme);
    CHECK(va("montee_de_version", {}) == Issue::manque);
    CHECK(commande(RegleId::elig_08, "montee_de_version", {}) == Issue::manque);
    CHECK(commande(RegleId::elig_08, "acquisition",
                   dossier::Donnee<dossier::CommandeSons>::nulle()) == Issue::sans_objet);
}

TEST_CASE("RED-01 to RED-03 refuse another European aid and an earlier ESMS numérique financing") {
    const auto issue = [](RegleId regle, auto changer) {
        Monde monde{dossier_json({.essms = 1}, solution)};
        monde.regle(RegleId::red_02).etat = programme::RegleAppel::Etat::appliquee;
        changer(monde.dossier.essms[0]);
        monde.examiner();
        return monde.issue(regle);
    };
    const auto anterieur = [](const char* programme, const char* nom) {
        return [=](dossier::Essms& e) {
            e.financement_anterieur =
                dossier::FinancementAnterieur{std::string{programme}, std::string{nom}};
        };
    };
    CHECK(issue(RegleId::red_01, [](auto& e) { e.autre_aide_europeenne = true; }) ==
          Issue::non_conforme);
    CHECK(issue(RegleId::red_01, [](auto& e) { e.autre_aide_europeenne = {}; }) == Issue::manque);
    CHECK(issue(RegleId::red_02, anterieur("esms_numerique", "Autre")) == Issue::non_conforme);
    CHECK(issue(RegleId::red_02, anterieur("feder", "Autre")) == Issue::conforme);
    CHECK(issue(RegleId::red_03, anterieur("esms_numerique", "Autre")) == Issue::non_conforme);
    CHECK(issue(RegleId::red_03, anterieur("esms_numerique", "l'exemple été")) ==
          Issue::non_conforme);
    CHECK(issue(RegleId::red_03, [](auto& e) { e.financement_anterieur = {}; }) == Issue::manque);
    CHECK(issue(RegleId::red_03, [](auto&) {}) == Issue::conforme);
}

TEST_CASE("RED-04 refuses a SONS order for another software, whatever the regime") {
    for (const auto* regime : {"acquisition", "montee_de_version"}) {
        CHECK(commande(RegleId::red_04, regime, sons("Autre", {})) == Issue::non_conforme);
        CHECK(commande(RegleId::red_04, regime, sons("  l'EXEMPLE  été", {})) == Issue::conforme);
        CHECK(commande(RegleId::red_04, regime, {}) == Issue::manque);
    }
}

TEST_CASE("RED-05 computes an acquisition under SONS as a version change") {
    Monde monde{dossier_json({.essms = 2}, solution)};
    monde.dossier.essms[0].commande_sons = sons("L'Exemple été", jour("2023-06-01"));
    monde.examiner();
    REQUIRE(monde.resultat.comptes.size() == 2);
    CHECK(monde.resultat.comptes[0].regime == programme::Regime::montee_de_version);
    CHECK(monde.resultat.comptes[1].regime == programme::Regime::acquisition);
    CHECK(monde.constats(RegleId::red_05)[0].issue == Issue::alerte);
    CHECK(monde.constats(RegleId::red_05)[1].issue == Issue::sans_objet);
    CHECK(commande(RegleId::red_05, "montee_de_version", sons("L'Exemple été", {})) ==
          Issue::conforme);
}

}  // namespace grappe::recevabilite::tests
