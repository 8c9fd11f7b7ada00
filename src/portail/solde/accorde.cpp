// Accordé: from the computed subsidy of a dossier.
#include "portail/solde/accorde.hpp"

#include <algorithm>

#include "core/ensure.hpp"

namespace grappe::solde {
namespace {

template <class T>
std::optional<T> connu(const dossier::Donnee<T>& donnee) {
    return donnee.connue() ? std::optional<T>{*donnee} : std::nullopt;
}

const dossier::EssmsResolu& essms_de(const dossier::DossierResolu& dossier, int ligne) {
    const auto trouve = std::find_if(dossier.essms.begin(), dossier.essms.end(),
                                     [&](const auto& essms) { return essms.ligne == ligne; });
    core::ensure(trouve != dossier.essms.end(), "a line of the subsidy without its establishment");
    return *trouve;
}

}  // namespace

Aides& Aides::operator+=(const Aides& autres) {
    usage += autres.usage;
    equipement += autres.equipement;
    materiel += autres.materiel;
    amoa += autres.amoa;
    return *this;
}

Aides Accorde::total() const {
    Aides somme;
    for (const auto& ligne : lignes) somme += ligne.aides;
    return somme;
}

Accorde accorde_de(const subvention::Subvention& subvention,
                   const dossier::DossierResolu& dossier) {
    Accorde accorde{.lignes = {}, .devis_amoa = connu(dossier.saisi->devis_amoa)};
    for (const auto& ligne : subvention.lignes) {
        const auto& essms = essms_de(dossier, ligne.ligne);
        const auto secteur = essms.secteur ? core::name_of(*essms.secteur) : std::string_view{};
        accorde.lignes.push_back({.finess_et = std::string{ligne.finess_et},
                                  .secteur = std::string{secteur},
                                  .eligible_sons = connu(essms.saisi->eligible_sons),
                                  .aides = {.usage = ligne.usage,
                                            .equipement = ligne.equipement,
                                            .materiel = ligne.materiel,
                                            .amoa = ligne.amoa},
                                  .devis_materiel = connu(essms.saisi->devis_materiel)});
    }
    return accorde;
}

}  // namespace grappe::solde
