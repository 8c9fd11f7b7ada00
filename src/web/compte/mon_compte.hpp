// Mon compte: the page of the signed-in account, with what went wrong in one of its forms.
#pragma once

#include <string>

#include "web/compte/site.hpp"
#include "web/garde/garde.hpp"

namespace grappe::compte {

// Which form of the page was sent, and what became of it.
struct SuiteDuCompte {
    std::string formulaire{};  // "facteur", "mot", "adresse", "openid"
    std::string champ{};       // at fault
    std::string faute{};       // a code
    std::string courriel{};    // as typed
    std::string fait{};        // a code: what was done
};

http::Response mon_compte(const Site& site, const garde::Visite& visite,
                          const SuiteDuCompte& suite);

// "Firefox sous Windows", from what a browser says of itself.
std::string appareil_en_clair(std::string_view user_agent);

}  // namespace grappe::compte
