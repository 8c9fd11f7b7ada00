// Limites: failures and requests counted in a sliding window, by account, address and mailbox.
#pragma once

#include <string_view>

#include "identity/moyens.hpp"

namespace grappe::identity {

// Contract: 10 failures in 15 minutes for an account, 100 for an address. A mailbox gets at most 10
// messages an hour that anybody could ask for; an address asks for at most 1,000 in 15 minutes.
// Failures of a sign-in elsewhere count apart: a provider that is down must not close the door of
// passwords to a whole agency.
// A device that people share: 20 codes that were not the right one.
enum class Compteur { compte, adresse, boite, demandes, ailleurs, partage };

struct Limite {
    Compteur compteur;
    std::string_view valeur;  // a mail's key or a client's address
};

bool atteinte(storage::Reader& db, const Moyens& moyens, const Limite& limite);
void compter(storage::Writer& db, const Moyens& moyens, const Limite& limite);

// IPv6 clients own a whole /64: it counts as one address.
std::string reseau_de(std::string_view adresse);

}  // namespace grappe::identity
