// SQL of usage reports: what is written once, and read whole.
#include "portail/usages/usages_repository.hpp"

#include <tuple>

#include "core/ensure.hpp"

namespace grappe::usages {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_declarables{"usage.declarables", R"(
    SELECT e.finess_et, e.dossier FROM depot_essms e JOIN dossier d ON d.id = e.dossier
    WHERE d.compte = $1 AND d.guichet IS NOT NULL AND d.statut <> 'retire'
    ORDER BY e.finess_et, d.cree_le, d.id)"};

constexpr Statement insert_fichier{"usage_fichier.ajouter", R"(
    INSERT INTO usage_fichier (empreinte, taille, octets) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING)"};
constexpr Statement select_octets{"usage_fichier.octets",
                                  "SELECT octets FROM usage_fichier WHERE empreinte = $1"};
constexpr Statement insert_rapport{"usage_rapport.ajouter", R"(
    INSERT INTO usage_rapport (id, numero, compte, recu_le, nature, empreinte, organisation, du, au,
                               connu_le, lecture, feuilles, cle, logiciel, version, regle, seuils,
                               recepteur)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18))"};
constexpr Statement insert_rattachement{"usage_rattachement.ajouter", R"(
    INSERT INTO usage_rattachement (dossier, rapport) VALUES ($1, $2) ON CONFLICT DO NOTHING)"};
constexpr Statement insert_ligne{"usage_ligne.ajouter", R"(
    INSERT INTO usage_ligne (rapport, finess_et, dossier, feuilles) VALUES ($1, $2, $3, $4))"};
constexpr Statement insert_mesure{"usage_mesure.ajouter", R"(
    INSERT INTO usage_mesure (rapport, finess_et, indicateur, numerateur, denominateur)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement insert_constat{"usage_constat.ajouter", R"(
    INSERT INTO usage_constat (rapport, rang, code, finess_et, indicateur, avant_numerateur,
                               avant_denominateur, numerateur, denominateur)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))"};
constexpr Statement select_numero{"usage_rapport.prochain",
                                  "SELECT COALESCE(MAX(numero), 0) AS n FROM usage_rapport"};

constexpr Statement select_rapport{"usage_rapport.trouver", R"(
    SELECT id, numero, compte, recu_le, nature, empreinte, organisation, du, au, connu_le, lecture,
           feuilles, cle, logiciel, version, regle, seuils, recepteur
    FROM usage_rapport WHERE id = $1)"};
constexpr Statement select_envoye{"usage_rapport.envoye", R"(
    SELECT id FROM usage_rapport WHERE compte = $1 AND empreinte = $2)"};
constexpr Statement select_lignes{"usage_ligne.du_rapport", R"(
    SELECT finess_et, dossier, feuilles FROM usage_ligne WHERE rapport = $1 ORDER BY finess_et)"};
constexpr Statement select_mesures{"usage_mesure.du_rapport", R"(
    SELECT finess_et, indicateur, numerateur, denominateur FROM usage_mesure
    WHERE rapport = $1 ORDER BY finess_et)"};
constexpr Statement select_constats{"usage_constat.du_rapport", R"(
    SELECT code, finess_et, indicateur, avant_numerateur, avant_denominateur, numerateur,
           denominateur
    FROM usage_constat WHERE rapport = $1 ORDER BY rang)"};

constexpr Statement select_precedents{"usage_ligne.precedents", R"(
    SELECT l.finess_et, l.rapport, r.numero, r.nature, r.au, r.lecture, r.cle, m.indicateur,
           m.numerateur, m.denominateur
    FROM usage_ligne l JOIN usage_rapport r ON r.id = l.rapport
    JOIN usage_mesure m ON m.rapport = l.rapport AND m.finess_et = l.finess_et
    WHERE l.dossier = $1 AND r.au < $2 AND r.numero < $3
    ORDER BY l.finess_et, r.au, r.numero)"};
constexpr Statement select_memes{"usage_ligne.memes", R"(
    SELECT r.id, r.numero, COUNT(*) AS communs
    FROM usage_ligne l
    JOIN usage_ligne k ON k.dossier = l.dossier AND k.finess_et = l.finess_et
    JOIN usage_rapport r ON r.id = k.rapport
    WHERE l.rapport = $1 AND r.id <> $1 AND r.au = $2
    GROUP BY r.id, r.numero ORDER BY r.numero)"};

RapportRecu lire_la_tete(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .numero = row.get<std::int64_t>("numero"),
            .compte = row.get<std::string>("compte"),
            .recu_le = row.get<core::Instant>("recu_le"),
            .tete = {.nature = row.get<Nature>("nature"),
                     .empreinte = row.get<std::string>("empreinte"),
                     .organisation = row.get<std::string>("organisation"),
                     .du = row.get<core::Date>("du"),
                     .au = row.get<core::Date>("au"),
                     .connu_le = row.get<std::optional<core::Instant>>("connu_le"),
                     .lecture = row.get<usage::Denominateur>("lecture"),
                     .regle = row.get<std::string>("regle"),
                     .logiciel = row.get<std::string>("logiciel"),
                     .version = row.get<std::string>("version"),
                     .cle = row.get<std::string>("cle"),
                     .feuilles = row.get<std::int64_t>("feuilles")},
            .seuils = row.get<std::string>("seuils"),
            .recepteur = row.get<std::string>("recepteur")};
}

usage::Mesure lire_la_mesure(const Row& row) {
    return {row.get<std::int64_t>("numerateur"), row.get<std::int64_t>("denominateur")};
}

Precedent lire_un_precedent(const Row& row) {
    return {.rapport = row.get<std::string>("rapport"),
            .numero = row.get<std::int64_t>("numero"),
            .nature = row.get<Nature>("nature"),
            .au = row.get<core::Date>("au"),
            .lecture = row.get<usage::Denominateur>("lecture"),
            .cle = row.get<std::string>("cle"),
            .ligne = {.finess_et = row.get<core::Finess>("finess_et"), .mesures = {}}};
}

// Both lists are in the order of the numbers.
void lire_les_mesures(storage::Reader& db, std::string_view rapport, std::vector<Ligne>& lignes) {
    auto ou = lignes.begin();
    db.each(
        select_mesures,
        [&](const Row& row) {
            const auto finess = row.get<core::Finess>("finess_et");
            while (ou != lignes.end() && ou->finess_et < finess) ++ou;
            core::ensure(ou != lignes.end() && ou->finess_et == finess, "a measure has its line");
            ou->mesures[row.get<usage::Indicateur>("indicateur")] = lire_la_mesure(row);
        },
        rapport);
}

void ajouter(storage::Writer& db, const std::string& rapport, const Ligne& ligne) {
    db.run(insert_rattachement, ligne.dossier, rapport);
    db.run(insert_ligne, rapport, ligne.finess_et, ligne.dossier, ligne.feuilles);
    for (const auto& [indicateur, mesure] : ligne.mesures)
        db.run(insert_mesure, rapport, ligne.finess_et, indicateur, mesure.numerateur,
               mesure.denominateur);
}

}  // namespace

std::vector<Declarable> declarables(storage::Reader& db, std::string_view compte) {
    std::vector<Declarable> trouves;
    db.each(
        select_declarables,
        [&](const Row& row) {
            Declarable un{row.get<std::string>("finess_et"), row.get<std::string>("dossier")};
            if (!trouves.empty() && trouves.back().finess_et == un.finess_et) trouves.pop_back();
            trouves.push_back(std::move(un));
        },
        compte);
    return trouves;
}

void garder_le_fichier(storage::Writer& db, std::string_view empreinte, std::string_view octets) {
    db.run(insert_fichier, empreinte, static_cast<std::int64_t>(octets.size()), octets);
}

std::int64_t prochain_numero(storage::Reader& db) {
    return *db.one(select_numero, [](const Row& row) { return row.get<std::int64_t>("n"); }) + 1;
}

void ajouter(storage::Writer& db, const RapportRecu& rapport, std::string_view octets) {
    const auto& tete = rapport.tete;
    garder_le_fichier(db, tete.empreinte, octets);
    db.run(insert_rapport, rapport.id, rapport.numero, rapport.compte, rapport.recu_le, tete.nature,
           tete.empreinte, tete.organisation, tete.du, tete.au, tete.connu_le, tete.lecture,
           tete.feuilles, tete.cle, tete.logiciel, tete.version, tete.regle, rapport.seuils,
           rapport.recepteur);
    for (const auto& ligne : rapport.lignes) ajouter(db, rapport.id, ligne);
    std::int64_t rang = 0;
    for (const auto& un : rapport.constats)
        db.run(insert_constat, rapport.id, ++rang, un.code, un.finess_et, un.indicateur,
               un.avant.numerateur, un.avant.denominateur, un.apres.numerateur,
               un.apres.denominateur);
}

std::optional<RapportRecu> trouver(storage::Reader& db, std::string_view id) {
    auto rapport = db.one(select_rapport, lire_la_tete, id);
    if (!rapport) return rapport;
    rapport->lignes = db.all(
        select_lignes,
        [](const Row& row) {
            return Ligne{.finess_et = row.get<core::Finess>("finess_et"),
                         .feuilles = row.get<std::int64_t>("feuilles"),
                         .mesures = {},
                         .dossier = row.get<std::string>("dossier")};
        },
        id);
    lire_les_mesures(db, id, rapport->lignes);
    rapport->constats = db.all(
        select_constats,
        [](const Row& row) {
            return Constat{.code = row.get<std::string>("code"),
                           .finess_et = row.get<std::string>("finess_et"),
                           .indicateur = row.get<std::optional<usage::Indicateur>>("indicateur"),
                           .avant = {row.get<std::int64_t>("avant_numerateur"),
                                     row.get<std::int64_t>("avant_denominateur")},
                           .apres = lire_la_mesure(row)};
        },
        id);
    return rapport;
}

std::optional<RapportRecu> trouver_envoye(storage::Reader& db, std::string_view compte,
                                          std::string_view empreinte) {
    const auto id = db.one(
        select_envoye, [](const Row& row) { return row.get<std::string>("id"); }, compte,
        empreinte);
    return id ? trouver(db, *id) : std::nullopt;
}

std::optional<std::string> octets_de(storage::Reader& db, std::string_view empreinte) {
    return db.one(
        select_octets, [](const Row& row) { return row.get<std::string>("octets"); }, empreinte);
}

void lire_les_precedents(storage::Reader& db, const Rang& rang, Precedents& precedents) {
    db.each(
        select_precedents,
        [&](const Row& row) {
            auto lu = lire_un_precedent(row);
            const auto finess = lu.ligne.finess_et.text();
            auto& connu = precedents.try_emplace(finess, lu).first->second;
            if (std::tie(connu.au, connu.numero) < std::tie(lu.au, lu.numero)) connu = lu;
            if (connu.rapport != lu.rapport) return;
            connu.ligne.mesures[row.get<usage::Indicateur>("indicateur")] = lire_la_mesure(row);
        },
        rang.dossier, rang.au, rang.numero);
}

std::vector<Voisin> memes_mesures(storage::Reader& db, const RapportRecu& rapport) {
    return db.all(
        select_memes,
        [](const Row& row) {
            return Voisin{.id = row.get<std::string>("id"),
                          .numero = row.get<std::int64_t>("numero"),
                          .communs = row.get<std::int64_t>("communs")};
        },
        rapport.id, rapport.tete.au);
}

}  // namespace grappe::usages
