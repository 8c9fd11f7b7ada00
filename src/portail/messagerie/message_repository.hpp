// Rows of messages, of their files, of what was read and of what waits.
#pragma once

#include <optional>

#include "portail/messagerie/messagerie.hpp"

namespace grappe::messagerie {

std::vector<Message> messages(storage::Reader& db, std::string_view dossier);
int dernier_numero(storage::Reader& db, std::string_view dossier);  // 0: no message
std::optional<Fichier> trouver_le_fichier(storage::Reader& db, std::string_view dossier,
                                          int message, std::string_view id);
// Numbers the message; its files have their ids.
Message ajouter(storage::Writer& db, std::string_view dossier, Message message);
std::int64_t messages_depuis(storage::Reader& db, std::string_view dossier, std::string_view par,
                             core::Instant depuis);

// 0: nothing yet.
int lu_jusqu_a(storage::Reader& db, std::string_view dossier, std::string_view lecteur);
struct Lecture {
    std::string_view dossier, lecteur, par;
    int numero;
};
// Never goes back.
void noter_la_lecture(storage::Writer& db, const Lecture& lecture, core::Instant maintenant);
int combien_apres(storage::Reader& db, std::string_view dossier, Cote cote, int numero);

// Counts again what the desk has not read.
void tenir_l_attente(storage::Writer& db, std::string_view dossier, int lu);
std::vector<Attente> attentes_du_guichet(storage::Reader& db, std::string_view guichet);

}  // namespace grappe::messagerie
