// Every SQL statement about plannings.
#include "portail/documents/planning_repository.hpp"

namespace grappe::documents {
namespace {

using storage::Row, storage::Statement;

constexpr Statement select_version{"planning.version",
                                   "SELECT version FROM planning WHERE dossier = $1"};
constexpr Statement select_phases{"planning.phases", R"(
    SELECT volet, libelle, debut, fin FROM planning_phase WHERE dossier = $1 ORDER BY rang)"};
constexpr Statement insert_planning{"planning.ajouter", R"(
    INSERT INTO planning (dossier, version, ecrit_par, ecrit_le) VALUES ($1, $2, $3, $4)
    ON CONFLICT (dossier) DO NOTHING)"};
constexpr Statement update_planning{"planning.remplacer", R"(
    UPDATE planning SET version = $2, ecrit_par = $3, ecrit_le = $4
    WHERE dossier = $1 AND version = $5)"};
constexpr Statement delete_phases{"planning.oublier_phases",
                                  "DELETE FROM planning_phase WHERE dossier = $1"};
constexpr Statement insert_phase{"planning.ajouter_phase", R"(
    INSERT INTO planning_phase (dossier, rang, volet, libelle, debut, fin)
    VALUES ($1, $2, $3, $4, $5, $6))"};

}  // namespace

std::optional<Planning> trouver_planning(storage::Reader& db, std::string_view dossier) {
    const auto version = db.one(
        select_version, [](const Row& row) { return row.get<int>("version"); }, dossier);
    if (!version) return std::nullopt;
    auto phases = db.all(
        select_phases,
        [](const Row& row) {
            return Phase{.volet = row.get<Volet>("volet"),
                         .libelle = row.get<std::string>("libelle"),
                         .debut = row.get<std::optional<core::Date>>("debut"),
                         .fin = row.get<std::optional<core::Date>>("fin")};
        },
        dossier);
    return Planning{.version = *version, .phases = std::move(phases)};
}

bool remplacer_planning(storage::Writer& db, std::string_view dossier, const Planning& planning,
                        const Auteur& auteur) {
    const auto faites =
        planning.version == 1
            ? db.run(insert_planning, dossier, planning.version, auteur.compte, auteur.instant)
            : db.run(update_planning, dossier, planning.version, auteur.compte, auteur.instant,
                     planning.version - 1);
    if (faites != 1) return false;
    db.run(delete_phases, dossier);
    int rang = 0;
    for (const auto& phase : planning.phases)
        db.run(insert_phase, dossier, ++rang, phase.volet, phase.libelle, phase.debut, phase.fin);
    return true;
}

}  // namespace grappe::documents
