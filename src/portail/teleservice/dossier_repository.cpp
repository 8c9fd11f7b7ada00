// Every SQL statement about dossiers, their versions and their changes of state.
#include "portail/teleservice/dossier_repository.hpp"

#include "portail/membres/soutien.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row;

// While a porteur is being replaced the dossier is nobody's: neither the former one's nor, before
// it is accepted, the next one's.
constexpr Statement select_un{"dossier.trouver", R"(
    SELECT id, CASE WHEN EXISTS (SELECT 1 FROM succession s
                                 WHERE s.dossier = id AND s.close_le IS NULL)
                    THEN '' ELSE compte END AS compte,
           appel, statut, version, cree_le, modifie_le, guichet,
           (SELECT n.acte FROM instruction_nationale n WHERE n.dossier = id
            ORDER BY n.numero DESC LIMIT 1) AS examen
    FROM dossier WHERE id = $1)"};
constexpr Statement select_du_compte{"dossier.du_compte", R"(
    SELECT id, compte, appel, statut, version, cree_le, modifie_le, guichet
    FROM dossier WHERE compte = $1 AND NOT EXISTS (
        SELECT 1 FROM succession s WHERE s.dossier = id AND s.close_le IS NULL)
    ORDER BY modifie_le DESC, id)"};
constexpr Statement select_du_guichet{"dossier.du_guichet", R"(
    SELECT id, compte, appel, statut, version, cree_le, modifie_le, guichet
    FROM dossier WHERE guichet = $1 ORDER BY modifie_le DESC, id)"};
constexpr Statement select_deposes{"dossier.deposes", R"(
    SELECT id, compte, appel, statut, version, cree_le, modifie_le, guichet
    FROM dossier WHERE guichet IS NOT NULL ORDER BY modifie_le DESC, id)"};
constexpr Statement select_soutenus{"dossier.soutenus", R"(
    SELECT d.id, d.compte, d.appel, d.statut, d.version, d.cree_le, d.modifie_le, d.guichet
    FROM dossier d
    WHERE EXISTS (SELECT 1 FROM membre m WHERE m.dossier = d.id AND m.compte = $1
                  AND m.role <> 'membre' AND m.retire_le IS NULL)
    ORDER BY d.modifie_le DESC, d.id)"};
constexpr Statement insert_dossier{"dossier.ajouter", R"(
    INSERT INTO dossier (id, compte, appel, statut, version, cree_le, modifie_le, guichet)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
constexpr Statement avancer{"dossier.avancer", R"(
    UPDATE dossier SET version = $2, modifie_le = $3 WHERE id = $1 AND version = $4)"};
constexpr Statement changer_statut{"dossier.passer", R"(
    UPDATE dossier SET statut = $2, guichet = $3, modifie_le = $4 WHERE id = $1)"};
constexpr Statement insert_version{"dossier.ajouter_version", R"(
    INSERT INTO dossier_version (dossier, version, contenu, ecrit_par, ecrit_le)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement select_contenu{"dossier.contenu", R"(
    SELECT contenu FROM dossier_version WHERE dossier = $1 AND version = $2)"};
constexpr Statement select_versions{"dossier.versions", R"(
    SELECT version, ecrit_par, ecrit_le FROM dossier_version
    WHERE dossier = $1 ORDER BY version)"};
constexpr Statement insert_passage{"dossier.ajouter_passage", R"(
    INSERT INTO dossier_passage (dossier, numero, acte, avant, apres, par, fait_le, motif)
    VALUES ($1, (SELECT COUNT(*) FROM dossier_passage WHERE dossier = $1) + 1,
            $2, $3, $4, $5, $6, $7))"};
constexpr Statement select_passages{"dossier.passages", R"(
    SELECT acte, avant, apres, par, fait_le, motif FROM dossier_passage
    WHERE dossier = $1 ORDER BY numero)"};

Dossier lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .compte = row.get<std::string>("compte"),
            .appel = row.get<std::string>("appel"),
            .statut = row.get<Statut>("statut"),
            .version = row.get<int>("version"),
            .cree_le = row.get<core::Instant>("cree_le"),
            .modifie_le = row.get<core::Instant>("modifie_le"),
            .guichet = row.get<std::optional<std::string>>("guichet")};
}

Dossier lire_un(const Row& row) {
    auto dossier = lire(row);
    const auto acte = row.get<std::optional<ActeDInstructionNationale>>("examen");
    dossier.au_national = acte == ActeDInstructionNationale::acceptee;
    return dossier;
}

Version lire_version(const Row& row) {
    return {.numero = row.get<int>("version"),
            .ecrit_par = row.get<std::string>("ecrit_par"),
            .ecrit_le = row.get<core::Instant>("ecrit_le")};
}

Passage lire_passage(const Row& row) {
    return {.acte = row.get<Acte>("acte"),
            .avant = row.get<Statut>("avant"),
            .apres = row.get<Statut>("apres"),
            .par = row.get<std::string>("par"),
            .fait_le = row.get<core::Instant>("fait_le"),
            .motif = row.get<std::string>("motif")};
}

}  // namespace

std::optional<Dossier> trouver(storage::Reader& db, std::string_view id) {
    auto dossier = db.one(select_un, lire_un, id);
    if (!dossier) return dossier;
    dossier->invites = membres::comptes_invites(db, id);
    std::erase_if(dossier->invites, [&](const access::Invite& invite) {
        if (invite.role != access::Role::membre) return false;
        dossier->membres.push_back(invite.compte);
        return true;
    });
    return dossier;
}

std::vector<Dossier> dossiers_du_compte(storage::Reader& db, std::string_view compte) {
    return db.all(select_du_compte, lire, compte);
}

std::vector<Dossier> dossiers_soutenus(storage::Reader& db, std::string_view compte) {
    auto dossiers = db.all(select_soutenus, lire, compte);
    for (auto& dossier : dossiers) dossier.invites = membres::comptes_invites(db, dossier.id);
    return dossiers;
}

std::vector<Dossier> dossiers_du_guichet(storage::Reader& db, std::string_view guichet) {
    return db.all(select_du_guichet, lire, guichet);
}

std::vector<Dossier> dossiers_deposes(storage::Reader& db) { return db.all(select_deposes, lire); }

std::optional<std::string> contenu(storage::Reader& db, std::string_view dossier, int version) {
    return db.one(
        select_contenu, [](const Row& row) { return row.get<std::string>("contenu"); }, dossier,
        version);
}

std::vector<Version> versions(storage::Reader& db, std::string_view dossier) {
    return db.all(select_versions, lire_version, dossier);
}

std::vector<Passage> passages(storage::Reader& db, std::string_view dossier) {
    return db.all(select_passages, lire_passage, dossier);
}

void ajouter(storage::Writer& db, const Dossier& dossier, std::string_view contenu) {
    db.run(insert_dossier, dossier.id, dossier.compte, dossier.appel, dossier.statut,
           dossier.version, dossier.cree_le, dossier.modifie_le, dossier.guichet);
    db.run(insert_version, dossier.id, dossier.version, contenu, dossier.compte, dossier.cree_le);
}

bool ajouter_version(storage::Writer& db, const Dossier& dossier, const Version& version,
                     std::string_view contenu) {
    if (db.run(avancer, dossier.id, version.numero, version.ecrit_le, dossier.version) != 1)
        return false;
    db.run(insert_version, dossier.id, version.numero, contenu, version.ecrit_par,
           version.ecrit_le);
    return true;
}

void passer(storage::Writer& db, const Dossier& apres, const Passage& passage) {
    db.run(changer_statut, apres.id, apres.statut, apres.guichet, passage.fait_le);
    suivre(db, apres, passage.fait_le);
    db.run(insert_passage, apres.id, passage.acte, passage.avant, passage.apres, passage.par,
           passage.fait_le, passage.motif);
}

}  // namespace grappe::teleservice
