// Description: what is served of a type of resource. One table says it to the routes, to the
// reading of searches and to the CapabilityStatement.
#pragma once

#include <string_view>
#include <vector>

#include "core/named.hpp"

namespace grappe::fhir {

enum class Genre { jeton, texte, date, reference };

constexpr auto names(Genre) {
    return std::to_array<core::Named<Genre>>({{Genre::jeton, "token"},
                                              {Genre::texte, "string"},
                                              {Genre::date, "date"},
                                              {Genre::reference, "reference"}});
}

struct Parametre {
    std::string_view nom;
    Genre genre;
    std::string_view dit;      // in French
    std::string_view cible{};  // of a reference: "Patient"
};

struct Description {
    std::string_view type;  // "Patient"
    std::string_view dit;
    std::vector<Parametre> parametres;           // besides those of all types
    std::vector<std::string_view> tris{};        // parameters that `_sort` takes
    std::vector<std::string_view> inclusions{};  // "Encounter:subject"
    bool par_personne = false;  // a search names a person or an id: there is too much of it else
};

// Those of all types: `_id`, `_lastUpdated`.
const std::vector<Parametre>& parametres_de_tous();
const Parametre* parametre_de(const Description& description, std::string_view nom);

// What the software says of itself in the CapabilityStatement.
struct Logiciel {
    std::string_view nom, version, publie_le, adresse;
};
std::string capacites(const Logiciel& logiciel, const std::vector<const Description*>& types);

}  // namespace grappe::fhir
