// ELIG-11: the ten lines of the kit's self-check ("recevabilité"), read from the other findings.
// A summary: it never decides more than the rules it reads.
#include <algorithm>
#include <array>

#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, rules::RegleId;

struct LigneDuKit {
    std::string_view nom;
    std::array<RegleId, 2> regles;
};

constexpr std::array<LigneDuKit, 10> lignes_du_kit{{
    {"essms_eligibles", {RegleId::elig_01, RegleId::elig_06}},
    {"nombre_minimum", {RegleId::grp_01, RegleId::grp_01}},
    {"finess_geographique", {RegleId::elig_02, RegleId::elig_02}},
    {"siret_du_porteur", {RegleId::elig_04, RegleId::elig_04}},
    {"operation_nouvelle", {RegleId::elig_07, RegleId::elig_08}},
    {"sans_aide_europeenne", {RegleId::red_01, RegleId::red_01}},
    {"sans_financement_anterieur", {RegleId::red_02, RegleId::red_03}},
    {"sans_sons_autre_solution", {RegleId::red_04, RegleId::red_04}},
    {"meme_solution", {RegleId::sol_01, RegleId::sol_01}},
    {"solution_referencee", {RegleId::sol_02, RegleId::sol_03}},
}};

// From the gravest to the mildest.
int gravite(Issue issue) {
    constexpr std::array ordre{Issue::non_conforme, Issue::manque, Issue::a_apprecier,
                               Issue::non_defini,   Issue::alerte, Issue::conforme,
                               Issue::sans_objet};
    return static_cast<int>(std::find(ordre.begin(), ordre.end(), issue) - ordre.begin());
}

Issue pire(Issue une, Issue autre) { return gravite(une) < gravite(autre) ? une : autre; }

using PireParRegle = std::array<Issue, rules::nombre_de_regles>;

bool exclu(const Examen& examen, const rules::Constat& constat, std::size_t& rang) {
    if (constat.objet.genre != rules::Objet::Genre::essms) return false;
    const auto& essms = examen.contexte.dossier.essms;
    if (rang >= essms.size() || essms[rang].ligne != constat.objet.rang)
        rang = static_cast<std::size_t>(
            std::find_if(essms.begin(), essms.end(),
                         [&](const auto& e) { return e.ligne == constat.objet.rang; }) -
            essms.begin());
    if (rang >= essms.size()) return false;
    const auto ici = rang++;  // the next finding is mostly of the next line
    return examen.exclusions[ici].has_value();
}

// An excluded establishment is to be withdrawn: an alert, and nothing missing is asked about it.
PireParRegle pires(const Examen& examen, const Constats& constats) {
    PireParRegle resultat;
    resultat.fill(Issue::sans_objet);
    std::size_t rang = 0;
    for (const auto& constat : constats) {
        const bool ecarte = exclu(examen, constat, rang);
        if (ecarte && constat.issue != Issue::non_conforme) continue;
        auto& regle = resultat[static_cast<std::size_t>(constat.regle)];
        regle = pire(regle, ecarte ? Issue::alerte : constat.issue);
    }
    return resultat;
}

}  // namespace

Verdict elig_11(const Examen& examen, const Constats& constats) {
    const auto par_regle = pires(examen, constats);
    rules::Faits faits;
    faits.reserve(lignes_du_kit.size() + 1);
    Issue ensemble = Issue::sans_objet;
    std::int64_t satisfaites = 0;
    for (const auto& ligne : lignes_du_kit) {
        const auto issue = pire(par_regle[static_cast<std::size_t>(ligne.regles[0])],
                                par_regle[static_cast<std::size_t>(ligne.regles[1])]);
        if (gravite(issue) >= gravite(Issue::alerte)) ++satisfaites;
        ensemble = pire(ensemble, issue);
        faits.push_back({ligne.nom, core::name_of(issue)});
    }
    faits.push_back({"satisfaites", satisfaites});
    if (!examen.contexte.applique(RegleId::elig_11)) ensemble = Issue::sans_objet;
    return {ensemble, "recevabilite.elig_11.bilan", std::move(faits)};
}

}  // namespace grappe::recevabilite
