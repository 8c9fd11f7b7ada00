// Avance: the total of the flats takes the cent that rounding each group by itself would lose.
#include "portail/solde/avance.hpp"

#include "portail/solde/partage.hpp"

namespace grappe::solde {
namespace {

using Groupe = Money (Aides::*)() const;

std::vector<Money> parts_des_lignes(const Accorde& accorde, Groupe groupe, Money total,
                                    const core::Rate& part) {
    std::vector<subvention::Quotient> quotients;
    for (const auto& ligne : accorde.lignes)
        quotients.push_back({core::i128{(ligne.aides.*groupe)().in_cents()} * part.numerator(),
                             part.denominator()});
    return partager(total, quotients, cles_de(accorde));
}

}  // namespace

Avance avancer(const Accorde& accorde, const programme::Appel& appel) {
    Avance avance{.total = {}, .lignes = std::vector<Part>(accorde.lignes.size())};
    if (!appel.part_avance.definie()) return avance;
    const auto& part = *appel.part_avance;
    const auto aides = accorde.total();
    const auto total = share_rounded_down(aides.total(), part);
    avance.total.specifique = share_rounded_down(aides.specifique(), part);
    avance.total.forfaits = total - avance.total.specifique;
    const auto forfaits = parts_des_lignes(accorde, &Aides::forfaits, avance.total.forfaits, part);
    const auto specifiques =
        parts_des_lignes(accorde, &Aides::specifique, avance.total.specifique, part);
    for (std::size_t i = 0; i < avance.lignes.size(); ++i)
        avance.lignes[i] = {.forfaits = forfaits[i], .specifique = specifiques[i]};
    return avance;
}

// Each share stays below what it is a share of: the sum does.
Avance repartir_l_avance(const Accorde& accorde, Money montant) {
    const auto aides = accorde.total();
    core::ensure(montant <= aides.total(), "an advance within what is granted");
    Avance avance{.total = {}, .lignes = std::vector<Part>(accorde.lignes.size())};
    if (montant == Money{}) return avance;
    const core::Rate part{aides.specifique().in_cents(), aides.total().in_cents()};
    avance.total.specifique = share_rounded_down(montant, part);
    avance.total.forfaits = montant - avance.total.specifique;
    std::vector<Money> forfaits, specifiques;
    for (const auto& ligne : accorde.lignes) {
        forfaits.push_back(ligne.aides.forfaits());
        specifiques.push_back(ligne.aides.specifique());
    }
    const auto cles = cles_de(accorde);
    forfaits = partager_selon(avance.total.forfaits, forfaits, cles);
    specifiques = partager_selon(avance.total.specifique, specifiques, cles);
    for (std::size_t i = 0; i < avance.lignes.size(); ++i)
        avance.lignes[i] = {.forfaits = forfaits[i], .specifique = specifiques[i]};
    return avance;
}

}  // namespace grappe::solde
