// What a command knows: until which act of recording.
#pragma once

#include <optional>

#include "dui/indicateur/comptage.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::dui {

// The last act that was known by that moment; number 0: none.
magasin::Enregistrement acte_au(storage::Reader& db, magasin::Moment connu_le);

}  // namespace grappe::dui
