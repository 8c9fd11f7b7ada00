// Every SQL statement about messages.
#include "portail/messagerie/message_repository.hpp"

namespace grappe::messagerie {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_messages{"message.du_dossier", R"(
    SELECT numero, cote, guichet, texte, par, ecrit_le FROM message
    WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement select_fichiers{"message_fichier.du_dossier", R"(
    SELECT message, id, nom, format, sha256, taille FROM message_fichier
    WHERE dossier = $1 ORDER BY message, nom, id)"};
constexpr Statement select_fichier{"message_fichier.trouver", R"(
    SELECT id, nom, format, sha256, taille FROM message_fichier
    WHERE dossier = $1 AND message = $2 AND id = $3)"};
constexpr Statement select_dernier{"message.dernier", R"(
    SELECT COUNT(*) AS combien FROM message WHERE dossier = $1)"};
constexpr Statement insert_message{"message.ajouter", R"(
    INSERT INTO message (dossier, numero, cote, texte, par, ecrit_le, guichet)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
constexpr Statement insert_fichier{"message_fichier.ajouter", R"(
    INSERT INTO message_fichier (dossier, message, id, nom, format, sha256, taille)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
constexpr Statement select_depuis{"message.depuis", R"(
    SELECT COUNT(*) AS combien FROM message
    WHERE dossier = $1 AND par = $2 AND ecrit_le > $3)"};
constexpr Statement select_lecture{"message_lecture.trouver", R"(
    SELECT numero FROM message_lecture WHERE dossier = $1 AND lecteur = $2)"};
constexpr Statement insert_lecture{"message_lecture.noter", R"(
    INSERT INTO message_lecture (dossier, lecteur, numero, par, lue_le)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (dossier, lecteur) DO UPDATE SET numero = excluded.numero, par = excluded.par,
                                                 lue_le = excluded.lue_le
    WHERE message_lecture.numero < excluded.numero)"};
constexpr Statement select_apres{"message.apres", R"(
    SELECT COUNT(*) AS combien FROM message WHERE dossier = $1 AND cote = $2 AND numero > $3)"};
constexpr Statement delete_attente{"message_attente.oter",
                                   "DELETE FROM message_attente WHERE dossier = $1"};
constexpr Statement insert_attente{"message_attente.compter", R"(
    INSERT INTO message_attente (dossier, nombre, depuis)
    SELECT dossier, COUNT(*), MIN(ecrit_le) FROM message
    WHERE dossier = $1 AND cote = 'porteur' AND numero > $2 GROUP BY dossier)"};
// In this order: the few that wait, not each row of lists.
constexpr Statement select_attentes{"message_attente.du_guichet", R"(
    SELECT a.dossier, f.porteur, f.numero, a.nombre, a.depuis
    FROM message_attente a CROSS JOIN fiche f
    WHERE f.dossier = a.dossier AND CASE
        WHEN f.statut IN ('depose', 'en_instruction', 'pieces_demandees', 'irrecevable')
             AND 'acceptee' = (SELECT n.acte FROM instruction_nationale n
                               WHERE n.dossier = f.dossier ORDER BY n.numero DESC LIMIT 1)
        THEN 'national' ELSE f.guichet END = $1
    ORDER BY a.depuis, a.dossier)"};

int combien(const Row& row) { return row.get<int>("combien"); }

Message lire_message(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .cote = row.get<Cote>("cote"),
            .guichet = row.get<std::string>("guichet"),
            .texte = row.get<std::string>("texte"),
            .par = row.get<std::string>("par"),
            .ecrit_le = row.get<core::Instant>("ecrit_le")};
}

Fichier lire_un_fichier(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .nom = row.get<std::string>("nom"),
            .format = row.get<pieces::Format>("format"),
            .sha256 = row.get<std::string>("sha256"),
            .taille = row.get<std::int64_t>("taille")};
}

}  // namespace

std::vector<Message> messages(storage::Reader& db, std::string_view dossier) {
    auto lus = db.all(select_messages, lire_message, dossier);
    auto ou = lus.begin();
    db.each(
        select_fichiers,
        [&](const Row& row) {
            const auto numero = row.get<int>("message");
            while (ou != lus.end() && ou->numero < numero) ++ou;
            core::ensure(ou != lus.end() && ou->numero == numero, "a file has its message");
            ou->fichiers.push_back(lire_un_fichier(row));
        },
        dossier);
    return lus;
}

// Numbers have no holes: no message is ever removed.
int dernier_numero(storage::Reader& db, std::string_view dossier) {
    return db.one(select_dernier, combien, dossier).value_or(0);
}

std::optional<Fichier> trouver_le_fichier(storage::Reader& db, std::string_view dossier,
                                          int message, std::string_view id) {
    return db.one(select_fichier, lire_un_fichier, dossier, message, id);
}

Message ajouter(storage::Writer& db, std::string_view dossier, Message message) {
    message.numero = dernier_numero(db, dossier) + 1;
    db.run(insert_message, dossier, message.numero, message.cote, message.texte, message.par,
           message.ecrit_le, message.guichet);
    for (const auto& fichier : message.fichiers)
        db.run(insert_fichier, dossier, message.numero, fichier.id, fichier.nom, fichier.format,
               fichier.sha256, fichier.taille);
    return message;
}

std::int64_t messages_depuis(storage::Reader& db, std::string_view dossier, std::string_view par,
                             core::Instant depuis) {
    return db.one(select_depuis, combien, dossier, par, depuis).value_or(0);
}

int lu_jusqu_a(storage::Reader& db, std::string_view dossier, std::string_view lecteur) {
    return db
        .one(
            select_lecture, [](const Row& row) { return row.get<int>("numero"); }, dossier, lecteur)
        .value_or(0);
}

void noter_la_lecture(storage::Writer& db, const Lecture& lecture, core::Instant maintenant) {
    db.run(insert_lecture, lecture.dossier, lecture.lecteur, lecture.numero, lecture.par,
           maintenant);
}

int combien_apres(storage::Reader& db, std::string_view dossier, Cote cote, int numero) {
    return db.one(select_apres, combien, dossier, cote, numero).value_or(0);
}

void tenir_l_attente(storage::Writer& db, std::string_view dossier, int lu) {
    db.run(delete_attente, dossier);
    db.run(insert_attente, dossier, lu);
}

std::vector<Attente> attentes_du_guichet(storage::Reader& db, std::string_view guichet) {
    return db.all(
        select_attentes,
        [](const Row& row) {
            return Attente{.dossier = row.get<std::string>("dossier"),
                           .porteur = row.get<std::string>("porteur"),
                           .numero = row.get<std::string>("numero"),
                           .nombre = row.get<int>("nombre"),
                           .depuis = row.get<core::Instant>("depuis")};
        },
        guichet);
}

}  // namespace grappe::messagerie
