// Gathers the findings in catalogue order; the families are in constats_*.cpp.
#include "portail/subvention/constats.hpp"

#include "portail/subvention/constats_communs.hpp"

namespace grappe::subvention {
namespace {

using programme::RegleAppel;
using rules::Issue;
using rules::RegleId;

// No dossier carries what they speak of: categories of expenses, the reason of the scale.
bool ne_se_juge_pas(RegleId regle) { return regle == RegleId::fin_13 || regle == RegleId::fin_15; }

}  // namespace

void Releve::noter(RegleId regle, Verdict verdict, rules::Faits faits) {
    noter(regle, rules::Objet::du_dossier(), verdict, std::move(faits));
}

void Releve::noter(RegleId regle, rules::Objet objet, Verdict verdict, rules::Faits faits) {
    constats_.push_back({.regle = regle,
                         .issue = verdict.issue,
                         .objet = objet,
                         .phrase = verdict.phrase,
                         .faits = std::move(faits),
                         .source = &appel_.regle(regle).source});
}

bool Releve::reste_a_juger(RegleId regle, std::int64_t cas) {
    if (sans_objet(appel_, regle))
        noter(regle, {Issue::sans_objet, "subvention.regle_sans_objet"}, {});
    else if (cas == 0)
        noter(regle, {Issue::sans_objet, "subvention.rien_a_juger"}, {});
    else if (appel_.regle(regle).etat == RegleAppel::Etat::non_definie)
        noter(regle, {Issue::non_defini, "subvention.regle_non_definie"}, {});
    else
        return true;
    return false;
}

std::vector<rules::Constat> constater(const Calcul& calcul) {
    Releve releve{calcul.appel()};
    constater_tailles(releve, calcul);
    constater_devis(releve, calcul);
    constater_forfaits(releve, calcul);
    constater_materiel(releve, calcul);
    constater_amoa(releve, calcul);
    constater_plafond(releve, calcul);
    constater_heures(releve, calcul);
    constater_versements(releve, calcul);
    constater_bareme(releve, calcul);
    return std::move(releve).rendre();
}

std::vector<rules::Constat> constats_sans_montants(const programme::Appel& appel) {
    Releve releve{appel};
    releve.noter(RegleId::grp_09, {Issue::sans_objet, "subvention.rien_a_juger"}, {});
    releve.noter(RegleId::doc_17, {Issue::sans_objet, "subvention.rien_a_juger"}, {});
    for (const auto& [regle, nom] : names(RegleId{})) {
        if (!nom.starts_with("FIN-")) continue;
        if (ne_se_juge_pas(regle) || sans_objet(appel, regle))
            releve.noter(regle, {Issue::sans_objet, "subvention.rien_a_juger"}, {});
        else
            releve.noter(regle, {Issue::non_defini, "subvention.sans_montants"}, {});
    }
    return std::move(releve).rendre();
}

}  // namespace grappe::subvention
