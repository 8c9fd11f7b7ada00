// Every SQL statement about requests without account that may be sent twice.
#include <chrono>

#include "identity/limites.hpp"
#include "identity/redite.hpp"

namespace grappe::identity {
namespace {

constexpr std::chrono::hours duree{24};

constexpr storage::Statement select_une{"redite.trouver",
                                        "SELECT empreinte FROM redite WHERE cle = $1"};
constexpr storage::Statement insert{
    "redite.ajouter", "INSERT INTO redite (cle, empreinte, cree_le) VALUES ($1, $2, $3)"};
constexpr storage::Statement delete_anciennes{"redite.oublier",
                                              "DELETE FROM redite WHERE cree_le < $1"};

std::string cle_de(const Redite& redite) {
    return redite.moyens.coffre.empreinte("redite:" + reseau_de(redite.origine.adresse) + "\n" +
                                          redite.envoi.cle);
}

// The client's own key goes into it, which is stored nowhere: even with the vault's key, nobody
// finds a password by trying many.
std::string empreinte_de(const Redite& redite) {
    return redite.moyens.coffre.empreinte("demande:" + redite.envoi.cle + "\n" +
                                          redite.envoi.texte);
}

}  // namespace

core::Result<bool> deja_faite(storage::Reader& db, const Redite& redite) {
    if (redite.envoi.cle.empty()) return false;
    if (redite.envoi.cle.size() > cle_d_envoi_max)
        return core::refuse(core::Reason::invalid, "rejeu.cle");
    const auto connue = db.one(
        select_une, [](const storage::Row& row) { return row.get<std::string>("empreinte"); },
        cle_de(redite));
    if (connue && *connue != empreinte_de(redite))
        return core::refuse(core::Reason::rule_not_met, "rejeu.autre_demande");
    return connue.has_value();
}

void noter_faite(storage::Writer& db, const Redite& redite) {
    if (redite.envoi.cle.empty()) return;
    db.run(insert, cle_de(redite), empreinte_de(redite), redite.moyens.reel);
}

std::int64_t oublier_les_redites(storage::Writer& db, core::Instant reel) {
    return db.run(delete_anciennes, core::Instant::of(reel.utc() - duree));
}

}  // namespace grappe::identity
