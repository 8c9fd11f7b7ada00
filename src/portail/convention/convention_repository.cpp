// SQL of agreements, of their lines, signatures and reports.
#include "portail/convention/convention_repository.hpp"

#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/lignes_lues.hpp"

namespace grappe::convention {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_une{"convention.trouver", R"(
    SELECT id, dossier, depot, regles, forme, avance, devis_amoa, empreinte, version, preparee_par,
           preparee_le
    FROM convention WHERE id = $1)"};
constexpr Statement select_du_dossier{"convention.du_dossier",
                                      "SELECT id FROM convention WHERE dossier = $1"};
constexpr Statement select_lignes{"convention_ligne.lister", R"(
    SELECT finess_et, secteur, eligible_sons, usage, equipement, materiel, amoa, devis_materiel
    FROM convention_ligne WHERE convention = $1 ORDER BY rang)"};
constexpr Statement select_signatures{"convention_signature.lister", R"(
    SELECT partie, mode, empreinte, par, signee_le FROM convention_signature
    WHERE convention = $1 ORDER BY signee_le, partie)"};
constexpr Statement select_rapports{"convention_rapport.lister", R"(
    SELECT c.rapport FROM convention_rapport c JOIN usage_rapport r ON r.id = c.rapport
    WHERE c.convention = $1 ORDER BY r.numero)"};
constexpr Statement insert_une{"convention.ajouter", R"(
    INSERT INTO convention (id, dossier, depot, regles, forme, avance, devis_amoa, empreinte,
                            version, preparee_par, preparee_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};
constexpr Statement insert_ligne{"convention_ligne.ajouter", R"(
    INSERT INTO convention_ligne (convention, rang, finess_et, secteur, eligible_sons, usage,
                                  equipement, materiel, amoa, devis_materiel)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};
constexpr Statement insert_signature{"convention_signature.ajouter", R"(
    INSERT INTO convention_signature (convention, partie, mode, empreinte, par, signee_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement update_version{"convention.avancer", R"(
    UPDATE convention SET version = version + 1 WHERE id = $1 AND version = $2)"};
constexpr Statement insert_rapport{"convention_rapport.ajouter", R"(
    INSERT INTO convention_rapport (convention, rapport, recu_le) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING)"};

// Without what has rows of its own.
Convention lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .dossier = row.get<std::string>("dossier"),
            .depot = row.get<int>("depot"),
            .regles = row.get<std::string>("regles"),
            .forme = row.get<Forme>("forme"),
            .accorde = {.lignes = {}, .devis_amoa = row.get<std::optional<Money>>("devis_amoa")},
            .avance = row.get<Money>("avance"),
            .empreinte = row.get<std::string>("empreinte"),
            .version = row.get<int>("version"),
            .preparee_par = row.get<std::string>("preparee_par"),
            .preparee_le = row.get<core::Instant>("preparee_le")};
}

}  // namespace

std::optional<Convention> trouver_initiale(storage::Reader& db, std::string_view id) {
    auto convention = db.one(select_une, lire, id);
    if (!convention) return convention;
    convention->accorde.lignes = db.all(select_lignes, lire_ligne, id);
    convention->signatures = db.all(select_signatures, lire_signature, id);
    return convention;
}

std::optional<Convention> trouver(storage::Reader& db, std::string_view id) {
    auto convention = trouver_initiale(db, id);
    auto avenant = convention ? avenant_en_vigueur(db, id) : std::nullopt;
    if (!avenant) return convention;
    convention->accorde = std::move(avenant->version.accorde);
    convention->avance = avenant->version.avance;
    convention->en_trop = avenant->version.en_trop();
    convention->fin_deploiement = avenant->version.fin_deploiement;
    convention->avenant = avenant->rang;
    return convention;
}

std::optional<Convention> trouver_du_dossier(storage::Reader& db, std::string_view dossier) {
    const auto id = db.one(
        select_du_dossier, [](const Row& row) { return row.get<std::string>("id"); }, dossier);
    return id ? trouver(db, *id) : std::nullopt;
}

void ajouter(storage::Writer& db, const Convention& convention) {
    db.run(insert_une, convention.id, convention.dossier, convention.depot, convention.regles,
           convention.forme, convention.avance, convention.accorde.devis_amoa, convention.empreinte,
           convention.version, convention.preparee_par, convention.preparee_le);
    ajouter_les_lignes(db, insert_ligne, convention.id, convention.accorde);
}

bool avancer(storage::Writer& db, const Convention& convention) {
    return db.run(update_version, convention.id, convention.version) == 1;
}

bool ajouter(storage::Writer& db, const Convention& convention, const Signature& signature) {
    if (!avancer(db, convention)) return false;
    db.run(insert_signature, convention.id, signature.partie, signature.mode, signature.empreinte,
           signature.par, signature.signee_le);
    return true;
}

std::vector<std::string> rapports_de(storage::Reader& db, std::string_view convention) {
    return db.all(
        select_rapports, [](const Row& row) { return row.get<std::string>("rapport"); },
        convention);
}

void rattacher(storage::Writer& db, std::string_view convention, std::string_view rapport,
               core::Instant recu_le) {
    db.run(insert_rapport, convention, rapport, recu_le);
}

}  // namespace grappe::convention
