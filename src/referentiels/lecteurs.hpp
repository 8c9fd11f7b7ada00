// The readers of each format, called once the format is recognised. Internal to the module.
#pragma once

#include "referentiels/fiche.hpp"
#include "referentiels/flux.hpp"
#include "referentiels/lecture.hpp"

namespace grappe::referentiels {

// The current line of `lignes` is the first of the file.
core::Result<EnTeteFiness> lire_historique(Lignes& lignes, Guichet& guichet);
core::Result<EnTeteFiness> lire_avec_entete(Lignes& lignes, Guichet& guichet);
core::Result<EnTeteFiness> lire_finess_plus(Flux& flux, Guichet& guichet);

bool est_historique(std::string_view premiere_ligne);

inline core::Refusal format_inconnu(std::string detail) {
    return core::refuse(core::Reason::invalid, "registre.format_inconnu", std::move(detail));
}

}  // namespace grappe::referentiels
