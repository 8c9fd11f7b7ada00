// Use cases: somebody is admitted, leaves, comes back from an exit told by mistake, dies.
#pragma once

#include "dui/annuaire/personne.hpp"
#include "dui/lecture/ligne.hpp"
#include "dui/sejour/sejour.hpp"

namespace grappe::sejour {

// The element beside a stay; its acts belong to it.
std::string id_du_suivi(std::string_view sejour);

struct SuiviLu {
    Suivi suivi{};
    std::int64_t version = 0;  // 0: nothing was said besides the fact
};
SuiviLu lire_le_suivi(storage::Reader& db, std::string_view sejour);

// Faults: those of `fautes_de`, "sejour.faute.deja" (the same kind of stay goes on there, or was
// there on that day), "sejour.faute.avant_naissance", "sejour.faute.apres_deces". Refusals: those
// of `peut_ecrire`, "sejour.id", "dui.dossier_inconnu". The same form again is answered as the
// first. `personne`: as last recorded, with all her stays.
core::Result<Ecrit> admettre(storage::Writer& db, const Redacteur& redacteur,
                             const Admission& admission, const annuaire::Personne& personne);

// Refusals: "sejour.inconnu", "sejour.deja_sorti", "element.version".
core::Result<Ecrit> sortir(storage::Writer& db, const Redacteur& redacteur, const Sortie& sortie);

struct Reprise {
    std::string sejour;
    std::int64_t vue;
    std::string motif;
};
// An exit told by mistake; of who leads the team. Refusals: "sejour.inconnu", "sejour.pas_sorti",
// "sejour.reprise_par", "sejour.deces_connu", "element.version".
core::Result<Ecrit> reprendre(storage::Writer& db, const Redacteur& redacteur,
                              const Reprise& reprise);

struct Deces {
    std::string jour;
};
// Closes each stay of hers that goes on where `redacteur` writes; the others stay open, and are
// told where they are. Faults: "sejour.faute.deces", ".jour", ".deces_futur", ".deces_avant".
// Refusals: "sejour.deces_connu", those of `peut_ecrire`.
core::Result<Ecrit> dire_le_deces(storage::Writer& db, const Redacteur& redacteur,
                                  const annuaire::Personne& personne, const Deces& deces);

struct Complement {
    std::string sejour;
    std::int64_t vue;
    std::string fin_prevue, entretien, notification;
    std::string mesure, sans_sejour;  // "oui", "non", empty: not known
};
// What deadlines run from. Faults: "sejour.faute.jour", ".reponse", ".fin_avant",
// ".entretien_apres".
core::Result<Ecrit> completer(storage::Writer& db, const Redacteur& redacteur,
                              const Complement& complement);

// The last version of that stay, or of that person; nothing: it is none.
std::optional<fait::Fait> dernier_fait(storage::Reader& db, std::string_view id, fait::Type type);

}  // namespace grappe::sejour
