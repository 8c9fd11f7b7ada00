// Use case: one fact, or one new version of it, recorded by somebody at an instant.
#pragma once

#include <string>
#include <vector>

#include "dui/lecture/ligne.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "storage/base.hpp"

namespace grappe::enregistrement {

struct Saisie {
    std::string ligne;   // as a line of an import says it, `corrige` for a new version
    std::string auteur;  // account
    magasin::Moment maintenant;
};

enum class Nature { nouveau, version, deja_connu };

// What the caller's own transaction holds now; its line of the journal goes with it.
struct Enregistre {
    Nature nature;
    fait::Fait fait;
    // Which act recorded it; nothing new: the last act before.
    magasin::Enregistrement acte;
    // Of the line, and of a stay that is open after a death known before. Which stays a death
    // leaves open, colonnes::ouverts_apres_leur_deces tells.
    std::vector<lecture::Faute> avertissements;
};

// The faults are those of an import, all of them in `fautes`, and nothing is written then. Code
// "enregistrement.fautes". The next question reads the fact beside the columns (dui/colonnes).
core::Result<Enregistre> enregistrer(storage::Writer& db, const Saisie& saisie,
                                     std::vector<lecture::Faute>& fautes);
// In a transaction of its own.
core::Result<Enregistre> enregistrer(storage::Base& base, const Saisie& saisie,
                                     std::vector<lecture::Faute>& fautes);

}  // namespace grappe::enregistrement
