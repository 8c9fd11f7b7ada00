// Every SQL statement about the supports of a dossier. Their rows stand beside those of members, so
// that links and their ends are the same; they have no legal entity.
#include "portail/membres/soutien.hpp"
#include "secret/empreinte.hpp"

namespace grappe::membres {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_du_dossier{"soutien.du_dossier", R"(
    SELECT id, dossier, role, courriel, compte, invite_le, accepte_le FROM membre
    WHERE dossier = $1 AND role <> 'membre' AND retire_le IS NULL ORDER BY invite_le, id)"};
constexpr Statement select_du_compte{"soutien.du_compte", R"(
    SELECT id, dossier, role, courriel, compte, invite_le, accepte_le FROM membre
    WHERE compte = $1 AND role <> 'membre' AND retire_le IS NULL ORDER BY invite_le DESC, id)"};
constexpr Statement select_attendus{"soutien.attendus", R"(
    SELECT id, dossier, role, courriel, compte, invite_le, accepte_le FROM membre
    WHERE (courriel = $1 OR courriel = $2) AND role <> 'membre' AND compte IS NULL
      AND retire_le IS NULL
    ORDER BY invite_le DESC, id)"};
constexpr Statement insert_soutien{"soutien.ajouter", R"(
    INSERT INTO membre (id, dossier, finess_ej, courriel, compte, recupere_tva, invite_le,
                        accepte_le, retire_le, role)
    VALUES ($1, $2, '', $3, $4, NULL, $5, $6, NULL, $7))"};
constexpr Statement select_invitation{"soutien.invitation", R"(
    SELECT m.id, m.dossier, m.role, m.courriel, m.compte, m.invite_le, m.accepte_le
    FROM invitation i JOIN membre m ON m.id = i.membre
    WHERE i.empreinte = $1 AND i.expire_le > $2 AND i.utilisee_le IS NULL
      AND m.role <> 'membre' AND m.retire_le IS NULL)"};
constexpr Statement select_comptes{"membre.comptes", R"(
    SELECT DISTINCT compte, role FROM membre
    WHERE dossier = $1 AND retire_le IS NULL AND compte IS NOT NULL)"};

Soutien lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .dossier = row.get<std::string>("dossier"),
            .role = row.get<access::Role>("role"),
            .courriel = row.get<identity::Courriel>("courriel"),
            .compte = row.get<std::optional<std::string>>("compte"),
            .invite_le = row.get<core::Instant>("invite_le"),
            .accepte_le = row.get<std::optional<core::Instant>>("accepte_le")};
}

}  // namespace

std::vector<Soutien> soutiens_de(storage::Reader& db, std::string_view dossier) {
    return db.all(select_du_dossier, lire, dossier);
}

std::vector<Soutien> soutiens_du_compte(storage::Reader& db, std::string_view compte) {
    return db.all(select_du_compte, lire, compte);
}

std::vector<Soutien> soutiens_attendus(storage::Reader& db, const identity::Courriel& courriel) {
    return db.all(select_attendus, lire, courriel, courriel.cle());
}

void ajouter(storage::Writer& db, const Soutien& soutien) {
    db.run(insert_soutien, soutien.id, soutien.dossier, soutien.courriel, soutien.compte,
           soutien.invite_le, soutien.accepte_le, soutien.role);
}

std::optional<Soutien> lire_invitation_de_soutien(storage::Reader& db, std::string_view jeton,
                                                  core::Instant maintenant) {
    return db.one(select_invitation, lire, secret::empreinte(jeton), maintenant);
}

std::vector<access::Invite> comptes_invites(storage::Reader& db, std::string_view dossier) {
    return db.all(
        select_comptes,
        [](const Row& row) {
            return access::Invite{row.get<std::string>("compte"), row.get<access::Role>("role")};
        },
        dossier);
}

}  // namespace grappe::membres
