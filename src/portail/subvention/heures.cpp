// FIN-09. AAP Nouvelle-Aquitaine 2024, §4.4.1 and annexe 1; AMB-15: exact fraction, flats only.
#include "portail/subvention/heures.hpp"

#include <algorithm>

#include "core/int128.hpp"

namespace grappe::subvention {
namespace {

using Etat = HeuresLues::Etat;

bool est_un_saad(const dossier::EssmsResolu& essms, const programme::Appel& appel) {
    if (!appel.categories_saad.definie()) return false;
    const auto& categories = *appel.categories_saad;
    return std::find(categories.begin(), categories.end(), essms.categorie) != categories.end();
}

// `null` states that there are none; only an absent number is unknown.
bool completes(const dossier::Heures& heures) {
    return heures.total.connue() && !heures.apa.inconnue() && !heures.pch.inconnue() &&
           !heures.autres.inconnue();
}

HeuresLues part_financee(const dossier::Heures& heures) {
    const auto total = *heures.total;
    const core::i128 financees =
        core::i128{heures.apa.valeur_ou(0)} + heures.pch.valeur_ou(0) + heures.autres.valeur_ou(0);
    if (total == 0 || financees > total) return {Etat::incoherentes, {0, 1}};
    return {Etat::connues, {static_cast<std::int64_t>(financees), total}};
}

}  // namespace

HeuresLues lire_heures(const dossier::EssmsResolu& essms, const programme::Appel& appel) {
    const auto& heures = essms.saisi->heures;
    if (!est_un_saad(essms, appel))
        return {heures.connue() ? Etat::ignorees : Etat::sans_objet, {}};
    if (!heures.connue() || !completes(*heures)) return {Etat::manquantes, {0, 1}};
    return part_financee(*heures);
}

}  // namespace grappe::subvention
