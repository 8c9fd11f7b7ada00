// The way of one computation: facts, flats, specific aid, payments; then variants and reasons.
#include "portail/subvention/subvention.hpp"

#include "portail/subvention/calcul.hpp"
#include "portail/subvention/constats.hpp"
#include "portail/subvention/rangs.hpp"
#include "portail/subvention/trace.hpp"
#include "portail/subvention/variantes.hpp"

namespace grappe::subvention {
namespace {

using core::Money;

Calcul calculer_sous(const Base& base, const Choix& choix) {
    Calcul calcul{.base = base, .choix = choix, .tailles = tailles(base, choix)};
    calcul.forfaits = calculer_forfaits(base, choix);
    calcul.specifique = calculer_specifique(base, choix, calcul.forfaits.total);
    calcul.specifique_par_ligne = repartir(calcul.specifique, base, calcul.tailles);
    calcul.versements = verser(base, calcul.total(), calcul.specifique);
    return calcul;
}

Ligne ligne(const Calcul& calcul, std::size_t i) {
    const auto& preparee = calcul.base.lignes[i];
    const auto& forfait = calcul.forfaits.lignes[i];
    return {.ligne = preparee.essms->ligne,
            .finess_et = preparee.essms->finess(),
            .rang = forfait.rang,
            .regime = preparee.regime,
            .usage = forfait.usage,
            .equipement = forfait.equipement,
            .materiel = calcul.specifique_par_ligne[i].materiel,
            .amoa = calcul.specifique_par_ligne[i].amoa,
            .trace = trace_de_la_ligne(calcul, i)};
}

std::vector<Ligne> lignes(const Calcul& calcul) {
    std::vector<Ligne> lignes;
    lignes.reserve(calcul.base.lignes.size());
    for (std::size_t i = 0; i < calcul.base.lignes.size(); ++i) lignes.push_back(ligne(calcul, i));
    return lignes;
}

Money somme(const std::vector<Ligne>& lignes, Money Ligne::*montant) {
    Money total;
    for (const auto& ligne : lignes) total += ligne.*montant;
    return total;
}

Subvention subvention(Calcul& calcul) {
    Subvention subvention;
    subvention.lignes = lignes(calcul);
    subvention.usage = somme(subvention.lignes, &Ligne::usage);
    subvention.equipement = somme(subvention.lignes, &Ligne::equipement);
    subvention.specifique =
        somme(subvention.lignes, &Ligne::materiel) + somme(subvention.lignes, &Ligne::amoa);
    subvention.total = subvention.usage + subvention.equipement + subvention.specifique;
    core::ensure(subvention.total == calcul.total(), "the lines do not sum to the total");
    subvention.avance = calcul.versements.avance;
    subvention.solde = calcul.versements.solde;
    subvention.convention_rang = calcul.choix.convention_rang;
    subvention.assiette_plafond = calcul.choix.assiette_plafond;
    calcul.variantes = variantes(calcul, subvention.total);
    subvention.constats = constater(calcul);
    subvention.trace = trace_du_projet(calcul);
    subvention.variantes = std::move(calcul.variantes);
    return subvention;
}

}  // namespace

// Without tiers no rank decides anything, whatever a call file says of ranks.
Choix choix_de_l_appel(const programme::Appel& appel) {
    Choix choix;
    choix.assiette_plafond = appel.assiette_plafond;
    choix.seuil_territoire = appel.seuil_territoire;
    if (!a_des_paliers(appel)) return choix;
    core::ensure(appel.convention_rang.has_value(), "tiers without a convention of ranks");
    choix.convention_rang = appel.convention_rang;
    choix.ordre_rang = appel.ordre_rang;
    choix.extension = appel.extension;
    return choix;
}

std::optional<Subvention> calculer(const Demande& demande) {
    if (!demande.appel.donne_des_montants()) return std::nullopt;
    const auto base = preparer(demande);
    const auto choix = choix_de_l_appel(demande.appel);
    auto calcul = calculer_sous(base, choix);
    return subvention(calcul);
}

Money calculer_total(const Demande& demande, const Choix& choix) {
    return total_sous(preparer(demande), choix);
}

}  // namespace grappe::subvention
