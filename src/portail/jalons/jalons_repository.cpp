// Every SQL statement about milestones.
#include "portail/jalons/jalons_repository.hpp"

namespace grappe::jalons {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_faits{"jalon.de_la_convention", R"(
    SELECT numero, jalon, finess_et, acte, jour, motif, par, fait_le FROM jalon_fait
    WHERE convention = $1 ORDER BY numero)"};
constexpr Statement insert_fait{"jalon.ajouter", R"(
    INSERT INTO jalon_fait (convention, numero, dossier, jalon, finess_et, acte, jour, motif, par,
                            fait_le)
    VALUES ($1, (SELECT COALESCE(MAX(j.numero), 0) + 1 FROM jalon_fait j WHERE j.convention = $1),
            $2, $3, $4, $5, $6, $7, $8, $9))"};
constexpr Statement select_vives{"jalon.conventions_vives", R"(
    SELECT c.id FROM convention c JOIN dossier d ON d.id = c.dossier
    WHERE d.statut IN ('conventionne', 'en_cours')
      AND ($1 = '' OR d.compte = $1) AND ($2 = '' OR d.guichet = $2)
    ORDER BY c.preparee_le, c.id)"};
constexpr Statement select_du_membre{"jalon.conventions_du_membre", R"(
    SELECT c.id, f.numero, f.porteur FROM convention c JOIN fiche f ON f.dossier = c.dossier
    WHERE EXISTS (SELECT 1 FROM membre m WHERE m.dossier = c.dossier AND m.compte = $1
                  AND m.role = 'membre' AND m.retire_le IS NULL)
    ORDER BY c.preparee_le, c.id)"};

}  // namespace

Fait lire_fait(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .jalon = row.get<Genre>("jalon"),
            .finess_et = row.get<std::string>("finess_et"),
            .acte = row.get<Acte>("acte"),
            .jour = row.get<std::optional<core::Date>>("jour"),
            .motif = row.get<std::string>("motif"),
            .par = row.get<std::string>("par"),
            .fait_le = row.get<core::Instant>("fait_le")};
}

std::vector<Fait> faits_de(storage::Reader& db, std::string_view convention) {
    return db.all(select_faits, lire_fait, convention);
}

void ajouter(storage::Writer& db, std::string_view convention, std::string_view dossier,
             const Fait& fait) {
    db.run(insert_fait, convention, dossier, fait.jalon, fait.finess_et, fait.acte, fait.jour,
           fait.motif, fait.par, fait.fait_le);
}

std::vector<std::string> conventions_vives(storage::Reader& db, const Part& part) {
    return db.all(
        select_vives, [](const Row& row) { return row.get<std::string>("id"); }, part.compte,
        part.guichet);
}

std::vector<DuMembre> conventions_du_membre(storage::Reader& db, std::string_view compte) {
    return db.all(
        select_du_membre,
        [](const Row& row) {
            return DuMembre{row.get<std::string>("id"), row.get<std::string>("numero"),
                            row.get<std::string>("porteur")};
        },
        compte);
}

}  // namespace grappe::jalons
