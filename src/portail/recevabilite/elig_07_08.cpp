// "New operation". ELIG-07: no MOM before the 2023 instruction for an acquisition (kit, "Le projet
// doit concerner une nouvelle opération"). ELIG-08: no VA of the Prestation Ségur before the end of
// the first quarter of 2023 for a version change (AAP NA 2024 §4; AMB-17 for that very day).
#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, programme::Regime;

Verdict date_non_definie(const programme::Valeur<core::Date>& date, const programme::Appel& appel) {
    return {.issue = Issue::non_defini,
            .phrase = "recevabilite.non_defini_dans_l_appel",
            .faits = {{"appel", std::string_view{appel.id}}},
            .source = &date.source};
}

// The day on which the VA was signed: null when there is no order or no signature.
dossier::Donnee<core::Date> validation(const dossier::Essms& essms) {
    if (essms.commande_sons.connue()) return essms.commande_sons->va_signee_le;
    return essms.commande_sons.est_nulle() ? dossier::Donnee<core::Date>::nulle()
                                           : dossier::Donnee<core::Date>{};
}

}  // namespace

Verdict elig_07(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    const auto& limite = contexte.appel.mom_au_plus_tot;
    if (regime_effectif(contexte, *essms.saisi) != Regime::acquisition)
        return {Issue::sans_objet, "recevabilite.elig_07.sans_objet"};
    if (!limite.definie()) return date_non_definie(limite, contexte.appel);
    const auto& premiere = essms.saisi->premiere_mom_le;
    if (premiere.inconnue()) return {Issue::manque, "recevabilite.elig_07.manque"};
    if (premiere.est_nulle()) return {Issue::conforme, "recevabilite.elig_07.aucune_mom"};
    rules::Faits faits{{"premiere_mom_le", *premiere}, {"limite", *limite}};
    if (*premiere < *limite)
        return {Issue::non_conforme, "recevabilite.elig_07.non_conforme", std::move(faits)};
    return {Issue::conforme, "recevabilite.elig_07.conforme", std::move(faits)};
}

Verdict elig_08(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    const auto& limite = contexte.appel.va_au_plus_tot;
    if (regime_effectif(contexte, *essms.saisi) != Regime::montee_de_version)
        return {Issue::sans_objet, "recevabilite.elig_08.sans_objet"};
    if (!limite.definie()) return date_non_definie(limite, contexte.appel);
    const auto va = validation(*essms.saisi);
    if (va.inconnue()) return {Issue::manque, "recevabilite.elig_08.manque"};
    if (va.est_nulle()) return {Issue::conforme, "recevabilite.elig_08.aucune_va"};
    rules::Faits faits{{"va_signee_le", *va}, {"limite", *limite}};
    if (*va < *limite)
        return {Issue::non_conforme, "recevabilite.elig_08.non_conforme", std::move(faits)};
    if (*va == *limite)
        return {Issue::alerte, "recevabilite.elig_08.jour_limite", std::move(faits)};
    return {Issue::conforme, "recevabilite.elig_08.conforme", std::move(faits)};
}

}  // namespace grappe::recevabilite
