// Portail: what the server of grappe-portail holds from its start to its end, shared by the API and
// the pages. Read by several threads; nothing here changes while it serves.
#pragma once

#include <functional>

#include "core/instant.hpp"
#include "portail/programme/chargement.hpp"
#include "portail/socle/verification.hpp"
#include "referentiels/registre_en_memoire.hpp"
#include "rules/phrases.hpp"

namespace grappe::socle {

enum class Horloge { reelle, fixee };  // fixed by --horloge: shown on every page

struct Portail {
    const referentiels::RegistreEnMemoire& registre;
    dossier::Referentiels referentiels;
    const programme::Appels& appels;
    const rules::Phrases& phrases;
    Moyens moyens;  // of verifier()
    std::function<core::Instant()> maintenant;
    Horloge horloge = Horloge::reelle;
};

// The means of a check over the register in memory and the loaded calls, which outlive them.
Moyens moyens_du_serveur(const referentiels::RegistreEnMemoire& registre,
                         const programme::Appels& appels, const dossier::Referentiels& referentiels,
                         const rules::Phrases& phrases);

}  // namespace grappe::socle
