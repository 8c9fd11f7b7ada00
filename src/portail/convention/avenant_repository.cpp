// SQL of amendments.
#include "portail/convention/avenant_repository.hpp"

#include "portail/convention/lignes_lues.hpp"

namespace grappe::convention {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_un{"avenant.trouver", R"(
    SELECT a.id, a.convention, a.rang, a.motif, a.regles, a.avance, a.verse, a.devis_amoa,
           a.fin_deploiement, a.alertes, a.empreinte, a.prepare_par, a.prepare_le, s.issue,
           s.motif AS motif_de_la_suite, s.par, s.fait_le
    FROM avenant a LEFT JOIN avenant_suite s ON s.avenant = a.id WHERE a.id = $1)"};
constexpr Statement select_tous{"avenant.lister",
                                "SELECT id FROM avenant WHERE convention = $1 ORDER BY rang"};
constexpr Statement select_de_rang{"avenant.de_rang",
                                   "SELECT id FROM avenant WHERE convention = $1 AND rang = $2"};
constexpr Statement select_en_vigueur{"avenant.en_vigueur", R"(
    SELECT a.id FROM avenant a JOIN avenant_suite s ON s.avenant = a.id AND s.issue = 'effet'
    WHERE a.convention = $1 ORDER BY a.rang DESC LIMIT 1)"};
constexpr Statement select_en_attente{"avenant.en_attente", R"(
    SELECT a.id FROM avenant a LEFT JOIN avenant_suite s ON s.avenant = a.id
    WHERE a.convention = $1 AND s.avenant IS NULL)"};
constexpr Statement select_rang{
    "avenant.rang", "SELECT COALESCE(MAX(rang), 0) AS rang FROM avenant WHERE convention = $1"};
constexpr Statement select_en_effet{"avenant_changement.en_effet", R"(
    SELECT c.genre, c.finess, c.valeur FROM avenant_changement c
    JOIN avenant a ON a.id = c.avenant
    JOIN avenant_suite s ON s.avenant = a.id AND s.issue = 'effet'
    WHERE a.convention = $1 ORDER BY a.rang, c.rang)"};
constexpr Statement select_changements{"avenant_changement.lister", R"(
    SELECT genre, finess, valeur FROM avenant_changement WHERE avenant = $1 ORDER BY rang)"};
constexpr Statement select_lignes{"avenant_ligne.lister", R"(
    SELECT finess_et, secteur, eligible_sons, usage, equipement, materiel, amoa, devis_materiel
    FROM avenant_ligne WHERE avenant = $1 ORDER BY rang)"};
constexpr Statement select_signatures{"avenant_signature.lister", R"(
    SELECT partie, mode, empreinte, par, signee_le FROM avenant_signature
    WHERE avenant = $1 ORDER BY signee_le, partie)"};
constexpr Statement insert_un{"avenant.ajouter", R"(
    INSERT INTO avenant (id, dossier, convention, rang, motif, regles, avance, verse, devis_amoa,
                         fin_deploiement, alertes, empreinte, prepare_par, prepare_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))"};
constexpr Statement insert_changement{"avenant_changement.ajouter", R"(
    INSERT INTO avenant_changement (avenant, rang, genre, finess, valeur)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement insert_ligne{"avenant_ligne.ajouter", R"(
    INSERT INTO avenant_ligne (avenant, rang, finess_et, secteur, eligible_sons, usage,
                               equipement, materiel, amoa, devis_materiel)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};
constexpr Statement insert_signature{"avenant_signature.ajouter", R"(
    INSERT INTO avenant_signature (avenant, partie, mode, empreinte, par, signee_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement insert_suite{"avenant_suite.ajouter", R"(
    INSERT INTO avenant_suite (avenant, dossier, issue, motif, par, fait_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};

std::string lire_id(const Row& row) { return row.get<std::string>("id"); }

std::string en_texte(const std::vector<Alerte>& alertes) {
    std::string texte;
    for (const auto une : alertes)
        texte.append(texte.empty() ? "" : " ").append(core::name_of(une));
    return texte;
}

std::vector<Alerte> lire_les_alertes(const std::string& texte) {
    std::vector<Alerte> alertes;
    for (const auto& [valeur, nom] : names(Alerte{}))
        if (texte.find(nom) != std::string::npos) alertes.push_back(valeur);
    return alertes;
}

Changement lire_changement(const Row& row) {
    return {.genre = row.get<GenreDeChangement>("genre"),
            .finess = row.get<std::string>("finess"),
            .valeur = row.get<std::string>("valeur")};
}

std::optional<SuiteDAvenant> lire_suite(const Row& row) {
    const auto issue = row.get<std::optional<IssueDAvenant>>("issue");
    if (!issue) return std::nullopt;
    return SuiteDAvenant{.issue = *issue,
                         .motif = row.get<std::string>("motif_de_la_suite"),
                         .par = row.get<std::string>("par"),
                         .le = row.get<core::Instant>("fait_le")};
}

// Without what has rows of its own.
Avenant lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .convention = row.get<std::string>("convention"),
            .rang = row.get<int>("rang"),
            .motif = row.get<std::string>("motif"),
            .changements = {},
            .regles = row.get<std::string>("regles"),
            .version = {.accorde = {.lignes = {},
                                    .devis_amoa = row.get<std::optional<Money>>("devis_amoa")},
                        .avance = row.get<Money>("avance"),
                        .verse = row.get<Money>("verse"),
                        .fin_deploiement = row.get<std::optional<core::Date>>("fin_deploiement")},
            .alertes = lire_les_alertes(row.get<std::string>("alertes")),
            .empreinte = row.get<std::string>("empreinte"),
            .prepare_par = row.get<std::string>("prepare_par"),
            .prepare_le = row.get<core::Instant>("prepare_le"),
            .signatures = {},
            .suite = lire_suite(row)};
}

}  // namespace

std::optional<Avenant> trouver_avenant(storage::Reader& db, std::string_view id) {
    auto avenant = db.one(select_un, lire, id);
    if (!avenant) return avenant;
    avenant->changements = db.all(select_changements, lire_changement, id);
    avenant->version.accorde.lignes = db.all(select_lignes, lire_ligne, id);
    avenant->signatures = db.all(select_signatures, lire_signature, id);
    return avenant;
}

std::vector<Avenant> avenants_de(storage::Reader& db, std::string_view convention) {
    std::vector<Avenant> tous;
    for (const auto& id : db.all(select_tous, lire_id, convention))
        tous.push_back(*trouver_avenant(db, id));
    return tous;
}

std::optional<Avenant> avenant_de_rang(storage::Reader& db, std::string_view convention, int rang) {
    const auto id = db.one(select_de_rang, lire_id, convention, std::int64_t{rang});
    return id ? trouver_avenant(db, *id) : std::nullopt;
}

std::optional<Avenant> avenant_en_vigueur(storage::Reader& db, std::string_view convention) {
    const auto id = db.one(select_en_vigueur, lire_id, convention);
    return id ? trouver_avenant(db, *id) : std::nullopt;
}

bool avenant_en_attente(storage::Reader& db, std::string_view convention) {
    return db.one(select_en_attente, lire_id, convention).has_value();
}

int dernier_rang(storage::Reader& db, std::string_view convention) {
    return *db.one(
        select_rang, [](const Row& row) { return row.get<int>("rang"); }, convention);
}

std::vector<Changement> changements_en_effet(storage::Reader& db, std::string_view convention) {
    return db.all(select_en_effet, lire_changement, convention);
}

void ajouter(storage::Writer& db, const Avenant& avenant, std::string_view dossier) {
    const auto& [accorde, avance, verse, fin] = avenant.version;
    db.run(insert_un, avenant.id, dossier, avenant.convention, avenant.rang, avenant.motif,
           avenant.regles, avance, verse, accorde.devis_amoa, fin, en_texte(avenant.alertes),
           avenant.empreinte, avenant.prepare_par, avenant.prepare_le);
    int rang = 0;
    for (const auto& un : avenant.changements)
        db.run(insert_changement, avenant.id, ++rang, un.genre, un.finess, un.valeur);
    ajouter_les_lignes(db, insert_ligne, avenant.id, accorde);
}

void ajouter(storage::Writer& db, const Avenant& avenant, const Signature& signature) {
    db.run(insert_signature, avenant.id, signature.partie, signature.mode, signature.empreinte,
           signature.par, signature.signee_le);
}

void ajouter(storage::Writer& db, const Avenant& avenant, std::string_view dossier,
             const SuiteDAvenant& suite) {
    db.run(insert_suite, avenant.id, dossier, suite.issue, suite.motif, suite.par, suite.le);
}

}  // namespace grappe::convention
