// Lecture: the list of reports that an actor may read, and one of them beside what came before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/usages/acces.hpp"
#include "portail/usages/controle.hpp"
#include "portail/usages/usages_repository.hpp"

namespace grappe::usages {

// One's own, those of one's desk, or all: the table of rights says which. `critere.compte` and
// `guichet` are set here; of who reads every desk, `guichet` is kept. Empty for anybody else.
struct Liste {
    std::vector<Resume> rapports;  // latest first
    std::int64_t total = 0;
    std::vector<std::string> jours;  // measured days that may be asked for
};
Liste lister(storage::Reader& db, const access::Acteur& acteur, Critere critere);

struct RapportVu {
    RapportRecu rapport;
    Precedents precedents;            // what each establishment measured before, as it was then
    std::vector<Voisin> remplace;     // earlier reports for the same day of the same establishments
    std::vector<Voisin> remplacants;  // later ones
    std::vector<Tirage> tirages;
    bool en_partie = false;  // a member's: see part.hpp
};
// One report beside its neighbours, for who was allowed to read it whole.
RapportVu decrire(storage::Reader& db, RapportRecu rapport);
// Codes of `demander_le_rapport`.
core::Result<RapportVu> lire(storage::Reader& db, const Demandeur& qui, std::string_view id);

// The bytes as they came. Codes of `demander_le_rapport`.
struct Fichier {
    std::string octets;
    Nature nature;
    std::int64_t numero;
};
core::Result<Fichier> lire_le_fichier(storage::Reader& db, const Demandeur& qui,
                                      std::string_view id);

}  // namespace grappe::usages
