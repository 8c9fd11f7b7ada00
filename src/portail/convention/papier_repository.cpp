// SQL of the scans of signed papers.
#include "portail/convention/papier_repository.hpp"

namespace grappe::convention {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_un{"papier_signe.trouver", R"(
    SELECT id, convention, avenant, partie, rang, provenance, format, sha256, taille, par, depose_le
    FROM papier_signe WHERE id = $1)"};
constexpr Statement select_tous{"papier_signe.de_la_convention", R"(
    SELECT id, convention, avenant, partie, rang, provenance, format, sha256, taille, par, depose_le
    FROM papier_signe WHERE convention = $1 ORDER BY avenant, partie, rang)"};
constexpr Statement insert{"papier_signe.ajouter", R"(
    INSERT INTO papier_signe (id, convention, avenant, partie, rang, provenance, format, sha256,
                              taille, par, depose_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};

PapierSigne lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .convention = row.get<std::string>("convention"),
            .avenant = row.get<int>("avenant"),
            .partie = row.get<Partie>("partie"),
            .rang = row.get<int>("rang"),
            .provenance = row.get<Provenance>("provenance"),
            .fichier = {.format = row.get<pieces::Format>("format"),
                        .sha256 = row.get<std::string>("sha256"),
                        .taille = row.get<std::int64_t>("taille")},
            .par = row.get<std::string>("par"),
            .depose_le = row.get<core::Instant>("depose_le")};
}

}  // namespace

std::optional<PapierSigne> trouver_papier(storage::Reader& db, std::string_view id) {
    return db.one(select_un, lire, id);
}

std::vector<PapierSigne> papiers_de(storage::Reader& db, std::string_view convention) {
    return db.all(select_tous, lire, convention);
}

void ajouter(storage::Writer& db, const PapierSigne& papier) {
    const auto& [format, sha256, taille] = papier.fichier;
    db.run(insert, papier.id, papier.convention, papier.avenant, papier.partie, papier.rang,
           papier.provenance, format, sha256, taille, papier.par, papier.depose_le);
}

}  // namespace grappe::convention
