// The statements, one text for SQLite and PostgreSQL.
#include "dui/sejour/attente_repository.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::sejour {
namespace {

using storage::Row, storage::Statement;

constexpr Statement lire_une{"attente.une", "SELECT * FROM attente WHERE id = $1"};
constexpr Statement lire_celles{
    "attente.celles",
    "SELECT * FROM attente WHERE finess_et = $1 AND etat = $2 ORDER BY id LIMIT $3"};
constexpr Statement ajouter_une{"attente.ajouter", R"(
    INSERT INTO attente (id, version, finess_et, etat, touchee_le, contenu)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement remplacer_une{"attente.remplacer", R"(
    UPDATE attente SET version = $2, etat = $3, touchee_le = $4, contenu = $5
    WHERE id = $1 AND version = $6)"};
constexpr Statement effacer{"attente.effacer", "DELETE FROM attente WHERE touchee_le < $1"};

std::string contenu_de(const Attente& une) {
    const auto& dit = une.demande;
    return lecture::en_contenu({{"nom", dit.nom},
                                {"prenom", dit.prenom},
                                {"naissance", dit.naissance},
                                {"modalite", dit.modalite},
                                {"souhaitee_le", dit.souhaitee_le},
                                {"contact", dit.contact},
                                {"remarque", dit.remarque},
                                {"motif", une.motif},
                                {"sejour", une.sejour}});
}

Attente attente_lue(const Row& ligne) {
    auto textes = lecture::textes_du_contenu(ligne.get<std::string>("contenu"));
    return {.id = ligne.get<std::string>("id"),
            .version = ligne.get<std::int64_t>("version"),
            .finess_et = ligne.get<core::Finess>("finess_et"),
            .etat = ligne.get<EtatDAttente>("etat"),
            .touchee_le = ligne.get<core::Instant>("touchee_le"),
            .demande = {textes["nom"], textes["prenom"], textes["naissance"], textes["modalite"],
                        textes["souhaitee_le"], textes["contact"], textes["remarque"]},
            .motif = textes["motif"],
            .sejour = textes["sejour"]};
}

}  // namespace

std::optional<Attente> attente(storage::Reader& db, std::string_view id) {
    return db.one(lire_une, attente_lue, id);
}

std::vector<Attente> attentes_de(storage::Reader& db, std::string_view finess_et,
                                 EtatDAttente etat) {
    auto toutes = db.all(lire_celles, attente_lue, finess_et, etat, attentes_au_plus);
    std::ranges::sort(toutes, {}, [](const Attente& une) {
        return std::tuple{core::fold(une.demande.nom), core::fold(une.demande.prenom), une.id};
    });
    return toutes;
}

void ajouter(storage::Writer& db, const Attente& nouvelle) {
    db.run(ajouter_une, nouvelle.id, nouvelle.version, nouvelle.finess_et, nouvelle.etat,
           nouvelle.touchee_le, contenu_de(nouvelle));
}

bool remplacer(storage::Writer& db, const Attente& suivante) {
    return db.run(remplacer_une, suivante.id, suivante.version, suivante.etat, suivante.touchee_le,
                  contenu_de(suivante), suivante.version - 1) == 1;
}

std::size_t effacer_avant(storage::Writer& db, core::Instant limite) {
    return static_cast<std::size_t>(db.run(effacer, limite));
}

}  // namespace grappe::sejour
