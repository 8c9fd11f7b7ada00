// CASF D.311 I and II: a contract of stay for two months or more in one establishment; a DIPC for a
// shorter stay, without a stay, at home, after a refusal to sign, or under a judicial measure for a
// minor. CASF D.471-8: a DIPM from a judicial representative.
#include "dui/echeance/document.hpp"

#include "core/calendar.hpp"

namespace grappe::echeance {
namespace {

// "Less than two months": it ends before the day of the same date, two months later.
bool courte(const Sejour& sejour, const Regles& regles) {
    return sejour.fin_prevue &&
           *sejour.fin_prevue < core::plus_months(sejour.admission, regles.contrat_des_mois);
}

std::vector<Motif> motifs_du_dipc(const Sejour& sejour, const Regles& regles) {
    std::vector<Motif> motifs;
    if (courte(sejour, regles))
        motifs.push_back({"echeance.choix.courte",
                          {{"admission", sejour.admission},
                           {"fin", *sejour.fin_prevue},
                           {"mois", std::int64_t{regles.contrat_des_mois}}}});
    if (sejour.accompagnement == Accompagnement::sans_sejour)
        motifs.push_back({"echeance.choix.sans_sejour"});
    if (sejour.accompagnement == Accompagnement::domicile)
        motifs.push_back({"echeance.choix.domicile"});
    if (sejour.age == Age::mineur && sejour.mesure == Mesure::judiciaire)
        motifs.push_back({"echeance.choix.judiciaire"});
    return motifs;
}

}  // namespace

std::optional<core::Date> refuse_le(const Sejour& sejour, core::Date aujourd_hui) {
    std::optional<core::Date> premier;
    for (const auto& fait : sejour.faits)
        if (fait.acte == Acte::refus_de_signer && fait.jour <= aujourd_hui &&
            (!premier || fait.jour < *premier))
            premier = fait.jour;
    return premier;
}

Choix choisir(const Sejour& sejour, const Regles& regles, core::Date aujourd_hui) {
    if (sejour.secteur == referentiels::Secteur::PJM)
        return {Profil::dipm, {{"echeance.choix.mandataire"}}};
    auto motifs = motifs_du_dipc(sejour, regles);
    if (!motifs.empty()) return {Profil::dipc, std::move(motifs)};
    if (const auto refus = refuse_le(sejour, aujourd_hui))
        return {Profil::refus, {{"echeance.choix.refus", {{"refus", *refus}}}}};
    if (sejour.fin_prevue)
        return {Profil::contrat,
                {{"echeance.choix.contrat",
                  {{"admission", sejour.admission},
                   {"fin", *sejour.fin_prevue},
                   {"mois", std::int64_t{regles.contrat_des_mois}}}}}};
    return {Profil::contrat,
            {{"echeance.choix.sans_fin", {{"mois", std::int64_t{regles.contrat_des_mois}}}}}};
}

}  // namespace grappe::echeance
