// What the use cases of this module share: the version, its journal, its derived rows, its facts.
#pragma once

#include "dui/rendez_vous/programmation.hpp"

namespace grappe::rendez_vous {

core::Refusal interdit();
bool peut_ecrire(const acces::Professionnel& qui, const RendezVous& un);

// The event that stands, if that professional reads and writes it. Codes "rendez_vous.inconnu",
// "dui.etablissement_interdit", "element.version".
core::Result<RendezVous> trouver(storage::Reader& db, const Auteur& auteur, const Cible& cible);

// With its facts: of the occurrences that begin from `du` on, within the horizon.
struct Change {
    std::optional<RendezVous> avant;
    std::int64_t vue;  // 0: it is new
    RendezVous apres;
    core::Date du;
    const char* acte;
};
core::Result<void> ecrire(storage::Writer& db, const Auteur& auteur, const Change& change);

// What is said of one occurrence, and its fact.
struct Dit {
    const Occurrence& une;
    const Etat& etat;
    const char* acte;
};
core::Result<void> ecrire_l_etat(storage::Writer& db, const Auteur& auteur, const Dit& dit);

}  // namespace grappe::rendez_vous
