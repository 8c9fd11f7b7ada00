// The statements, one text for SQLite and PostgreSQL.
#include "dui/transmission/releve_repository.hpp"

namespace grappe::transmission {
namespace {

using storage::Row;
using storage::Statement;

constexpr Statement lire_prise{"releve.derniere", R"(
    SELECT numero, lu_le FROM releve WHERE compte = $1 AND finess_et = $2 AND unite = $3
    ORDER BY numero DESC, lu_le DESC LIMIT 1)"};
constexpr Statement ecrire_prise{"releve.ajouter", R"(
    INSERT INTO releve (compte, finess_et, unite, numero, lu_le) VALUES ($1, $2, $3, $4, $5))"};
// Numbers and acts grow together: found at the end of the table.
constexpr Statement lire_numero{"releve.numero", R"(
    SELECT numero FROM element WHERE enregistrement <= $1 ORDER BY numero DESC LIMIT 1)"};

}  // namespace

std::optional<Prise> derniere_prise(storage::Reader& db, const std::string& compte,
                                    const Equipe& equipe) {
    return db.one(
        lire_prise,
        [](const Row& ligne) {
            return Prise{ligne.get<std::int64_t>("numero"), ligne.get<core::Instant>("lu_le")};
        },
        compte, equipe.finess_et, equipe.unite);
}

void ajouter_prise(storage::Writer& db, const std::string& compte, const Equipe& equipe,
                   const Prise& prise) {
    db.run(ecrire_prise, compte, equipe.finess_et, equipe.unite, prise.numero, prise.le);
}

std::int64_t dernier_numero_de_l_acte(storage::Reader& db, std::int64_t enregistrement) {
    return db
        .one(
            lire_numero, [](const Row& ligne) { return ligne.get<std::int64_t>("numero"); },
            enregistrement)
        .value_or(0);
}

}  // namespace grappe::transmission
