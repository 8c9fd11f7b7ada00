// The head of every page of a person: who it is, and the doors to all that the record holds.
#pragma once

#include <optional>
#include <vector>

#include "dui/fiche/fiche.hpp"
#include "dui/identite/identite.hpp"
#include "dui/rencontre/rencontre.hpp"
#include "web/page/vue.hpp"

namespace grappe::rencontre {

struct Bandeau {
    std::optional<identite::Identite> identite;
    std::vector<fiche::Fiche> protections;  // whoever may read them
};
Bandeau lire_le_bandeau(storage::Reader& db, const annuaire::Personne& personne);

// For the part `bandeau` of a template. `ici`: the address before the id of the page shown
// ("/personnes"), which is one of the doors.
page::Vue vue_du_bandeau(const Ecrans& ecrans, const Rencontre& rencontre, const Bandeau& bandeau,
                         std::string_view ici);

}  // namespace grappe::rencontre
