// Moyens: what a use case that judges and writes mails works with.
#pragma once

#include <string>

#include "portail/socle/verification.hpp"

namespace grappe::teleservice {

struct Moyens {
    const socle::Moyens& regles;
    std::string adresse_publique;  // "https://grappe.example": links of the mails begin so
    core::Instant reel;            // of the outgoing mail
};

}  // namespace grappe::teleservice
