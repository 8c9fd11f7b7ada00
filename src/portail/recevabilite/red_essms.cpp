// Non-redundancy of financing, by establishment. RED-01 no other European aid (kit; AAP NA 2024
// §4.2.A and note 5). RED-02 no earlier ESMS numérique financing (kit). RED-03 not twice for the
// same software nor for two DUI (§4.2.A). RED-04 no SONS order for another software (kit; §4.2.A).
// RED-05 a SONS beneficiary keeps the usage and hardware aids, not the software's (kit; §4).
#include "core/texte.hpp"
#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, programme::Regime;

// The earlier financing as RED-02 and RED-03 read it: empty when there is nothing to reproach.
std::optional<Verdict> sans_reproche(const dossier::Essms& essms) {
    const auto& anterieur = essms.financement_anterieur;
    if (anterieur.inconnue())
        return Verdict{.issue = Issue::manque, .phrase = "recevabilite.red.anterieur_inconnu"};
    if (anterieur.est_nulle() || anterieur->programme.est_nulle())
        return Verdict{.issue = Issue::conforme, .phrase = "recevabilite.red.aucun_anterieur"};
    if (anterieur->programme.inconnue())
        return Verdict{.issue = Issue::manque, .phrase = "recevabilite.red.programme_inconnu"};
    if (*anterieur->programme != "esms_numerique")
        return Verdict{.issue = Issue::conforme,
                       .phrase = "recevabilite.red.autre_programme",
                       .faits = {{"programme", std::string_view{*anterieur->programme}}}};
    return std::nullopt;
}

std::string_view solution_commandee(const dossier::Essms& essms) {
    const auto& solution = essms.commande_sons->solution;
    return solution.connue() ? std::string_view{*solution} : std::string_view{};
}

Verdict commande_pour_la_solution(const Contexte& contexte, const dossier::Essms& essms) {
    const rules::Fait solution{"solution", solution_commandee(essms)};
    if (essms.regime == Regime::acquisition && regime_effectif(contexte, essms) != essms.regime)
        return {Issue::alerte, "recevabilite.red_05.recalcule", {solution}};
    return {Issue::conforme, "recevabilite.red_05.conforme", {solution}};
}

}  // namespace

Verdict red_01(const Contexte&, const dossier::EssmsResolu& essms) {
    switch (reponse(essms.saisi->autre_aide_europeenne)) {
        case Reponse::oui:
            return {Issue::non_conforme, "recevabilite.red_01.non_conforme"};
        case Reponse::non:
            return {Issue::conforme, "recevabilite.red_01.conforme"};
        case Reponse::inconnue:
            break;
    }
    return {Issue::manque, "recevabilite.red_01.manque"};
}

Verdict red_02(const Contexte&, const dossier::EssmsResolu& essms) {
    if (auto verdict = sans_reproche(*essms.saisi)) return *std::move(verdict);
    return {Issue::non_conforme, "recevabilite.red_02.non_conforme"};
}

Verdict red_03(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    if (auto verdict = sans_reproche(*essms.saisi)) return *std::move(verdict);
    const auto& solution = essms.saisi->financement_anterieur->solution;
    if (!solution.connue() || contexte.solution.empty())
        return {Issue::non_conforme, "recevabilite.red_03.non_conforme"};
    const rules::Fait nom{"solution", std::string_view{*solution}};
    if (core::fold(*solution) == contexte.solution)
        return {Issue::non_conforme, "recevabilite.red_03.meme_logiciel", {nom}};
    return {Issue::non_conforme, "recevabilite.red_03.autre_logiciel", {nom}};
}

Verdict red_04(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    switch (commande_sons(contexte, *essms.saisi)) {
        case CommandeSons::aucune:
            return {Issue::conforme, "recevabilite.red_04.aucune_commande"};
        case CommandeSons::meme_solution:
            return {Issue::conforme, "recevabilite.red_04.conforme"};
        case CommandeSons::autre_solution:
            return {Issue::non_conforme,
                    "recevabilite.red_04.non_conforme",
                    {{"solution_sons", solution_commandee(*essms.saisi)},
                     {"solution", std::string_view{*contexte.saisi().solution->nom}}}};
        case CommandeSons::inconnue:
            break;
    }
    return {Issue::manque, essms.saisi->commande_sons.inconnue()
                               ? std::string_view{"recevabilite.red_04.commande_inconnue"}
                               : std::string_view{"recevabilite.red_04.solution_inconnue"}};
}

Verdict red_05(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    switch (commande_sons(contexte, *essms.saisi)) {
        case CommandeSons::meme_solution:
            return commande_pour_la_solution(contexte, *essms.saisi);
        case CommandeSons::aucune:
            return {Issue::sans_objet, "recevabilite.red_05.aucune_commande"};
        case CommandeSons::autre_solution:
            return {Issue::sans_objet, "recevabilite.red_05.autre_solution"};
        case CommandeSons::inconnue:
            break;
    }
    if (essms.saisi->regime == Regime::montee_de_version)
        return {Issue::sans_objet, "recevabilite.red_05.montee_de_version"};
    return {Issue::manque, "recevabilite.red_05.manque"};
}

}  // namespace grappe::recevabilite
