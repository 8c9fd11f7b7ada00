// Counters and indicators as JSON.
#include "rapport/noms.hpp"

#include <algorithm>

namespace grappe::rapport {
namespace {

using usage::Compteur, usage::Compteurs, usage::Indicateur;

auto par_nom(Objet membres) {
    std::sort(membres.begin(), membres.end(),
              [](const Membre& un, const Membre& autre) { return un.nom < autre.nom; });
    return Valeur{std::move(membres)};
}

Valeur paire(std::int64_t une, std::int64_t autre) { return {Liste{{une}, {autre}}}; }

Valeur lectures(const Compteurs& compteurs, Indicateur indicateur) {
    Objet membres;
    for (const auto& [lecture, nom] : names(usage::Denominateur{})) {
        const auto mesure = usage::mesure(compteurs, indicateur, lecture);
        membres.push_back({std::string{nom}, paire(mesure.numerateur, mesure.denominateur)});
    }
    return par_nom(std::move(membres));
}

}  // namespace

Valeur compteurs_en_json(const Compteurs& compteurs) {
    Objet membres;
    for (const auto& [compteur, nom] : names(Compteur{}))
        membres.push_back({std::string{nom}, {compteurs[compteur]}});
    return par_nom(std::move(membres));
}

Compteurs lire_compteurs(Champs& champs, std::string_view nom, Reproches& reproches) {
    Champs dedans{champs.valeur(nom), champs.sous(nom), reproches};
    Compteurs lus;
    for (const auto& [compteur, son_nom] : names(Compteur{}))
        lus[compteur] = dedans.nombre(son_nom);
    dedans.finir();
    return lus;
}

Valeur indicateurs_en_json(const Compteurs& compteurs) {
    Objet membres;
    for (const auto indicateur : usage::indicateurs_a_cible)
        membres.push_back(
            {std::string{core::name_of(indicateur)}, lectures(compteurs, indicateur)});
    membres.push_back({"eprescription", paire(compteurs[Compteur::eprescription],
                                              compteurs[Compteur::eprescription_depuis_le_debut])});
    membres.push_back({"eparcours", paire(compteurs[Compteur::eparcours],
                                          compteurs[Compteur::eparcours_depuis_le_debut])});
    return par_nom(std::move(membres));
}

}  // namespace grappe::rapport
