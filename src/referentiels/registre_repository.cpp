// SQL of the register; the same text runs on SQLite and on PostgreSQL.
#include "referentiels/registre_repository.hpp"

#include <algorithm>
#include <array>

namespace grappe::referentiels {
namespace {

constexpr auto colonnes = std::to_array<std::string_view>(
    {"finess_et", "finess_ej", "raison_sociale", "adresse", "code_postal", "commune", "categorie",
     "libelle_categorie", "agregat", "siret", "departement", "region", "ouvert_le", "ferme_le",
     "latitude_e6", "longitude_e6"});

constexpr storage::Statement select_imports{"registre.imports", R"(
    SELECT numero, date_registre, format, fichier, importe_le, lus, nouveaux, modifies, fermes,
           rejetes, doublons, avertissements
    FROM registre_import ORDER BY numero DESC)"};
constexpr storage::Statement insert_import{"registre.ajouter_import", R"(
    INSERT INTO registre_import (numero, date_registre, format, fichier, importe_le, lus, nouveaux,
                                 modifies, fermes, rejetes, doublons, avertissements)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))"};
constexpr storage::Statement select_effectifs{"registre.effectifs", R"(
    SELECT COUNT(*) AS tous, COUNT(ferme_le) AS fermes FROM etablissement)"};
constexpr storage::Statement select_tous{"registre.tous", R"(
    SELECT finess_et, finess_ej, raison_sociale, adresse, code_postal, commune, categorie,
           libelle_categorie, agregat, siret, departement, region, ouvert_le, ferme_le,
           latitude_e6, longitude_e6
    FROM etablissement)"};
// 32 numbers at once: one round trip for most dossiers, and one text for both engines.
constexpr std::size_t par_lot = 32;
constexpr storage::Statement select_lot{"registre.lot", R"(
    SELECT finess_et, finess_ej, raison_sociale, adresse, code_postal, commune, categorie,
           libelle_categorie, agregat, siret, departement, region, ouvert_le, ferme_le,
           latitude_e6, longitude_e6
    FROM etablissement
    WHERE finess_et IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                        $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30,
                        $31, $32))"};
constexpr storage::Statement select_entites{"registre.entites", R"(
    SELECT DISTINCT finess_ej
    FROM etablissement
    WHERE finess_ej IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                        $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30,
                        $31, $32))"};
constexpr storage::Statement archive{"registre.archiver", R"(
    INSERT INTO etablissement_ancien (
        remplacee_par, finess_et, finess_ej, raison_sociale, adresse, code_postal, commune,
        categorie, libelle_categorie, agregat, siret, departement, region, ouvert_le, ferme_le,
        latitude_e6, longitude_e6)
    SELECT CAST($2 AS BIGINT), finess_et, finess_ej, raison_sociale, adresse, code_postal, commune,
           categorie, libelle_categorie, agregat, siret, departement, region, ouvert_le, ferme_le,
           latitude_e6, longitude_e6
    FROM etablissement WHERE finess_et = $1)"};
constexpr storage::Statement update{"registre.remplacer", R"(
    UPDATE etablissement
    SET finess_ej = $2, raison_sociale = $3, adresse = $4, code_postal = $5, commune = $6,
        categorie = $7, libelle_categorie = $8, agregat = $9, siret = $10, departement = $11,
        region = $12, ouvert_le = $13, ferme_le = $14, latitude_e6 = $15, longitude_e6 = $16
    WHERE finess_et = $1)"};
constexpr storage::Statement update_fermeture{"registre.fermer", R"(
    UPDATE etablissement SET ferme_le = $2 WHERE finess_et = $1)"};

ImportRegistre lire_import(const storage::Row& row) {
    return {.numero = row.get<int>("numero"),
            .date = row.get<core::Date>("date_registre"),
            .format = row.get<FormatFiness>("format"),
            .fichier = row.get<std::string>("fichier"),
            .importe_le = row.get<core::Instant>("importe_le"),
            .comptes = {.lus = row.get<std::int64_t>("lus"),
                        .nouveaux = row.get<std::int64_t>("nouveaux"),
                        .modifies = row.get<std::int64_t>("modifies"),
                        .fermes = row.get<std::int64_t>("fermes"),
                        .rejetes = row.get<std::int64_t>("rejetes"),
                        .doublons = row.get<std::int64_t>("doublons"),
                        .avertissements = row.get<std::int64_t>("avertissements")}};
}

Etablissement lire_etablissement(const storage::Row& row) {
    return {.finess_et = row.get<core::Finess>("finess_et"),
            .finess_ej = row.get<std::string>("finess_ej"),
            .raison_sociale = row.get<std::string>("raison_sociale"),
            .adresse = row.get<std::string>("adresse"),
            .code_postal = row.get<std::string>("code_postal"),
            .commune = row.get<std::string>("commune"),
            .categorie = row.get<std::string>("categorie"),
            .libelle_categorie = row.get<std::string>("libelle_categorie"),
            .agregat = row.get<std::string>("agregat"),
            .siret = row.get<std::string>("siret"),
            .departement = row.get<std::string>("departement"),
            .region = row.get<std::string>("region"),
            .ouvert_le = row.get<std::optional<core::Date>>("ouvert_le"),
            .ferme_le = row.get<std::optional<core::Date>>("ferme_le"),
            .latitude_e6 = row.get<std::optional<std::int32_t>>("latitude_e6"),
            .longitude_e6 = row.get<std::optional<std::int32_t>>("longitude_e6")};
}

// Runs `statement` on the numbers, a batch at a time; the last batch repeats its last number.
template <class Each>
void par_lots(storage::Reader& db, const storage::Statement& statement,
              std::span<const std::string> numeros, Each each) {
    while (!numeros.empty()) {
        const auto lot = numeros.first(std::min(par_lot, numeros.size()));
        std::array<storage::Value, par_lot> valeurs;
        for (std::size_t n = 0; n < par_lot; ++n)
            valeurs[n] = std::string_view{lot[std::min(n, lot.size() - 1)]};
        db.each_of(statement, valeurs, each);
        numeros = numeros.subspan(lot.size());
    }
}

// The values of `colonnes`, given to `recevoir` as so many arguments.
template <class F>
auto avec_valeurs(const Etablissement& e, F recevoir) {
    return recevoir(e.finess_et, e.finess_ej, e.raison_sociale, e.adresse, e.code_postal, e.commune,
                    e.categorie, e.libelle_categorie, e.agregat, e.siret, e.departement, e.region,
                    e.ouvert_le, e.ferme_le, e.latitude_e6, e.longitude_e6);
}

}  // namespace

std::vector<ImportRegistre> imports(storage::Reader& db) {
    return db.all(select_imports, lire_import);
}

std::optional<ImportRegistre> dernier_import(storage::Reader& db) {
    auto tous = imports(db);
    if (tous.empty()) return std::nullopt;
    return std::move(tous.front());
}

Effectifs effectifs(storage::Reader& db) {
    return *db.one(select_effectifs, [](const storage::Row& row) {
        const auto fermes = row.get<std::int64_t>("fermes");
        return Effectifs{.ouverts = row.get<std::int64_t>("tous") - fermes, .fermes = fermes};
    });
}

void chaque_etablissement(storage::Reader& db,
                          const std::function<void(Etablissement&&)>& recevoir) {
    db.each(select_tous, [&](const storage::Row& row) { recevoir(lire_etablissement(row)); });
}

std::vector<Etablissement> trouver(storage::Reader& db, std::span<const std::string> numeros) {
    std::vector<Etablissement> trouves;
    par_lots(db, select_lot, numeros,
             [&](const storage::Row& row) { trouves.push_back(lire_etablissement(row)); });
    return trouves;
}

std::unordered_set<std::string> entites_parmi(storage::Reader& db,
                                              std::span<const std::string> numeros) {
    std::unordered_set<std::string> entites;
    par_lots(db, select_entites, numeros,
             [&](const storage::Row& row) { entites.insert(row.get<std::string>("finess_ej")); });
    return entites;
}

void ajouter_import(storage::Writer& db, const ImportRegistre& import) {
    const auto& c = import.comptes;
    db.run(insert_import, import.numero, import.date, import.format, import.fichier,
           import.importe_le, c.lus, c.nouveaux, c.modifies, c.fermes, c.rejetes, c.doublons,
           c.avertissements);
}

void inserer(storage::Writer& db, std::span<const Etablissement* const> nouveaux) {
    if (nouveaux.empty()) return;
    auto bulk = db.bulk({"etablissement", colonnes});
    for (const auto* etablissement : nouveaux)
        avec_valeurs(*etablissement, [&](const auto&... valeurs) { bulk.add(valeurs...); });
    bulk.finish();
}

void remplacer(storage::Writer& db, const Etablissement& etablissement, int numero_import) {
    db.run(archive, etablissement.finess_et, numero_import);
    const auto changes = avec_valeurs(
        etablissement, [&](const auto&... valeurs) { return db.run(update, valeurs...); });
    core::ensure(changes == 1, "one establishment replaced");
}

void fermer(storage::Writer& db, const std::string& finess_et, const ImportRegistre& import) {
    db.run(archive, finess_et, import.numero);
    core::ensure(db.run(update_fermeture, finess_et, import.date) == 1, "one establishment closed");
}

}  // namespace grappe::referentiels
