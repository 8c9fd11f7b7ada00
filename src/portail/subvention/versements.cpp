// Advance rounded down, balance the rest. AMB-26: expenses limit the specific part alone, and the
// text says nothing of a refund: what the advance has paid in excess is told, not taken back.
#include "portail/subvention/versements.hpp"

#include <algorithm>

namespace grappe::subvention {
namespace {

using core::Money;

Money part_avance(const Base& base, Money montant) {
    const auto& part = base.appel().part_avance;
    return part.definie() ? share_rounded_down(montant, *part) : Money{};
}

Money justifiee(Money accordee, const dossier::Donnee<Money>& depense) {
    return depense.connue() ? std::min(accordee, *depense) : accordee;
}

Money specifique_justifie(const Base& base, const Specifique& specifique) {
    const auto& depenses = base.dossier().depenses;
    if (!depenses.connue()) return specifique.total();
    return justifiee(specifique.materiel, depenses->materiel) +
           justifiee(specifique.amoa, depenses->amoa);
}

}  // namespace

Versements verser(const Base& base, Money total, const Specifique& specifique) {
    const auto avance = part_avance(base, total);
    const auto avance_specifique = part_avance(base, specifique.total());
    const auto justifie = specifique_justifie(base, specifique);
    const auto du = std::max(justifie, avance_specifique);
    return {.avance = avance,
            .solde = total - avance - (specifique.total() - du),
            .non_justifie = specifique.total() - justifie,
            .trop_verse = du - justifie};
}

}  // namespace grappe::subvention
