// Use cases: write a message with its files, read the thread, say what was read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/messagerie/message.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::messagerie {

using teleservice::Demandeur, teleservice::Moyens;

// Codes "dossier.inconnu", "dossier.interdit".
core::Result<Fil> lire(storage::Reader& db, const Demandeur& qui, std::string_view dossier);

// How many messages there are, and how many the reader has not read. Codes of `lire`.
struct Resume {
    int messages, non_lus;
};
core::Result<Resume> resumer(storage::Reader& db, const Demandeur& qui, std::string_view dossier);

// A file is in the magasin already: a row never lacks its file.
struct FichierRecu {
    std::string nom;
    pieces::Format format;
    std::string sha256;
    std::int64_t taille;
};
struct NouveauMessage {
    std::string dossier, texte;
    std::vector<FichierRecu> fichiers{};
    int vu = 0;  // the last message that its author saw: it has read those before
};
// Kept, noted in the journal, and announced to the other side by a mail that does not show it.
// Codes of `lire`, "message.brouillon", "message.clos" (Reason::conflict: no desk has the dossier),
// "message.vide", "message.long" (Reason::invalid), "message.fichiers", "message.trop"
// (Reason::rule_not_met).
core::Result<Message> ecrire(storage::Writer& db, const Demandeur& qui,
                             const NouveauMessage& nouveau, const Moyens& moyens);

// Whether the actor may write now: before a file is received. Codes of `ecrire`.
core::Result<void> permettre_d_ecrire(storage::Reader& db, const Demandeur& qui,
                                      std::string_view dossier);

struct MessageVise {
    std::string_view dossier;
    int numero;
};
// What is up to that message was read: by the actor, or by its desk as a whole. A GET marks
// nothing. Answers how many are left. Code "message.inconnu" besides those of `lire`.
core::Result<int> marquer_lus(storage::Writer& db, const Demandeur& qui, const MessageVise& vise);

// Code "message.fichier_inconnu" besides those of `lire`.
core::Result<Fichier> lire_fichier(storage::Reader& db, const Demandeur& qui,
                                   const MessageVise& vise, std::string_view fichier);

// Messages of the desk that this account has not read; 0 for whoever reads none.
int non_lus(storage::Reader& db, const access::Acteur& acteur, std::string_view dossier);

// Of the dossiers of the actor's desk, those whose porteur waits to be read, the longest first.
struct Attente {
    std::string dossier, porteur, numero;  // of its receipt
    int nombre;
    core::Instant depuis;
};
std::vector<Attente> attentes(storage::Reader& db, const access::Acteur& acteur);

}  // namespace grappe::messagerie
