// Every SQL statement about exports.
#include "portail/documents/exports_repository.hpp"

namespace grappe::documents {
namespace {

using storage::Row, storage::Statement;

constexpr Statement insert_export{"exportation.ajouter", R"(
    INSERT INTO exportation (id, compte, genre, objet, etat, nom, demande_le, perime_le, essais,
                             faute)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, ''))"};
constexpr Statement select_un{"exportation.trouver", R"(
    SELECT id, compte, genre, objet, etat, nom, demande_le, fini_le, perime_le, taille, sha256,
           essais, faute
    FROM exportation WHERE id = $1)"};
constexpr Statement select_du_compte{"exportation.du_compte", R"(
    SELECT id, compte, genre, objet, etat, nom, demande_le, fini_le, perime_le, taille, sha256,
           essais, faute
    FROM exportation WHERE compte = $1 ORDER BY demande_le DESC, id LIMIT 100)"};
constexpr Statement select_prochain{"exportation.prochain", R"(
    SELECT id, compte, genre, objet, etat, nom, demande_le, fini_le, perime_le, taille, sha256,
           essais, faute
    FROM exportation WHERE etat = 'demande' ORDER BY essais, demande_le, id LIMIT 1)"};
constexpr Statement select_a_perimer{"exportation.a_perimer", R"(
    SELECT id, compte, genre, objet, etat, nom, demande_le, fini_le, perime_le, taille, sha256,
           essais, faute
    FROM exportation WHERE etat <> 'perime' AND perime_le <= $1)"};
constexpr Statement update_export{"exportation.changer", R"(
    UPDATE exportation SET etat = $2, fini_le = $3, taille = $4, sha256 = $5, essais = $6,
           faute = $7
    WHERE id = $1)"};

Export lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .compte = row.get<std::string>("compte"),
            .genre = row.get<Genre>("genre"),
            .objet = row.get<std::string>("objet"),
            .etat = row.get<EtatExport>("etat"),
            .nom = row.get<std::string>("nom"),
            .demande_le = row.get<core::Instant>("demande_le"),
            .fini_le = row.get<std::optional<core::Instant>>("fini_le"),
            .perime_le = row.get<core::Instant>("perime_le"),
            .taille = row.get<std::optional<std::int64_t>>("taille"),
            .sha256 = row.get<std::optional<std::string>>("sha256"),
            .essais = row.get<int>("essais"),
            .faute = row.get<std::string>("faute")};
}

}  // namespace

void ajouter(storage::Writer& db, const Export& un) {
    db.run(insert_export, un.id, un.compte, un.genre, un.objet, un.etat, un.nom, un.demande_le,
           un.perime_le);
}

std::optional<Export> trouver_export(storage::Reader& db, std::string_view id) {
    return db.one(select_un, lire, id);
}

std::vector<Export> exports_du_compte(storage::Reader& db, std::string_view compte) {
    return db.all(select_du_compte, lire, compte);
}

std::optional<Export> prochain_export(storage::Reader& db) { return db.one(select_prochain, lire); }

std::vector<Export> exports_a_perimer(storage::Reader& db, core::Instant maintenant) {
    return db.all(select_a_perimer, lire, maintenant);
}

void changer(storage::Writer& db, const Export& un) {
    db.run(update_export, un.id, un.etat, un.fini_le, un.taille, un.sha256, un.essais, un.faute);
}

}  // namespace grappe::documents
