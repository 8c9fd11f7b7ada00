// Refusals of the API, with their sentence.
#pragma once

#include <string_view>

#include "rules/phrases.hpp"
#include "web/http/problem.hpp"

namespace grappe::api {

// The HTTP status of a refusal: that of its code, else of its reason.
int statut_de(const core::Refusal& refus);

// The field of the body that a refusal is about; empty: none, or several.
std::string_view champ_de(const core::Refusal& refus);

// A refusal about the request as a whole: its sentence is that of `code` in locale/fr.txt.
http::Response refus(const rules::Phrases& phrases, int status, std::string_view code);

// A refusal about one field or parameter, named `chemin`.
struct Champ {
    std::string_view chemin;
    std::string_view valeur;
};
http::Response refus_du_champ(const rules::Phrases& phrases, std::string_view code, Champ champ);

}  // namespace grappe::api
