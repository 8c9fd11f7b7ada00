// Calls written by hand for the tests of this module: the amounts of catalogue section 2.
#pragma once

#include <string>
#include <vector>

#include "portail/programme/appel.hpp"

namespace grappe::subvention {

inline programme::Appel appel_vide() {
    programme::Appel appel{.id = "ESSAI", .fuseau = core::paris()};
    for (auto& regle : appel.regles)
        regle = {programme::RegleAppel::Etat::appliquee, {"texte d'essai", "§1"}};
    return appel;
}

struct PalierDEssai {
    std::optional<int> jusqu_au_rang;
    int usage;
    int equipement;
};

inline programme::Bareme bareme_d_essai(const std::vector<PalierDEssai>& paliers) {
    programme::Bareme bareme;
    for (const auto& palier : paliers)
        bareme.paliers.push_back({.jusqu_au_rang = palier.jusqu_au_rang,
                                  .usage = core::Money::euros(palier.usage),
                                  .equipement = core::Money::euros(palier.equipement),
                                  .source_usage = {},
                                  .source_equipement = {},
                                  .chemin = "bareme.essai"});
    return bareme;
}

inline programme::Appel na_2024() {
    auto appel = appel_vide();
    appel.acquisition.valeur = bareme_d_essai({{49, 7000, 14000}, {{}, 2000, 3000}});
    appel.montee_de_version.valeur = bareme_d_essai({{49, 5000, 0}, {{}, 2000, 0}});
    appel.materiel.valeur = {programme::ModeAide::maximum, core::Money::euros(10'000)};
    appel.amoa.valeur = {programme::ModeAide::maximum, core::Money::euros(100'000)};
    appel.petit_organisme.valeur = {.metropole = 15, .corse_outre_mer = 8};
    appel.plafond_specifique.valeur = core::Rate{15, 100};
    appel.categories_saad.valeur = {"460", "209"};
    appel.part_avance.valeur = core::Rate{1, 2};
    appel.convention_rang = programme::ConventionRang::par_regime;
    appel.assiette_plafond = programme::AssiettePlafond::total_avec_specifique;
    appel.ordre_rang = programme::OrdreRang::liste;
    appel.extension = programme::RangExtension::redemarre;
    appel.seuil_territoire = programme::SeuilTerritoire::tous;
    return appel;
}

inline programme::Appel idf_2023() {
    auto appel = na_2024();
    appel.materiel.valeur = {programme::ModeAide::forfait, core::Money::euros(20'000)};
    appel.amoa.valeur = {programme::ModeAide::forfait, core::Money::euros(100'000)};
    appel.petit_organisme.valeur = {.metropole = 15, .corse_outre_mer = {}};
    appel.plafond_specifique.valeur.reset();
    appel.assiette_plafond.reset();
    appel.seuil_territoire.reset();
    return appel;
}

inline programme::Appel cor_2021() {
    auto appel = idf_2023();
    appel.acquisition.valeur = bareme_d_essai({{{}, 0, 25000}});
    appel.montee_de_version.valeur = bareme_d_essai({{{}, 0, 10000}});
    appel.montee_de_version.valeur->plafond_essms = 30;
    appel.amoa.valeur->par_projet = core::Money::euros(115'000);
    appel.part_avance.valeur.reset();
    appel.convention_rang.reset();
    appel.ordre_rang.reset();
    appel.extension.reset();
    return appel;
}

}  // namespace grappe::subvention
