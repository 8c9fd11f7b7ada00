// Rows of verdicts, appreciations, receivability, notes and assignments. Each is numbered in its
// dossier when it is added; lists are in that order.
#pragma once

#include <string_view>

#include "portail/instruction/instruction.hpp"
#include "storage/reader.hpp"

namespace grappe::instruction {

// Of a row that has the columns of theirs.
Verdict lire_verdict(const storage::Row& row);
Appreciation lire_appreciation(const storage::Row& row);

std::vector<Verdict> verdicts(storage::Reader& db, std::string_view dossier);
std::vector<Appreciation> appreciations(storage::Reader& db, std::string_view dossier);
std::vector<Decision> decisions(storage::Reader& db, std::string_view dossier);
std::vector<Note> notes(storage::Reader& db, std::string_view dossier);
std::vector<Affectation> affectations(storage::Reader& db, std::string_view dossier);
// The account that examines it; empty: nobody is named.
std::optional<std::string> instructeur_de(storage::Reader& db, std::string_view dossier);
// The open accounts of whoever examines at a desk.
std::vector<std::string> comptes_du_guichet(storage::Reader& db, std::string_view guichet);

// `numero` of what is given is not read; that of the answer is the row's.
Verdict ajouter(storage::Writer& db, std::string_view dossier, Verdict verdict);
Appreciation ajouter(storage::Writer& db, std::string_view dossier, Appreciation appreciation);
Decision ajouter(storage::Writer& db, std::string_view dossier, Decision decision);
Note ajouter(storage::Writer& db, std::string_view dossier, Note note);
// Also names the examiner in the row of lists.
Affectation ajouter(storage::Writer& db, std::string_view dossier, Affectation affectation);

}  // namespace grappe::instruction
