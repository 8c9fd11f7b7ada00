// Every SQL statement about bindings.
#include "identity/lien_openid.hpp"

namespace grappe::identity {
namespace {

constexpr storage::Statement select_identite{"lien_openid.par_identite", R"(
    SELECT emetteur, sujet, compte, lie_le FROM lien_openid
    WHERE emetteur = $1 AND sujet = $2)"};
constexpr storage::Statement select_compte{"lien_openid.par_compte", R"(
    SELECT emetteur, sujet, compte, lie_le FROM lien_openid WHERE compte = $1)"};
constexpr storage::Statement insert{"lien_openid.ajouter", R"(
    INSERT INTO lien_openid (emetteur, sujet, compte, lie_le) VALUES ($1, $2, $3, $4))"};
constexpr storage::Statement delete_un{"lien_openid.oter",
                                       "DELETE FROM lien_openid WHERE compte = $1"};

LienOpenid lire(const storage::Row& row) {
    return {.emetteur = row.get<std::string>("emetteur"),
            .sujet = row.get<std::string>("sujet"),
            .compte = row.get<std::string>("compte"),
            .lie_le = row.get<core::Instant>("lie_le")};
}

}  // namespace

std::optional<LienOpenid> trouver_le_lien(storage::Reader& db, const std::string& emetteur,
                                          const std::string& sujet) {
    return db.one(select_identite, lire, emetteur, sujet);
}

std::optional<LienOpenid> lien_du_compte(storage::Reader& db, const std::string& compte) {
    return db.one(select_compte, lire, compte);
}

void ajouter_le_lien(storage::Writer& db, const LienOpenid& lien) {
    db.run(insert, lien.emetteur, lien.sujet, lien.compte, lien.lie_le);
}

bool oter_le_lien(storage::Writer& db, const std::string& compte) {
    return db.run(delete_un, compte) > 0;
}

}  // namespace grappe::identity
