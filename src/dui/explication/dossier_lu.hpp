// The records of one establishment, read from the columns as the definitions take them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dui/indicateur/comptage.hpp"
#include "usage/dossier_mesure.hpp"

namespace grappe::explication {

struct DossierLu {
    std::string personne;        // its id in the base; empty: the messages that name nobody
    usage::DossierMesure faits;  // those that bear on the window
};

// What was known by then of the establishment and bears on the window, ascending ids. Nothing where
// no line named it by then.
std::optional<std::vector<DossierLu>> dossiers_lus(const colonnes::Colonnes& tout,
                                                   std::string_view finess, indicateur::Acte connu,
                                                   const usage::Fenetre& fenetre);

// The record of one person there; nothing where nothing was known of them by then.
std::optional<DossierLu> dossier_lu(const colonnes::Colonnes& tout,
                                    const colonnes::Etablissement& ici, std::string_view personne,
                                    indicateur::Acte connu);

}  // namespace grappe::explication
