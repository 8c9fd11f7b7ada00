// Every SQL statement about self-assessments.
#include "portail/documents/maturite_repository.hpp"

namespace grappe::documents {
namespace {

using storage::Row, storage::Statement;

constexpr Statement select_version{
    "maturite.version", "SELECT version FROM maturite WHERE dossier = $1 AND organisme = $2"};
constexpr Statement select_reponses{"maturite.reponses", R"(
    SELECT code, valeur FROM maturite_reponse WHERE dossier = $1 AND organisme = $2)"};
constexpr Statement select_organismes{
    "maturite.organismes", "SELECT organisme FROM maturite WHERE dossier = $1 ORDER BY organisme"};
constexpr Statement insert_fiche{"maturite.ajouter", R"(
    INSERT INTO maturite (dossier, organisme, version, ecrit_par, ecrit_le)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (dossier, organisme) DO NOTHING)"};
constexpr Statement update_fiche{"maturite.remplacer", R"(
    UPDATE maturite SET version = $3, ecrit_par = $4, ecrit_le = $5
    WHERE dossier = $1 AND organisme = $2 AND version = $6)"};
constexpr Statement delete_reponses{
    "maturite.oublier_reponses",
    "DELETE FROM maturite_reponse WHERE dossier = $1 AND organisme = $2"};
constexpr Statement insert_reponse{"maturite.ajouter_reponse", R"(
    INSERT INTO maturite_reponse (dossier, organisme, code, valeur) VALUES ($1, $2, $3, $4))"};

}  // namespace

std::optional<FicheDeMaturite> trouver_fiche(storage::Reader& db, const FicheVisee& visee) {
    const auto version = db.one(
        select_version, [](const Row& row) { return row.get<int>("version"); }, visee.dossier,
        visee.organisme);
    if (!version) return std::nullopt;
    FicheDeMaturite fiche{.organisme = std::string{visee.organisme}, .version = *version};
    db.each(
        select_reponses,
        [&](const Row& row) {
            fiche.reponses[row.get<std::string>("code")] = row.get<std::string>("valeur");
        },
        visee.dossier, visee.organisme);
    return fiche;
}

std::vector<FicheDeMaturite> fiches_du_dossier(storage::Reader& db, std::string_view dossier) {
    const auto organismes = db.all(
        select_organismes, [](const Row& row) { return row.get<std::string>("organisme"); },
        dossier);
    std::vector<FicheDeMaturite> fiches;
    for (const auto& organisme : organismes)
        fiches.push_back(*trouver_fiche(db, {.dossier = dossier, .organisme = organisme}));
    return fiches;
}

bool remplacer_fiche(storage::Writer& db, std::string_view dossier, const FicheDeMaturite& fiche,
                     const Auteur& auteur) {
    const auto faites = fiche.version == 1
                            ? db.run(insert_fiche, dossier, fiche.organisme, fiche.version,
                                     auteur.compte, auteur.instant)
                            : db.run(update_fiche, dossier, fiche.organisme, fiche.version,
                                     auteur.compte, auteur.instant, fiche.version - 1);
    if (faites != 1) return false;
    db.run(delete_reponses, dossier, fiche.organisme);
    for (const auto& [code, valeur] : fiche.reponses)
        db.run(insert_reponse, dossier, fiche.organisme, code, valeur);
    return true;
}

}  // namespace grappe::documents
