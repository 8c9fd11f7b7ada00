// Who a record is about: its identity, as known by an act of recording.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "dui/indicateur/comptage.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::dui {

struct Identite {
    std::string nom, prenoms, sexe, lieu_naissance;
    std::optional<core::Date> naissance, deces;
    std::string finess_et;  // of the establishment that told it

    std::string en_clair() const { return nom + " " + prenoms; }
};

// By the ids asked for; a person of whom nothing was known by then is left out.
std::map<std::string, Identite> identites(storage::Reader& db,
                                          std::span<const std::string_view> ids,
                                          indicateur::Acte connu);

core::Date jour_de(fait::Repere jours);
core::Instant instant_de(fait::Repere secondes);

}  // namespace grappe::dui
