// Sort: all or nothing by the texts; what they leave open is read as the call chose.
#include "portail/solde/sort.hpp"

namespace grappe::solde {
namespace {

using programme::CiblesPartielles;

Sort d_une_cible_manquee(const Jugement& jugement, const programme::Appel& appel) {
    const auto lecture = *appel.cibles_partiellement_atteintes;
    if (lecture == CiblesPartielles::tout_ou_rien) return {Sort::Genre::rien};
    if (jugement.atteinte == Atteinte::non_mesurable) return {Sort::Genre::a_apprecier};
    const auto atteintes = jugement.nombre(EtatDeCible::atteinte);
    if (atteintes == 0) return {Sort::Genre::rien};
    if (lecture == CiblesPartielles::au_prorata)
        return {Sort::Genre::prorata, atteintes, static_cast<int>(jugement.cibles.size())};
    return {Sort::Genre::a_apprecier};
}

}  // namespace

Sort sort_de(const Jugement& jugement, const programme::Appel& appel) {
    if (!appel.part_avance.definie() || jugement.atteinte == Atteinte::sans_cible)
        return {Sort::Genre::a_apprecier};
    if (jugement.atteinte == Atteinte::sans_mesure) return {Sort::Genre::rien};
    if (jugement.nombre(EtatDeCible::non_atteinte) > 0) return d_une_cible_manquee(jugement, appel);
    return {jugement.atteinte == Atteinte::atteinte ? Sort::Genre::entier
                                                    : Sort::Genre::a_apprecier};
}

}  // namespace grappe::solde
