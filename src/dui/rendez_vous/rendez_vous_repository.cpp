// The statements, one text for SQLite and PostgreSQL.
#include "dui/rendez_vous/rendez_vous_repository.hpp"

#include "dui/recurrence/coupe.hpp"

namespace grappe::rendez_vous {
namespace {

using storage::Row;
using storage::Statement;

constexpr Statement oublier_les_participants{"rendez_vous.oublier",
                                             "DELETE FROM rendez_vous_participant WHERE id = $1"};
constexpr Statement ajouter_un_participant{"rendez_vous.participant", R"(
    INSERT INTO rendez_vous_participant (genre, participant, id, du, au, serie)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement tenir{"rendez_vous.tenir", R"(
    INSERT INTO rendez_vous (id, finess_et, du, au, serie, faits_au)
    VALUES ($1, $2, $3, $4, $5, '')
    ON CONFLICT (id) DO UPDATE SET du = excluded.du, au = excluded.au, serie = excluded.serie)"};
constexpr Statement tenir_les_faits{"rendez_vous.faits",
                                    "UPDATE rendez_vous SET faits_au = $2 WHERE id = $1"};

// What happens once lasts seven days at most, or was moved: it is then a series of one.
constexpr Statement lire_lieu{"rendez_vous.lieu", R"(
    SELECT e.* FROM (
        SELECT id FROM rendez_vous WHERE finess_et = $1 AND serie = 0 AND du >= $2 AND du < $4
        UNION ALL
        SELECT id FROM rendez_vous WHERE finess_et = $1 AND serie = 1 AND au > $3 AND du < $4) r
    JOIN element_courant c ON c.id = r.id JOIN element e ON e.numero = c.numero ORDER BY e.id)"};
constexpr Statement lire_de_qui{"rendez_vous.de_qui", R"(
    SELECT e.* FROM (
        SELECT id FROM rendez_vous_participant
        WHERE genre = $1 AND participant = $2 AND serie = 0 AND du >= $3 AND du < $5
        UNION ALL
        SELECT id FROM rendez_vous_participant
        WHERE genre = $1 AND participant = $2 AND serie = 1 AND au > $4 AND du < $5) r
    JOIN element_courant c ON c.id = r.id JOIN element e ON e.numero = c.numero ORDER BY e.id)"};
constexpr Statement lire_a_prolonger{"rendez_vous.a_prolonger", R"(
    SELECT e.*, r.faits_au FROM rendez_vous r JOIN element_courant c ON c.id = r.id
    JOIN element e ON e.numero = c.numero
    WHERE r.serie = 1 AND r.faits_au < $1 AND r.au > r.faits_au
    ORDER BY r.faits_au, r.id LIMIT $2)"};

constexpr std::string_view fin_des_temps = "9999-12-31T23:59:59Z";

struct Bornes {
    std::string du, au;
    std::int64_t serie;
};
Bornes bornes_de(const RendezVous& un) {
    auto debut = un.serie.debut;
    for (const auto& une : un.serie.deplacees) debut = std::min(debut, une.a);
    const auto fin = recurrence::fin_de(un.serie);
    return {recurrence::instant_de(debut).utc_text(),
            un.annule ? recurrence::instant_de(debut).utc_text()
            : fin     ? recurrence::instant_de(*fin).utc_text()
                      : std::string{fin_des_temps},
            un.serie.regle || !un.serie.deplacees.empty() ? 1 : 0};
}

struct Instants {
    std::string large, de, a;
};
Instants instants_de(recurrence::Fenetre fenetre) {
    const auto& paris = core::paris();
    return {paris.start_of(fenetre.du.plus_days(-8)).utc_text(),
            paris.start_of(fenetre.du).utc_text(),
            paris.start_of(fenetre.au.plus_days(1)).utc_text()};
}

}  // namespace

void ranger(storage::Writer& db, const RendezVous& un) {
    const auto bornes = bornes_de(un);
    db.run(tenir, un.id, un.finess_et, bornes.du, bornes.au, bornes.serie);
    db.run(oublier_les_participants, un.id);
    for (const auto& une : un.participations)
        db.run(ajouter_un_participant, une.genre, une.id, un.id, bornes.du, bornes.au,
               bornes.serie);
}

void dire_les_faits(storage::Writer& db, std::string_view id, core::Date au) {
    db.run(tenir_les_faits, id, au.text());
}

std::vector<element::Version> au_lieu(storage::Reader& db, std::string_view finess_et,
                                      recurrence::Fenetre fenetre) {
    const auto [large, de, a] = instants_de(fenetre);
    return db.all(lire_lieu, element::version_lue, finess_et, large, de, a);
}

std::vector<element::Version> de_qui(storage::Reader& db, const Qui& qui,
                                     recurrence::Fenetre fenetre) {
    const auto [large, de, a] = instants_de(fenetre);
    return db.all(lire_de_qui, element::version_lue, qui.genre, qui.id, large, de, a);
}

std::vector<AProlonger> a_prolonger(storage::Reader& db, core::Date avant, std::size_t combien) {
    return db.all(
        lire_a_prolonger,
        [](const Row& ligne) {
            return AProlonger{element::version_lue(ligne),
                              core::Date::parse(ligne.get<std::string>("faits_au")).value()};
        },
        avant.text(), combien);
}

}  // namespace grappe::rendez_vous
