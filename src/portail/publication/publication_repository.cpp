// Every SQL statement about published rules.
#include "portail/publication/publication_repository.hpp"

namespace grappe::publication {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_toutes{"publication.toutes", R"(
    SELECT empreinte, appel, texte, socle FROM regles_publiees ORDER BY empreinte)"};
constexpr Statement insert{"publication.ajouter", R"(
    INSERT INTO regles_publiees (empreinte, appel, texte, socle, publie_le)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (empreinte) DO NOTHING)"};

Publication lire(const Row& row) {
    return {.empreinte = row.get<std::string>("empreinte"),
            .appel = row.get<std::string>("appel"),
            .texte = row.get<std::string>("texte"),
            .socle = row.get<std::string>("socle")};
}

}  // namespace

std::vector<Publication> publications(storage::Reader& db) { return db.all(select_toutes, lire); }

void garder(storage::Writer& db, const std::vector<Publication>& publications,
            core::Instant maintenant) {
    for (const auto& une : publications)
        db.run(insert, une.empreinte, une.appel, une.texte, une.socle, maintenant);
}

}  // namespace grappe::publication
