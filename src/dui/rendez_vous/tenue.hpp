// Use cases: what is said of one occurrence: its status, who was there, a refusal, what was done.
#pragma once

#include "dui/rendez_vous/programmation.hpp"

namespace grappe::rendez_vous {

struct Dite {
    std::string id;
    recurrence::Moment prevue;
};

// Codes of `agenda::admettre`, "rendez_vous.inconnu", "dui.etablissement_interdit".
struct Passage {
    agenda::Statut vers;
    std::string motif{};
};
core::Result<void> changer_le_statut(storage::Writer& db, const Auteur& auteur, const Dite& dite,
                                     const Passage& passage);

// Of what has begun; an excuse and a refusal may come before. Somebody who was there says that it
// was held. A refusal follows `agenda::refuser`. Codes "agenda.pas_commence", "agenda.refus_…".
struct Pointage {
    Qui qui;
    agenda::Presence presence;
};
core::Result<void> pointer(storage::Writer& db, const Auteur& auteur, const Dite& dite,
                           const Pointage& pointage);

// What was done. Codes "agenda.pas_commence", "rendez_vous.long".
core::Result<void> rendre_compte(storage::Writer& db, const Auteur& auteur, const Dite& dite,
                                 const std::string& texte);

}  // namespace grappe::rendez_vous
