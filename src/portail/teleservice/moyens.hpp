// Moyens: what a use case that judges and writes mails works with.
#pragma once

#include <string>

#include "identity/preference_courrier.hpp"
#include "portail/socle/verification.hpp"

namespace grappe::teleservice {

struct Moyens {
    const socle::Moyens& regles;
    std::string adresse_publique;  // "https://grappe.example": links of the mails begin so
    core::Instant reel;            // of the outgoing mail
};

inline identity::Poste poste_de(const Moyens& moyens) {
    return {moyens.regles.phrases, moyens.adresse_publique, moyens.reel};
}

}  // namespace grappe::teleservice
