// Every SQL statement about members and their invitations.
#include "portail/membres/membre.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::membres {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_du_dossier{"membre.du_dossier", R"(
    SELECT id, dossier, finess_ej, courriel, compte, recupere_tva, invite_le, accepte_le
    FROM membre WHERE dossier = $1 AND role = 'membre' AND retire_le IS NULL
    ORDER BY invite_le, finess_ej, id)"};
constexpr Statement select_du_compte{"membre.du_compte", R"(
    SELECT id, dossier, finess_ej, courriel, compte, recupere_tva, invite_le, accepte_le
    FROM membre WHERE compte = $1 AND role = 'membre' AND retire_le IS NULL
    ORDER BY invite_le DESC, finess_ej, id)"};
constexpr Statement select_attendus{"membre.attendus", R"(
    SELECT id, dossier, finess_ej, courriel, compte, recupere_tva, invite_le, accepte_le
    FROM membre WHERE (courriel = $1 OR courriel = $2) AND role = 'membre' AND compte IS NULL
      AND retire_le IS NULL
    ORDER BY invite_le DESC, finess_ej, id)"};
constexpr Statement insert_membre{"membre.ajouter", R"(
    INSERT INTO membre (id, dossier, finess_ej, courriel, compte, recupere_tva, invite_le,
                        accepte_le, retire_le, role)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, 'membre'))"};
constexpr Statement update_compte{"membre.rattacher", R"(
    UPDATE membre SET compte = $2, accepte_le = $3
    WHERE id = $1 AND compte IS NULL AND retire_le IS NULL)"};
constexpr Statement update_tva{"membre.changer_tva",
                               "UPDATE membre SET recupere_tva = $2 WHERE id = $1"};
constexpr Statement update_retire{"membre.oter", "UPDATE membre SET retire_le = $2 WHERE id = $1"};
constexpr Statement update_personne{"membre.remplacer", R"(
    UPDATE membre SET courriel = $2, invite_le = $3, compte = NULL, accepte_le = NULL
    WHERE id = $1)"};

constexpr Statement finir_invitations{"invitation.finir", R"(
    UPDATE invitation SET utilisee_le = $2 WHERE membre = $1 AND utilisee_le IS NULL)"};
constexpr Statement insert_invitation{"invitation.creer", R"(
    INSERT INTO invitation (empreinte, membre, par, cree_le, expire_le, utilisee_le)
    VALUES ($1, $2, $3, $4, $5, NULL))"};
constexpr Statement select_invitation{"invitation.lire", R"(
    SELECT m.id, m.dossier, m.finess_ej, m.courriel, m.compte, m.recupere_tva, m.invite_le,
           m.accepte_le
    FROM invitation i JOIN membre m ON m.id = i.membre
    WHERE i.empreinte = $1 AND i.expire_le > $2 AND i.utilisee_le IS NULL
      AND m.role = 'membre' AND m.retire_le IS NULL)"};
constexpr Statement update_invitation{"invitation.consommer", R"(
    UPDATE invitation SET utilisee_le = $2
    WHERE empreinte = $1 AND expire_le > $2 AND utilisee_le IS NULL)"};
constexpr Statement count_invitations{"invitation.compter", R"(
    SELECT COUNT(*) AS nombre FROM invitation WHERE par = $1 AND cree_le > $2)"};

Membre lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .dossier = row.get<std::string>("dossier"),
            .finess_ej = row.get<core::Finess>("finess_ej"),
            .courriel = row.get<identity::Courriel>("courriel"),
            .compte = row.get<std::optional<std::string>>("compte"),
            .recupere_tva = row.get<std::optional<bool>>("recupere_tva"),
            .invite_le = row.get<core::Instant>("invite_le"),
            .accepte_le = row.get<std::optional<core::Instant>>("accepte_le")};
}

}  // namespace

std::vector<Membre> membres_de(storage::Reader& db, std::string_view dossier) {
    return db.all(select_du_dossier, lire, dossier);
}

std::vector<Membre> membres_du_compte(storage::Reader& db, std::string_view compte) {
    return db.all(select_du_compte, lire, compte);
}

std::vector<Membre> membres_attendus(storage::Reader& db, const identity::Courriel& courriel) {
    return db.all(select_attendus, lire, courriel, courriel.cle());
}

void ajouter(storage::Writer& db, const Membre& membre) {
    db.run(insert_membre, membre.id, membre.dossier, membre.finess_ej, membre.courriel,
           membre.compte, membre.recupere_tva, membre.invite_le, membre.accepte_le);
}

bool rattacher(storage::Writer& db, std::string_view membre, std::string_view compte,
               core::Instant maintenant) {
    return db.run(update_compte, membre, compte, maintenant) == 1;
}

void changer_tva(storage::Writer& db, const Membre& membre, std::optional<bool> recupere_tva) {
    db.run(update_tva, membre.id, recupere_tva);
}

void oter(storage::Writer& db, std::string_view membre, core::Instant maintenant) {
    db.run(update_retire, membre, maintenant);
    db.run(finir_invitations, membre, maintenant);
}

void remplacer(storage::Writer& db, const Membre& suivant) {
    db.run(update_personne, suivant.id, suivant.courriel, suivant.invite_le);
}

std::string inviter(storage::Writer& db, const Invitation& invitation) {
    db.run(finir_invitations, invitation.membre, invitation.maintenant);
    const auto jeton = secret::jeton();
    db.run(insert_invitation, secret::empreinte(jeton), invitation.membre, invitation.par,
           invitation.maintenant, invitation.expire_le);
    return jeton;
}

std::optional<Membre> lire_invitation(storage::Reader& db, std::string_view jeton,
                                      core::Instant maintenant) {
    return db.one(select_invitation, lire, secret::empreinte(jeton), maintenant);
}

bool consommer(storage::Writer& db, std::string_view jeton, core::Instant maintenant) {
    return db.run(update_invitation, secret::empreinte(jeton), maintenant) == 1;
}

std::int64_t invitations_depuis(storage::Reader& db, std::string_view par, core::Instant depuis) {
    return *db.one(
        count_invitations, [](const Row& row) { return row.get<std::int64_t>("nombre"); }, par,
        depuis);
}

}  // namespace grappe::membres
