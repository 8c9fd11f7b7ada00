// From columns to records.
#include "dui/preuve/dossiers.hpp"

#include <algorithm>

#include "dui/indicateur/dossier.hpp"

namespace grappe::preuve {
namespace {

using colonnes::Rangee;

bool est_connu(const colonnes::Plages& dossier, indicateur::Acte connu) {
    return std::any_of(dossier.begin(), dossier.end(), [connu](std::span<const Rangee> rangees) {
        return std::any_of(rangees.begin(), rangees.end(),
                           [connu](const Rangee& une) { return une.connue(connu); });
    });
}

// Messages that name nobody stand together in the columns; each is a record of its own.
void ajouter_les_messages(std::vector<rapport::Dossier>& dossiers, const colonnes::Plages& plages,
                          indicateur::Acte connu) {
    constexpr auto envois = static_cast<std::size_t>(fait::Type::envoi_mss);
    for (const auto& envoi : plages[envois]) {
        if (!envoi.connue(connu)) continue;
        colonnes::Plages lui_seul;
        lui_seul[envois] = {&envoi, 1};
        dossiers.push_back({.identifiant = "envoi:" + std::to_string(envoi.numero),
                            .faits = indicateur::dossier_mesure(lui_seul, connu)});
    }
}

}  // namespace

std::vector<rapport::Dossier> dossiers(const colonnes::Colonnes& tout, const core::Finess& finess,
                                       indicateur::Acte connu) {
    const auto tous = tout.etablissements();
    const auto ici =
        std::lower_bound(tous.begin(), tous.end(), finess.text(),
                         [](const auto& un, const auto& voulu) { return un.numero() < voulu; });
    std::vector<rapport::Dossier> dossiers;
    if (ici == tous.end() || ici->numero() != finess.text() || ici->connu > connu) return dossiers;
    colonnes::RangeesParType fondues;
    for (auto d = ici->premier; d < ici->premier + ici->dossiers; ++d) {
        const auto plages = tout.plages(d, fondues);
        const auto personne = tout.personne(d);
        if (personne.empty())
            ajouter_les_messages(dossiers, plages, connu);
        else if (est_connu(plages, connu))
            dossiers.push_back({.identifiant = "personne:" + std::string{personne},
                                .faits = indicateur::dossier_mesure(plages, connu)});
    }
    return dossiers;
}

std::vector<core::Finess> etablissements(const colonnes::Colonnes& tout, indicateur::Acte connu) {
    std::vector<core::Finess> numeros;
    for (const auto& un : tout.etablissements())
        if (un.connu <= connu) numeros.push_back(core::Finess::parse(un.numero()).value());
    return numeros;
}

}  // namespace grappe::preuve
