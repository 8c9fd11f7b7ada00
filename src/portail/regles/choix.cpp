// Lines of a rehearsal chosen and sorted.
#include <algorithm>
#include <functional>
#include <tuple>

#include "portail/regles/regles.hpp"

namespace grappe::regles {
namespace {

using repetition::Replique;

bool repond(const Replique& une, const Choix& choix) {
    if (!choix.guichet.empty() && une.financeur != choix.guichet) return false;
    const core::Money rien{};
    switch (choix.filtre) {
        case Filtre::tous:
            return true;
        case Filtre::changes:
            return une.change();
        case Filtre::gagnants:
            return une.ecart() > rien;
        case Filtre::perdants:
            return une.ecart() < rien;
        case Filtre::irrecevables:
            return une.devient_irrecevable();
        case Filtre::recevables:
            return une.devient_recevable();
    }
    return true;
}

}  // namespace

Choix choix_de(const page::Formulaire& saisie) {
    Choix choix;
    if (const auto filtre = core::named<Filtre>(saisie.valeur("filtre"))) choix.filtre = *filtre;
    if (const auto tri = core::named<Tri>(saisie.valeur("tri"))) choix.tri = *tri;
    choix.guichet = saisie.valeur("guichet");
    return choix;
}

std::vector<Replique> choisies(std::vector<Replique> repliques, const Choix& choix) {
    std::erase_if(repliques, [&](const Replique& une) { return !repond(une, choix); });
    const auto par = [&](auto valeur) {
        std::ranges::sort(repliques, {}, [&](const Replique& une) {
            return std::tuple{std::invoke(valeur, une), une.numero};
        });
    };
    switch (choix.tri) {
        case Tri::ecart:  // as they were played
            break;
        case Tri::gain:
            par([](const Replique& une) { return core::Money{} - une.ecart(); });
            break;
        case Tri::perte:
            par(&Replique::ecart);
            break;
        case Tri::numero:
            par(&Replique::numero);
            break;
        case Tri::porteur:
            par(&Replique::porteur);
            break;
    }
    return repliques;
}

}  // namespace grappe::regles
