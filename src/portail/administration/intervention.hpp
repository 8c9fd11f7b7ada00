// What the acts of an administrator share: who may, the reason, the row, the journal, the mails.
#pragma once

#include "identity/preference_courrier.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/intervention.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::administration {

using teleservice::Demandeur, teleservice::Dossier, teleservice::Moyens, teleservice::Acte,
    teleservice::Statut;
using teleservice::GenreDIntervention, teleservice::Intervention, teleservice::etat_refuse;

// What every act names. Codes of all: "acces.interdit", "dossier.inconnu",
// "administration.motif" (no reason), "instruction.texte_long".
struct Demande {
    std::string_view dossier;
    std::string_view motif;
};

struct Admise {
    Dossier dossier;
    std::string motif;
};
core::Result<Admise> admettre(storage::Reader& db, const Demandeur& qui, const Demande& demande);

// A day written "2024-06-15" that is not over, as the instant when it ends. Code
// "administration.date".
core::Result<core::Instant> lire_le_jour(std::string_view jour, const Demandeur& qui);

// What undoes a decision, gives another person access or changes what was deposited is always told;
// a dossier that is open to its porteur again waits for an act; time that is given is news. Pure.
identity::Poids poids_de(GenreDIntervention genre);

// The row of the act with its author and its instant, its line in the journal, a mail to the
// porteur and one to who examines the dossier.
struct ANoter {
    const Admise& admise;
    Intervention intervention;
};
Intervention noter(storage::Writer& db, const Demandeur& qui, ANoter a_noter, const Moyens& moyens);

// Its state, its row in lists and its passage follow the act.
void faire_passer(storage::Writer& db, const Demandeur& qui, Admise& admise,
                  const teleservice::Passage& passage);

}  // namespace grappe::administration
