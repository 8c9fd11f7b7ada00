// What a record holds, as JSON.
#pragma once

#include "dui/element/element.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::dui {

// What a genre keeps for the program itself is left out: the words that a document is found by.
std::string en_json(const element::Version& une);

struct Signee {
    element::Version version;
    magasin::Signature signature;
};
// First version first, with who wrote each and when.
std::string en_json(const std::vector<Signee>& versions);

}  // namespace grappe::dui
