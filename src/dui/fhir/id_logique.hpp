// The id that FHIR gives a resource, from ours: FHIR takes 64 letters, digits, hyphens and points.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace grappe::fhir {

// Ours where it is one already; else "x." and its bytes in 64 signs; too long for that: "h." and
// its digest. Two ids never give the same.
std::string id_logique(std::string_view id);

// Nothing: a digest, whose id is to be looked for.
std::optional<std::string> id_de(std::string_view logique);

// The bytes of a text in the 64 signs that an id may hold, for what is handed on as it is.
std::string en_signes(std::string_view octets);
std::optional<std::string> depuis_les_signes(std::string_view signes);

}  // namespace grappe::fhir
