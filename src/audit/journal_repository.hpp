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
void chaque_ligne(storage::Reader& db, const std::function<void(const Ligne&)>& voir);

}  // namespace grappe::audit
