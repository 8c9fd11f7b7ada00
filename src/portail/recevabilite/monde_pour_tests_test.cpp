// The small world of the tests: register, call and dossiers.
#include "portail/recevabilite/monde_pour_tests.hpp"

#include <algorithm>

namespace grappe::recevabilite::tests {
namespace {

using programme::Nature, programme::Niveau, programme::Portee, programme::TestRegions;
using rules::RegleId;

const rules::Source texte{"appel d'essai", "§1"};

template <class T>
programme::Valeur<T> valeur(T contenu) {
    return {.valeur = std::move(contenu), .source = texte, .couche = "essai", .chemin = "essai"};
}

core::Instant instant(const char* text) { return *core::Instant::parse(text); }

programme::Fenetre fenetre(const char* id, std::vector<Portee> portees, RegleId regle) {
    const bool seconde = std::string_view{id} == "2";
    return {
        .id = id,
        .portees = std::move(portees),
        .natures = {Nature::nouveau, Nature::redepose, Nature::extension},
        .ouvre_le = instant(seconde ? "2024-05-25T00:00:00+02:00" : "2024-01-15T00:00:00+01:00"),
        .ferme_le = instant(seconde ? "2024-09-16T00:00:00+02:00" : "2024-05-25T00:00:00+02:00"),
        .tolere_des = {},
        .comite = "",
        .regle = regle,
        .source = {"appel d'essai", "calendrier"}};
}

programme::PieceAppel piece(RegleId regle, programme::ConditionPiece condition) {
    return {.regle = regle,
            .libelle = std::string{core::name_of(regle)},
            .obligatoire = true,
            .condition = condition,
            .par_organisme = false,
            .emplacements = {},
            .modele_cnsa = false,
            .source = {"appel d'essai", "pièces"}};
}

std::vector<programme::SecteurAppel> secteurs() {
    using programme::TraitementSecteur;
    const auto un = [](const char* nom, std::vector<std::string> dsr) {
        const bool obligatoire = !dsr.empty();
        return programme::SecteurAppel{.secteur = nom,
                                       .traitement = TraitementSecteur::eligible,
                                       .dsr = std::move(dsr),
                                       .reference_obligatoire = obligatoire,
                                       .source = texte};
    };
    return {un("PA", {"MS1"}),  un("PH", {"MS1"}), un("DOM", {"MS1"}), un("PDE", {"MS2"}),
            un("PDS", {"MS2"}), un("AHI", {}),     un("PJM", {})};
}

void remplir_les_regles(programme::Appel& appel) {
    appel.regles.fill({programme::RegleAppel::Etat::appliquee, texte});
    for (const auto regle : {RegleId::elig_10, RegleId::grp_02, RegleId::grp_04, RegleId::grp_07,
                             RegleId::red_02, RegleId::sol_07, RegleId::sol_08, RegleId::sol_09,
                             RegleId::desk_05, RegleId::cal_05, RegleId::cal_06, RegleId::cal_07})
        appel.regles[static_cast<std::size_t>(regle)].etat =
            programme::RegleAppel::Etat::sans_objet;
}

}  // namespace

programme::Appel appel_d_essai() {
    using programme::LigneRoutage;
    programme::Appel appel("ESSAI-2024", "Appel d'essai", std::optional<std::string>{"75"}, "",
                           core::paris());
    remplir_les_regles(appel);
    appel.fenetres =
        valeur(std::vector{fenetre("1", {Portee::regional}, RegleId::cal_02),
                           fenetre("2", {Portee::regional}, RegleId::cal_02),
                           fenetre("multirégionale", {Portee::multi_regional}, RegleId::cal_03)});
    appel.minimum = valeur(programme::Minimum{15, 8, programme::ModeMinimum::ideal});
    appel.extension_sous_conditions = valeur(true);
    appel.routage = valeur(std::vector<LigneRoutage>{
        {std::nullopt,
         50,
         TestRegions::indifferent,
         Niveau::regional,
         {"appel d'essai", "ligne 1"}},
        {50, std::nullopt, TestRegions::une, Niveau::regional, {"appel d'essai", "ligne 2"}},
        {50,
         std::nullopt,
         TestRegions::plusieurs,
         Niveau::national,
         {"appel d'essai", "ligne 3"}}});
    appel.pivot = valeur(std::vector{programme::CriterePivot::region_appel,
                                     programme::CriterePivot::region_porteur,
                                     programme::CriterePivot::region_majoritaire});
    appel.secteurs = valeur(secteurs());
    appel.mom_au_plus_tot = valeur(*core::Date::parse("2023-01-16"));
    appel.va_au_plus_tot = valeur(*core::Date::parse("2023-03-31"));
    appel.solution =
        valeur(programme::ReglesSolution{true, true, {"AHI", "PJM"}, true, false, false});
    appel.pieces = valeur(std::vector{piece(RegleId::doc_01, programme::ConditionPiece::toujours)});
    appel.categories_saad = valeur(std::vector<std::string>{"460", "209"});
    appel.seuil_territoire = programme::SeuilTerritoire::tous;
    return appel;
}

std::string numero(const std::string& huit_premiers) {
    for (char cle = '0'; cle <= '9'; ++cle)
        if (core::Finess::parse(huit_premiers + cle)->has_valid_key()) return huit_premiers + cle;
    return {};
}

std::string essms_json(const Grappe& grappe) {
    std::string json;
    for (int rang = 1; rang <= grappe.essms; ++rang) {
        auto suite = std::to_string(rang);
        suite.insert(0, 8 - grappe.prefixe.size() - suite.size(), '0');
        if (!json.empty()) json += ",\n";
        json += R"({"finess_et": ")" + numero(grappe.prefixe + suite) + R"(", "regime": ")" +
                grappe.regime +
                R"(", "autre_aide_europeenne": false, "financement_anterieur": null,
                "commande_sons": null, "entite_nationale": false)";
        if (grappe.plus.find("premiere_mom_le") == std::string::npos)
            json += R"(, "premiere_mom_le": null)";
        json += (grappe.plus.empty() ? "" : ", ") + grappe.plus + "}";
    }
    return json;
}

std::string dossier_json(const Grappe& grappe, const std::string& suite) {
    return R"({"appel": "ESSAI-2024", "nature": "nouveau", "depose_le": ")" + grappe.depose_le +
           R"(", "porteur": {"siret": "35600000000048", "entite_nationale": false, "ght": false},
           "essms": [)" +
           essms_json(grappe) + "], " + suite + "}";
}

std::string dossier_json(const Grappe& grappe) {
    return dossier_json(grappe, R"("solution": {"nom": "Exemple", "dsr": ["MS1"],
                        "referencee_le": "2023-03-01"}, "pieces": [{"type": "DOC-01"}])");
}

Monde::Monde(const std::string& json)
    : territoires{*referentiels::charger_territoires(std::string{GRAPPE_ROOT} + "/donnees")},
      categories{*referentiels::charger_categories(std::string{GRAPPE_ROOT} + "/donnees")},
      fiches{.date_du_registre = *core::Date::parse("2021-01-08"),
             .par_finess_et = {},
             .entites_juridiques = {}},
      appel{appel_d_essai()},
      dossier{[&] {
          auto lecture = dossier::lire_dossier(json, {std::nullopt, territoires});
          for (const auto& faute : lecture.fautes) MESSAGE(faute.chemin);
          REQUIRE(lecture.dossier);
          return *std::move(lecture.dossier);
      }()} {
    for (const auto& essms : dossier.essms) inscrire(essms.finess_et.text(), "500", "33");
}

referentiels::Etablissement& Monde::inscrire(const std::string& finess,
                                             const std::string& categorie,
                                             const std::string& departement) {
    const referentiels::Etablissement fiche{.finess_et = *core::Finess::parse(finess),
                                            .finess_ej = "330000001",
                                            .raison_sociale = "ÉTABLISSEMENT D'ESSAI",
                                            .adresse = "",
                                            .code_postal = "",
                                            .commune = "",
                                            .categorie = categorie,
                                            .libelle_categorie = "",
                                            .agregat = "",
                                            .siret = "",
                                            .departement = departement,
                                            .region = territoires.departement(departement)->region,
                                            .ouvert_le = {},
                                            .ferme_le = {},
                                            .latitude_e6 = {},
                                            .longitude_e6 = {}};
    return fiches.par_finess_et.insert_or_assign(finess, fiche).first->second;
}

const Recevabilite& Monde::examiner() {
    resolu = dossier::resoudre(dossier, fiches, {territoires, categories});
    resultat = recevabilite::examiner(resolu, appel, {territoires, categories});
    return resultat;
}

std::vector<rules::Constat> Monde::constats(RegleId voulue) const {
    std::vector<rules::Constat> voulus;
    for (const auto& constat : resultat.constats)
        if (constat.regle == voulue) voulus.push_back(constat);
    return voulus;
}

rules::Issue Monde::issue(RegleId voulue) const {
    const auto voulus = constats(voulue);
    REQUIRE(!voulus.empty());
    return voulus.front().issue;
}

}  // namespace grappe::recevabilite::tests
