// The pages of documents: those of a person, one with its versions, its bytes given back.
#pragma once

#include "dui/document/coffret.hpp"
#include "dui/document/types.hpp"
#include "dui/rencontre/ecrans.hpp"

namespace grappe::classeur {

// Everything outlives the routes.
struct Classeur {
    const rencontre::Ecrans& ecrans;
    const document::Types& types;
    const document::Coffret& coffret;
};

void ajouter_classeur(const Classeur& classeur);

}  // namespace grappe::classeur
