// Every SQL statement about the waiting list.
#pragma once

#include "dui/sejour/attente.hpp"

namespace grappe::sejour {

std::optional<Attente> attente(storage::Reader& db, std::string_view id);
// Those in that state, at most `attentes_au_plus`, by name.
std::vector<Attente> attentes_de(storage::Reader& db, std::string_view finess_et,
                                 EtatDAttente etat);

void ajouter(storage::Writer& db, const Attente& nouvelle);
// Whether the version was still that one before it.
bool remplacer(storage::Writer& db, const Attente& suivante);
std::size_t effacer_avant(storage::Writer& db, core::Instant limite);

}  // namespace grappe::sejour
