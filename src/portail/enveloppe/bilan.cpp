// Sums of moves, by kind and by place.
#include "portail/enveloppe/bilan.hpp"

namespace grappe::enveloppe {
namespace {

Poste poste_de(Genre genre, bool recu) {
    switch (genre) {
        case Genre::ouvrir:
            return Poste::dote;
        case Genre::reserver:
            return Poste::reserve;
        case Genre::engager:
            return Poste::engage;
        case Genre::verser:
            return Poste::verse;
        case Genre::liberer:
            return Poste::libere;
        case Genre::recouvrer:
            return Poste::recouvre;
        case Genre::revenir:
            return Poste::revenu;
        case Genre::ceder:
            break;
    }
    return recu ? Poste::recu : Poste::cede;
}

}  // namespace

Bilan::Bilan(Enveloppe enveloppe, std::span<const Flux> flux) : enveloppe_{std::move(enveloppe)} {
    for (const auto& un : flux)
        if (un.de.enveloppe == enveloppe_ || un.vers.enveloppe == enveloppe_) compter(un);
}

void Bilan::compter(const Flux& flux) {
    const bool part = flux.de.enveloppe == enveloppe_;
    auto& [comptes, nombre] = postes_[poste_de(flux.genre, !part)];
    nombre += flux.nombre;
    if (part && flux.de.compte != Compte::source) {
        auto& ici = comptes[flux.de.compte];
        ici = ici - flux.montant;
    }
    if (flux.vers.enveloppe == enveloppe_ && flux.vers.compte != Compte::source)
        comptes[flux.vers.compte] += flux.montant;
}

core::Money Bilan::solde(Compte compte) const {
    core::Money somme;
    for (const auto& [poste, ligne] : postes_)
        if (const auto ici = ligne.comptes.find(compte); ici != ligne.comptes.end())
            somme += ici->second;
    return somme;
}

std::int64_t Bilan::mouvements() const {
    std::int64_t nombre = 0;
    for (const auto& [poste, ligne] : postes_) nombre += ligne.nombre;
    return nombre;
}

}  // namespace grappe::enveloppe
