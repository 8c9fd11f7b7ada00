// The shipped calls, the sentences and a small fictitious register, for the tests of analyses.
#include "portail/analyse/essai_pour_tests.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "portail/dossier/lecture_dossier.hpp"
#include "portail/programme/chargement.hpp"

namespace grappe::analyse::tests {
namespace {

const std::string racine{GRAPPE_ROOT};

const referentiels::Territoires& territoires() {
    static const auto lus = *referentiels::charger_territoires(racine + "/donnees");
    return lus;
}

const referentiels::Categories& categories() {
    static const auto lues = *referentiels::charger_categories(racine + "/donnees");
    return lues;
}

std::string finess_de(int rang) {
    auto suite = std::to_string(rang);
    suite.insert(0, 5 - suite.size(), '0');
    return numero("339" + suite);
}

referentiels::Etablissement fiche(const std::string& finess, const Lot& lot) {
    return {.finess_et = *core::Finess::parse(finess),
            .finess_ej = "330000001",
            .raison_sociale = "ÉTABLISSEMENT D'ESSAI",
            .adresse = "",
            .code_postal = "",
            .commune = "",
            .categorie = lot.categorie,
            .libelle_categorie = "",
            .agregat = "",
            .siret = "",
            .departement = lot.departement,
            .region = territoires().departement(lot.departement)->region,
            .ouvert_le = {},
            .ferme_le = {},
            .latitude_e6 = {},
            .longitude_e6 = {}};
}

std::string essms_json(const std::string& finess, const Lot& lot) {
    return R"({"finess_et": ")" + finess + R"(", "regime": ")" + lot.regime +
           R"(", "autre_aide_europeenne": false, "financement_anterieur": null,
           "commande_sons": null, "entite_nationale": false, "premiere_mom_le": null)" +
           lot.plus + "}";
}

const char* const pieces_de_nouvelle_aquitaine =
    R"([{"type": "DOC-01"}, {"type": "DOC-02"}, {"type": "DOC-03b"}, {"type": "DOC-04"},
    {"type": "DOC-05"}, {"type": "DOC-06"}, {"type": "DOC-07"}, {"type": "DOC-08"},
    {"type": "DOC-09"}, {"type": "DOC-11"}, {"type": "DOC-16"}, {"type": "DOC-19"}])";
const char* const solution_referencee =
    R"({"nom": "Exemple", "dsr": ["MS1", "MS2"], "referencee_le": "2023-01-10"})";

std::string json(const Dossier& decrit, dossier::FichesRegistre& fiches) {
    std::string essms;
    int rang = 0;
    for (const auto& lot : decrit.lots)
        for (int i = 0; i < lot.essms; ++i) {
            const auto finess = finess_de(++rang);
            fiches.par_finess_et.emplace(finess, fiche(finess, lot));
            essms += (rang > 1 ? ", " : "") + essms_json(finess, lot);
        }
    return R"({"appel": ")" + decrit.appel + R"(", "nature": "nouveau", "depose_le": ")" +
           decrit.depose_le + R"(", "porteur": {"siret": "35600000000048", "ght": false,
           "entite_nationale": false, "commande_publique": false, "recupere_tva": false},
           "essms": [)" +
           essms + R"(], "solution": )" +
           (decrit.solution.empty() ? solution_referencee : decrit.solution) + R"(, "pieces": )" +
           (decrit.pieces.empty() ? pieces_de_nouvelle_aquitaine : decrit.pieces) + decrit.plus +
           "}";
}

dossier::Dossier lu(const std::string& texte) {
    auto lecture = dossier::lire_dossier(texte, {std::nullopt, territoires()});
    for (const auto& faute : lecture.fautes) MESSAGE(faute.chemin);
    REQUIRE(lecture.dossier);
    return *std::move(lecture.dossier);
}

}  // namespace

std::string numero(const std::string& huit_premiers) {
    for (char cle = '0'; cle <= '9'; ++cle)
        if (core::Finess::parse(huit_premiers + cle)->has_valid_key()) return huit_premiers + cle;
    return {};
}

const programme::Appel& appel(const std::string& id) {
    static const auto charges = programme::charger_appels({racine + "/appels"});
    REQUIRE(charges.find(id) != nullptr);
    return charges.find(id)->versions.front().appel;
}

const rules::Phrases& francais() {
    static const auto phrases = [] {
        std::ifstream fichier{racine + "/locale/fr.txt"};
        return *rules::Phrases::charger(std::string{std::istreambuf_iterator{fichier}, {}});
    }();
    return phrases;
}

Essai::Essai(const Dossier& decrit)
    : fiches{.date_du_registre = *core::Date::parse("2021-01-08"),
             .par_finess_et = {},
             .entites_juridiques = {}},
      saisi{lu(json(decrit, fiches))},
      resolu{dossier::resoudre(saisi, fiches, {territoires(), categories()})},
      analyse{analyser(resolu, appel(decrit.appel), {territoires(), categories()}, francais())} {}

const rules::Constat& Essai::constat(rules::RegleId regle) const {
    for (const auto& constat : analyse.constats)
        if (constat.regle == regle) return constat;
    FAIL("no finding of " << core::name_of(regle));
    return analyse.constats.front();
}

std::string Essai::seuil(const std::string& debut) const {
    for (const auto& seuil : analyse.seuils)
        if (seuil.changement.starts_with(debut)) return seuil.changement + " → " + seuil.effet;
    return {};
}

}  // namespace grappe::analyse::tests
