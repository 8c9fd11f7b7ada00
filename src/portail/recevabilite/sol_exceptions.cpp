// Exceptions and ways to buy. SOL-04 only AHI or PJM (AAP NA 2024 §4, §4.2.C, annex 2). SOL-05 DPI
// of a GHT under cumulative conditions (§4.2.C; IDF 2023). SOL-06 more than V1 is needed (§4).
// SOL-07 central purchasing body (Corse 2021). SOL-08 public procurement (IDF 2023, "Prérequis").
// SOL-09 content of the amorçage (Corse 2021).
#include <algorithm>

#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue;

bool une_acquisition(const Examen& examen) {
    const auto& comptes = examen.decompte.comptes;
    return std::any_of(comptes.begin(), comptes.end(), [](const auto& compte) {
        return compte.regime == programme::Regime::acquisition;
    });
}

Verdict conditions_du_ght(const dossier::SolutionGht& conditions) {
    const Reponse reponses[] = {reponse(conditions.marche_public),
                                reponse(conditions.etude_couverture)};
    if (std::count(std::begin(reponses), std::end(reponses), Reponse::non) > 0)
        return {Issue::non_conforme, "recevabilite.sol_05.non_conforme"};
    if (std::count(std::begin(reponses), std::end(reponses), Reponse::inconnue) > 0)
        return {Issue::manque, "recevabilite.sol_05.manque"};
    return {Issue::conforme, "recevabilite.sol_05.conforme"};
}

Verdict concurrence(const dossier::Solution& solution) {
    if (solution.mise_en_concurrence.inconnue())
        return {Issue::manque, "recevabilite.sol_07.concurrence_inconnue"};
    if (solution.mise_en_concurrence.est_nulle())
        return {Issue::non_conforme, "recevabilite.sol_07.sans_concurrence"};
    return {Issue::conforme,
            "recevabilite.sol_07.conforme",
            {{"centrale", std::string_view{*solution.centrale_achat}}}};
}

}  // namespace

Verdict sol_04(const Examen& examen) {
    switch (secteurs_sans_reference(examen)) {
        case Reponse::inconnue:
            return {Issue::manque, "recevabilite.sol_04.secteur_inconnu"};
        case Reponse::non:
            return {Issue::sans_objet, "recevabilite.sol_04.sans_objet"};
        case Reponse::oui:
            break;
    }
    return {Issue::conforme, "recevabilite.sol_04.conforme"};
}

Verdict sol_05(const Examen& examen) {
    if (!exception_ght(examen)) return {Issue::sans_objet, "recevabilite.sol_05.sans_objet"};
    switch (reponse(examen.saisi().porteur.ght)) {
        case Reponse::non:
            return {Issue::non_conforme, "recevabilite.sol_05.sans_ght"};
        case Reponse::inconnue:
            return {Issue::manque, "recevabilite.sol_05.ght_inconnu"};
        case Reponse::oui:
            break;
    }
    const auto& conditions = solution_de(examen.contexte)->ght;
    if (conditions.inconnue()) return {Issue::manque, "recevabilite.sol_05.manque"};
    if (conditions.est_nulle()) return {Issue::non_conforme, "recevabilite.sol_05.non_conforme"};
    return conditions_du_ght(*conditions);
}

Verdict sol_06(const Examen&) { return {Issue::alerte, "recevabilite.sol_06.alerte"}; }

Verdict sol_07(const Examen& examen) {
    const auto& solution = examen.saisi().solution;
    if (solution.inconnue() || (solution.connue() && solution->centrale_achat.inconnue()))
        return {Issue::manque, "recevabilite.sol_07.manque"};
    if (solution.est_nulle() || solution->centrale_achat.est_nulle())
        return {Issue::non_conforme, "recevabilite.sol_07.non_conforme"};
    if (une_acquisition(examen)) return concurrence(*solution);
    return {Issue::conforme,
            "recevabilite.sol_07.conforme",
            {{"centrale", std::string_view{*solution->centrale_achat}}}};
}

Verdict sol_08(const Examen& examen) {
    switch (reponse(examen.saisi().porteur.commande_publique)) {
        case Reponse::non:
            return {Issue::sans_objet, "recevabilite.sol_08.sans_objet"};
        case Reponse::inconnue:
            return {Issue::manque, "recevabilite.sol_08.inconnu"};
        case Reponse::oui:
            break;
    }
    const auto* solution = solution_de(examen.contexte);
    if (solution != nullptr &&
        (solution->mise_en_concurrence.connue() || solution->centrale_achat.connue()))
        return {Issue::conforme, "recevabilite.sol_08.conforme"};
    return {Issue::manque, "recevabilite.sol_08.manque"};
}

Verdict sol_09(const Examen&) { return {Issue::alerte, "recevabilite.sol_09.alerte"}; }

}  // namespace grappe::recevabilite
