// Every SQL statement about interventions, and how each is told.
#include "portail/teleservice/intervention.hpp"

#include <chrono>

#include "portail/teleservice/regles_appliquees.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_toutes{"intervention.du_dossier", R"(
    SELECT numero, genre, objet, avant, apres, jusqu_au, version, motif, par, faite_le
    FROM intervention WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement insert{"intervention.ajouter", R"(
    INSERT INTO intervention (dossier, numero, genre, objet, avant, apres, jusqu_au, version, motif,
                              par, faite_le)
    VALUES ($1, (SELECT COUNT(*) FROM intervention WHERE dossier = $1) + 1, $2, $3, $4, $5, $6, $7,
            $8, $9, $10))"};
constexpr Statement select_ouverture{"intervention.ouverture", R"(
    SELECT MAX(jusqu_au) AS jusqu_au FROM intervention WHERE dossier = $1)"};

// What a purge has emptied names no rules.
constexpr Statement select_regles{"intervention.regles", R"(
    SELECT apres FROM intervention
    WHERE dossier = $1 AND genre = 'correction' AND objet = $2 AND faite_le >= $3 AND apres <> ''
    ORDER BY numero DESC LIMIT 1)"};

Intervention lire(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .genre = row.get<GenreDIntervention>("genre"),
            .objet = row.get<std::string>("objet"),
            .avant = row.get<std::string>("avant"),
            .apres = row.get<std::string>("apres"),
            .jusqu_au = row.get<std::optional<core::Instant>>("jusqu_au"),
            .version = row.get<std::optional<int>>("version"),
            .motif = row.get<std::string>("motif"),
            .par = row.get<std::string>("par"),
            .faite_le = row.get<core::Instant>("faite_le")};
}

// A state or a date as people read it; anything else as it is.
rules::ValeurDeFait en_clair(const std::string& valeur, const rules::Phrases& phrases) {
    if (const auto code = "bureau.statut." + valeur; phrases.contient(code))
        return phrases.rendre(code, {});
    if (const auto date = core::Date::parse(valeur)) return *date;
    return valeur;
}

}  // namespace

std::vector<Intervention> interventions(storage::Reader& db, std::string_view dossier) {
    return db.all(select_toutes, lire, dossier);
}

Intervention ajouter(storage::Writer& db, std::string_view dossier,
                     const Intervention& intervention) {
    db.run(insert, dossier, intervention.genre, intervention.objet, intervention.avant,
           intervention.apres, intervention.jusqu_au, intervention.version, intervention.motif,
           intervention.par, intervention.faite_le);
    return interventions(db, dossier).back();
}

std::optional<core::Instant> ouvert_jusqu_au(storage::Reader& db, std::string_view dossier) {
    return db
        .one(
            select_ouverture,
            [](const Row& row) { return row.get<std::optional<core::Instant>>("jusqu_au"); },
            dossier)
        .value_or(std::nullopt);
}

bool change_les_regles(const Intervention& intervention) {
    return intervention.genre == GenreDIntervention::correction &&
           intervention.objet == champ_des_regles;
}

std::string regles_en_vigueur(storage::Reader& db, const Depot& depot) {
    return db
        .one(
            select_regles, [](const Row& row) { return row.get<std::string>("apres"); },
            depot.dossier, champ_des_regles, depot.depose_le)
        .value_or(depot.regles);
}

socle::Moyens moyens_du_depot(storage::Reader& db, const Depot& depot,
                              const socle::Moyens& regles) {
    return socle::figes(regles, regles_en_vigueur(db, depot));
}

const programme::Appel& appel_du_depot(storage::Reader& db, const Dossier& dossier,
                                       const Depot& depot, const socle::Moyens& regles) {
    return appel_de(dossier, moyens_du_depot(db, depot, regles), depot.depose_le);
}

core::Date dernier_jour(core::Instant jusqu_au) {
    return core::paris().day_of(core::Instant::of(jusqu_au.utc() - std::chrono::seconds{1}));
}

std::string phrase_de(const Intervention& intervention, const rules::Phrases& phrases) {
    rules::Faits faits{{"objet", intervention.objet},
                       {"avant", en_clair(intervention.avant, phrases)},
                       {"apres", en_clair(intervention.apres, phrases)}};
    if (intervention.jusqu_au) faits.push_back({"jusqu_au", dernier_jour(*intervention.jusqu_au)});
    const auto genre =
        change_les_regles(intervention) ? champ_des_regles : core::name_of(intervention.genre);
    return phrases.rendre("intervention." + std::string{genre}, faits);
}

}  // namespace grappe::teleservice
