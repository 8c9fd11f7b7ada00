// Routing of a dossier: its desk from the call's table, and its window from the call's calendar.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "portail/recevabilite/decompte.hpp"

namespace grappe::recevabilite {

inline constexpr std::string_view financeur_national = "National (CNSA - PAI Numérique)";

struct Routage {
    const programme::LigneRoutage* ligne;  // null: no row of the table answers
    programme::Niveau niveau;
    std::string_view pivot;  // region whose ARS is the desk; empty: unknown or not regional
    std::optional<programme::CriterePivot> critere;  // how the pivot of several regions was found
    std::string_view financeur;                      // empty: unknown
};

Routage router(const Contexte& contexte, const Decompte& decompte);

// The kind of dossier that a window speaks of. A desk that the call leaves open has none.
std::optional<programme::Portee> portee_de(const Routage& routage, const Decompte& decompte);

enum class Temps { a_temps, depot_tolere, trop_tot, trop_tard };

struct ChoixDeFenetre {
    const programme::Fenetre* fenetre;
    Temps temps;
    bool a_temps() const { return temps == Temps::a_temps || temps == Temps::depot_tolere; }
};

struct GenreDeDossier {
    programme::Portee portee;
    programme::Nature nature;
};

bool concerne(const programme::Fenetre& fenetre, GenreDeDossier genre);

// Empty: the call gives no date for that kind. Otherwise the window that contains the instant,
// else the last one closed, else the first to open.
std::optional<ChoixDeFenetre> choisir_fenetre(const programme::Appel& appel, GenreDeDossier genre,
                                              core::Instant depot);

}  // namespace grappe::recevabilite
