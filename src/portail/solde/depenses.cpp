// Dépenses: each aid is held to its proved expense, then each group to what its advance has paid.
#include "portail/solde/depenses.hpp"

#include <algorithm>

namespace grappe::solde {
namespace {

using programme::DepensesSousLeForfait;

Money& place_de(Categorie categorie, Aides& aides) {
    switch (categorie) {
        case Categorie::logiciel:
            return aides.equipement;
        case Categorie::materiel:
            return aides.materiel;
        case Categorie::amoa:
            return aides.amoa;
        default:
            return aides.usage;
    }
}

// FIN-10: never above the quotes, where the call follows them.
Aides suivant_les_devis(const Accorde& accorde, const programme::Appel& appel) {
    auto aides = accorde.total();
    const bool suivis =
        appel.regle(rules::RegleId::fin_10).etat == programme::RegleAppel::Etat::appliquee;
    if (!suivis) return aides;
    aides.materiel = {};
    for (const auto& ligne : accorde.lignes)
        aides.materiel +=
            std::min(ligne.aides.materiel, ligne.devis_materiel.value_or(ligne.aides.materiel));
    aides.amoa = std::min(aides.amoa, accorde.devis_amoa.value_or(aides.amoa));
    return aides;
}

Plafonne plafonner(Money accorde, Money prouve, Money avance) {
    const auto du = std::max(prouve, avance);
    return {.accorde = accorde,
            .prouve = prouve,
            .avance = avance,
            .solde = du - avance,
            .trop_verse = du - prouve};
}

}  // namespace

Aides Depenses::par_aide() const {
    Aides aides;
    for (const auto& [categorie, montant] : montants) place_de(categorie, aides) += montant;
    return aides;
}

Justification justifier(const ALimiter& demande) {
    const auto accorde = demande.accorde.total();
    auto prouve = accorde;
    if (demande.depenses != nullptr) {
        const auto depense = demande.depenses->par_aide();
        const auto suivi = suivant_les_devis(demande.accorde, demande.appel);
        prouve.materiel = std::min(suivi.materiel, depense.materiel);
        prouve.amoa = std::min(suivi.amoa, depense.amoa);
        if (demande.appel.depenses_sous_le_forfait == DepensesSousLeForfait::tout_est_limite) {
            prouve.usage = std::min(accorde.usage, depense.usage);
            prouve.equipement = std::min(accorde.equipement, depense.equipement);
        }
    }
    const auto& avance = demande.avance.total;
    return {.forfaits = plafonner(accorde.forfaits(), prouve.forfaits(), avance.forfaits),
            .specifique = plafonner(accorde.specifique(), prouve.specifique(), avance.specifique)};
}

}  // namespace grappe::solde
