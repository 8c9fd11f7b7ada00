// Every SQL statement about letters.
#include "portail/instruction/lettre_repository.hpp"

namespace grappe::instruction {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_lettres{"lettre.du_dossier", R"(
    SELECT numero, genre, objet, corps, par, ecrite_le FROM lettre
    WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement insert_lettre{"lettre.ajouter", R"(
    INSERT INTO lettre (dossier, numero, genre, objet, corps, par, ecrite_le)
    VALUES ($1, (SELECT COUNT(*) FROM lettre WHERE dossier = $1) + 1, $2, $3, $4, $5, $6))"};

}  // namespace

std::vector<Lettre> lettres(storage::Reader& db, std::string_view dossier) {
    return db.all(
        select_lettres,
        [](const Row& row) {
            return Lettre{.numero = row.get<int>("numero"),
                          .genre = row.get<GenreDeLettre>("genre"),
                          .objet = row.get<std::string>("objet"),
                          .corps = row.get<std::string>("corps"),
                          .par = row.get<std::string>("par"),
                          .ecrite_le = row.get<core::Instant>("ecrite_le")};
        },
        dossier);
}

void ajouter(storage::Writer& db, std::string_view dossier, const Lettre& lettre) {
    db.run(insert_lettre, dossier, lettre.genre, lettre.objet, lettre.corps, lettre.par,
           lettre.ecrite_le);
}

}  // namespace grappe::instruction
