// Message: what a porteur and its desk write to each other about a deposited dossier. A message is
// never changed. The notes of a desk are something else: they stay with it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "portail/pieces/formats.hpp"

namespace grappe::messagerie {

enum class Cote { porteur, guichet };

constexpr auto names(Cote) {
    return std::to_array<core::Named<Cote>>(
        {{Cote::porteur, "porteur"}, {Cote::guichet, "guichet"}});
}

struct Fichier {
    std::string id, nom;
    pieces::Format format;
    std::string sha256;
    std::int64_t taille;
};

struct Message {
    int numero;
    Cote cote;
    std::string guichet;  // name of the desk that speaks; empty: the porteur does
    std::string texte;
    std::string par;  // account; told to its own desk only
    core::Instant ecrit_le;
    std::vector<Fichier> fichiers{};
};

inline constexpr std::size_t fichiers_max = 5;         // of a message
inline constexpr std::int64_t messages_par_jour = 50;  // of one person in one dossier

// A thread as one reader has it.
struct Fil {
    Cote lecteur;
    std::vector<Message> messages;  // oldest first
    int lu;                         // number of the last one that was read
    bool ouvert;                    // the reader may write

    bool est_nouveau(const Message& message) const {
        return message.cote != lecteur && message.numero > lu;
    }
    int non_lus() const;
    int dernier() const { return messages.empty() ? 0 : messages.back().numero; }
};

}  // namespace grappe::messagerie
