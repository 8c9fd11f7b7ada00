// Every SQL statement about committees and what is said there.
#include "portail/comite/comite_repository.hpp"

#include <algorithm>

namespace grappe::comite {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_un{"comite.trouver", R"(
    SELECT id, appel, fenetre, guichet, tenu_le, enveloppe, quorum, version, cree_par, cree_le,
           notifie_le
    FROM comite WHERE id = $1)"};
constexpr Statement select_du_guichet{"comite.du_guichet", R"(
    SELECT id, appel, fenetre, guichet, tenu_le, enveloppe, quorum, version, cree_par, cree_le,
           notifie_le
    FROM comite WHERE guichet = $1 ORDER BY tenu_le DESC, id)"};
constexpr Statement insert_comite{"comite.ajouter", R"(
    INSERT INTO comite (id, appel, fenetre, guichet, tenu_le, enveloppe, quorum, version, cree_par,
                        cree_le, notifie_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL))"};
constexpr Statement update_version{"comite.avancer", R"(
    UPDATE comite SET version = version + 1 WHERE id = $1 AND version = $2)"};
constexpr Statement update_notifie{"comite.publier", R"(
    UPDATE comite SET notifie_le = $2 WHERE id = $1)"};
constexpr Statement select_scenarios{"comite_scenario.du_comite", R"(
    SELECT numero, nom, origine, choisi, par, ecrit_le FROM comite_scenario
    WHERE comite = $1 ORDER BY numero)"};
constexpr Statement insert_scenario{"comite_scenario.ajouter", R"(
    INSERT INTO comite_scenario (comite, numero, nom, origine, choisi, par, ecrit_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
constexpr Statement select_retenus{"comite_retenu.du_comite", R"(
    SELECT scenario, dossier FROM comite_retenu WHERE comite = $1 ORDER BY dossier)"};
constexpr Statement insert_retenu{"comite_retenu.ajouter", R"(
    INSERT INTO comite_retenu (comite, scenario, dossier) VALUES ($1, $2, $3))"};

Comite lire_comite(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .appel = row.get<std::string>("appel"),
            .fenetre = row.get<std::string>("fenetre"),
            .guichet = row.get<std::string>("guichet"),
            .tenu_le = row.get<core::Date>("tenu_le"),
            .enveloppe = row.get<core::Money>("enveloppe"),
            .quorum = row.get<std::optional<int>>("quorum"),
            .version = row.get<int>("version"),
            .cree_par = row.get<std::string>("cree_par"),
            .cree_le = row.get<core::Instant>("cree_le"),
            .notifie_le = row.get<std::optional<core::Instant>>("notifie_le")};
}

Scenario lire_scenario(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .nom = row.get<std::string>("nom"),
            .origine = row.get<Origine>("origine"),
            .choisi = row.get<int>("choisi") != 0,
            .par = row.get<std::string>("par"),
            .ecrit_le = row.get<core::Instant>("ecrit_le")};
}

std::vector<Scenario> tous_les_scenarios(storage::Reader& db, std::string_view comite) {
    return db.all(select_scenarios, lire_scenario, comite);
}

}  // namespace

std::optional<Comite> trouver(storage::Reader& db, std::string_view id) {
    return db.one(select_un, lire_comite, id);
}

std::vector<Comite> comites_du_guichet(storage::Reader& db, std::string_view guichet) {
    return db.all(select_du_guichet, lire_comite, guichet);
}

void ajouter(storage::Writer& db, const Comite& comite) {
    db.run(insert_comite, comite.id, comite.appel, comite.fenetre, comite.guichet, comite.tenu_le,
           comite.enveloppe, comite.quorum, comite.version, comite.cree_par, comite.cree_le);
}

bool avancer(storage::Writer& db, const Comite& comite) {
    return db.run(update_version, comite.id, comite.version) == 1;
}

void publier(storage::Writer& db, const Comite& comite, core::Instant quand) {
    db.run(update_notifie, comite.id, quand);
}

std::vector<Scenario> scenarios(storage::Reader& db, std::string_view comite) {
    std::vector<Scenario> derniers;
    for (auto& scenario : tous_les_scenarios(db, comite)) {
        const auto meme = std::ranges::find(derniers, scenario.nom, &Scenario::nom);
        if (meme == derniers.end())
            derniers.push_back(std::move(scenario));
        else
            *meme = std::move(scenario);
    }
    db.each(
        select_retenus,
        [&](const Row& row) {
            const auto de =
                std::ranges::find(derniers, row.get<int>("scenario"), &Scenario::numero);
            if (de != derniers.end()) de->retenus.push_back(row.get<std::string>("dossier"));
        },
        comite);
    return derniers;
}

Scenario ajouter(storage::Writer& db, std::string_view comite, Scenario scenario) {
    const auto deja = tous_les_scenarios(db, comite);
    scenario.numero = deja.empty() ? 1 : deja.back().numero + 1;
    db.run(insert_scenario, comite, scenario.numero, scenario.nom, scenario.origine,
           scenario.choisi ? 1 : 0, scenario.par, scenario.ecrit_le);
    for (const auto& dossier : scenario.retenus)
        db.run(insert_retenu, comite, scenario.numero, dossier);
    return scenario;
}

}  // namespace grappe::comite
