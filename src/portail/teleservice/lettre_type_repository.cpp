// Every SQL statement about models of letters.
#include "portail/teleservice/lettre_type.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_modele{"lettre_type.dernier", R"(
    SELECT genre, version, objet, corps, guichet FROM lettre_type
    WHERE genre = $1 AND guichet = $2 ORDER BY version DESC LIMIT 1)"};
constexpr Statement select_version{"lettre_type.version", R"(
    SELECT COUNT(*) AS combien FROM lettre_type WHERE genre = $1)"};
constexpr Statement insert_modele{"lettre_type.ajouter", R"(
    INSERT INTO lettre_type (genre, version, objet, corps, par, ecrite_le, guichet)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};

}  // namespace

std::optional<Modele> dernier_modele(storage::Reader& db, const ModeleVise& vise) {
    return db.one(
        select_modele,
        [](const Row& row) {
            return Modele{.genre = row.get<GenreDeLettre>("genre"),
                          .version = row.get<int>("version"),
                          .objet = row.get<std::string>("objet"),
                          .corps = row.get<std::string>("corps"),
                          .change = !row.get<std::string>("corps").empty(),
                          .guichet = row.get<std::string>("guichet")};
        },
        vise.genre, vise.guichet);
}

int ajouter(storage::Writer& db, const Modele& modele, const std::string& par,
            core::Instant ecrite_le) {
    const auto version =
        1 +
        db.one(
              select_version, [](const Row& row) { return row.get<int>("combien"); }, modele.genre)
            .value_or(0);
    db.run(insert_modele, modele.genre, version, modele.objet, modele.corps, par, ecrite_le,
           modele.guichet);
    return version;
}

}  // namespace grappe::teleservice
