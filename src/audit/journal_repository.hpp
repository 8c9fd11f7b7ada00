// Rows of the journal, as stored.
#pragma once

#include <functional>

#include "audit/journal.hpp"

namespace grappe::audit {

struct Ligne {
    std::int64_t numero;
    std::string instant, acteur, acte, objet, issue, detail, empreinte;
};

Tete tete_du_journal(storage::Reader& db);
// Also takes the head for this transaction: two writers never extend the same one.
Tete tete_a_prolonger(storage::Writer& db);
// Adds the line and moves the head to it.
void ajouter_ligne(storage::Writer& db, const Ligne& ligne);
// The last lines about an object, last first; at most `combien`.
std::vector<Ligne> dernieres_sur(storage::Reader& db, const std::string& objet,
                                 std::int64_t combien);
void chaque_ligne(storage::Reader& db, const std::function<void(const Ligne&)>& voir);

}  // namespace grappe::audit
