// Journal: the line of an act, done or refused, of whoever asked for it.
#pragma once

#include <string>
#include <string_view>

#include "portail/teleservice/acces.hpp"
#include "storage/base.hpp"

namespace grappe::teleservice {

struct ActeFait {
    std::string_view acte;
    std::string objet;  // "dossier:3f…": what it was done to
    std::string detail{};
};
void noter(storage::Writer& db, const Demandeur& qui, const ActeFait& fait);

// In a transaction of its own: what was refused wrote nothing.
struct ActeRefuse {
    std::string_view acte;
    std::string objet;
    std::string_view code;  // of the refusal
};
void noter_le_refus(storage::Base& base, const Demandeur& qui, const ActeRefuse& refuse);

}  // namespace grappe::teleservice
