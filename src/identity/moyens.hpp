// Moyens: what a use case of this module works with, and where a request came from.
#pragma once

#include <string>

#include "core/instant.hpp"
#include "rules/phrases.hpp"
#include "secret/coffre.hpp"
#include "storage/base.hpp"

namespace grappe::identity {

struct Moyens {
    storage::Base& base;
    const secret::Coffre& coffre;
    const rules::Phrases& phrases;
    std::string adresse_publique;  // "https://grappe.example": links of the mails begin so
    core::Instant maintenant;      // what the server believes: links, throttling, journal
    core::Instant reel;            // sessions, codes, outgoing mail
};

struct Origine {
    std::string adresse;   // of the client: only a keyed digest of it is stored
    std::string appareil;  // what its browser says of itself
};

}  // namespace grappe::identity
