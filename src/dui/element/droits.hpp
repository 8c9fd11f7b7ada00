// Who reads and writes an element: where it was recorded, and its class of data.
#pragma once

#include "dui/acces/rattachement.hpp"
#include "dui/element/element.hpp"

namespace grappe::element {

bool lit(const acces::Professionnel& qui, const Element& un);
bool ecrit(const acces::Professionnel& qui, const Element& un);

// Whether what is written about that person may belong to the element of that id: one of hers that
// stands and that one reads.
bool se_lie(storage::Reader& db, const acces::Professionnel& qui, std::string_view personne,
            std::string_view id);

}  // namespace grappe::element
