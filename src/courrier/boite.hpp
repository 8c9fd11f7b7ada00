// Boîte d'envoi: messages queued in the transaction of their reason, and what became of them.
#pragma once

#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "storage/reader.hpp"

namespace grappe::courrier {

enum class Etat { a_envoyer, envoye, abandonne };

constexpr auto names(Etat) {
    using enum Etat;
    return std::to_array<core::Named<Etat>>(
        {{a_envoyer, "a_envoyer"}, {envoye, "envoye"}, {abandonne, "abandonne"}});
}

struct Message {
    std::string destinataire;  // a mail address, already read as one
    std::string objet;
    std::string corps;  // lines ended by '\n'
};

// A message that waits, or waited.
struct Pli {
    std::string id;
    Message message;
    core::Instant cree_le;
    int essais;
};

void deposer(storage::Writer& db, const Message& message, core::Instant maintenant);

// What is due, oldest first, at most `combien`.
std::vector<Pli> a_envoyer(storage::Reader& db, core::Instant maintenant, int combien);

void noter_envoye(storage::Writer& db, const std::string& id, core::Instant maintenant);

struct Echec {
    std::string faute;  // the server's words, no text of the message
    core::Instant prochain_essai;
    Etat etat;  // a_envoyer or abandonne
};
void noter_echec(storage::Writer& db, const std::string& id, const Echec& echec);

// What was given up waits again; answers how many.
std::int64_t relancer(storage::Writer& db, core::Instant maintenant);

struct Compte {
    Etat etat;
    std::int64_t plis;
};
std::vector<Compte> comptes(storage::Reader& db);

}  // namespace grappe::courrier
