// Every SQL statement about the moves of envelopes.
#include "portail/enveloppe/grand_livre.hpp"

namespace grappe::enveloppe {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_ecritures{"mouvement.de_l_enveloppe", R"(
    SELECT numero, genre, appel_de, guichet_de, compte_de, appel_vers, guichet_vers, compte_vers,
           dossier, montant, motif, par, fait_le
    FROM mouvement
    WHERE (appel_de = $1 AND guichet_de = $2) OR (appel_vers = $1 AND guichet_vers = $2)
    ORDER BY numero)"};
constexpr Statement select_dernieres{"mouvement.dernieres", R"(
    SELECT numero, genre, appel_de, guichet_de, compte_de, appel_vers, guichet_vers, compte_vers,
           dossier, montant, motif, par, fait_le
    FROM mouvement
    WHERE (appel_de = $1 AND guichet_de = $2) OR (appel_vers = $1 AND guichet_vers = $2)
    ORDER BY numero DESC LIMIT $3 OFFSET $4)"};
constexpr Statement select_flux{"mouvement.flux", R"(
    SELECT genre, appel_de, guichet_de, compte_de, appel_vers, guichet_vers, compte_vers,
           CAST(SUM(montant) AS BIGINT) AS montant, COUNT(*) AS nombre
    FROM mouvement
    WHERE (appel_de = $1 AND guichet_de = $2) OR (appel_vers = $1 AND guichet_vers = $2)
    GROUP BY genre, appel_de, guichet_de, compte_de, appel_vers, guichet_vers, compte_vers)"};
constexpr Statement select_flux_du_guichet{"mouvement.flux_du_guichet", R"(
    SELECT genre, appel_de, guichet_de, compte_de, appel_vers, guichet_vers, compte_vers,
           CAST(SUM(montant) AS BIGINT) AS montant, COUNT(*) AS nombre
    FROM mouvement WHERE guichet_de = $1 OR guichet_vers = $1
    GROUP BY genre, appel_de, guichet_de, compte_de, appel_vers, guichet_vers, compte_vers)"};
constexpr Statement select_du_dossier{"mouvement.du_dossier", R"(
    SELECT numero, genre, appel_de, guichet_de, compte_de, appel_vers, guichet_vers, compte_vers,
           dossier, montant, motif, par, fait_le
    FROM mouvement WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement select_ouverte{"mouvement.ouverte", R"(
    SELECT COUNT(*) AS nombre FROM mouvement WHERE appel_vers = $1 AND guichet_vers = $2)"};
constexpr Statement select_dernier{"mouvement.dernier", R"(
    SELECT COALESCE(MAX(numero), 0) AS numero FROM mouvement)"};
constexpr Statement insert{"mouvement.ajouter", R"(
    INSERT INTO mouvement (numero, genre, appel_de, guichet_de, compte_de, appel_vers,
                           guichet_vers, compte_vers, dossier, montant, motif, par, fait_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};

bool est_d_un_dossier(Compte compte) {
    return compte != Compte::source && compte != Compte::disponible;
}

struct Colonnes {
    std::string_view appel, guichet, compte;
};
constexpr Colonnes depart{"appel_de", "guichet_de", "compte_de"};
constexpr Colonnes arrivee{"appel_vers", "guichet_vers", "compte_vers"};

Place lire_place_de_tous(const Row& row, const Colonnes& colonnes) {
    return {
        .enveloppe = {row.get<std::string>(colonnes.appel), row.get<std::string>(colonnes.guichet)},
        .compte = row.get<Compte>(colonnes.compte)};
}

Place lire_place(const Row& row, const Colonnes& colonnes) {
    auto place = lire_place_de_tous(row, colonnes);
    if (est_d_un_dossier(place.compte)) place.dossier = row.get<std::string>("dossier");
    return place;
}

Flux lire_flux(const Row& row) {
    return {.genre = row.get<Genre>("genre"),
            .de = lire_place_de_tous(row, depart),
            .vers = lire_place_de_tous(row, arrivee),
            .montant = row.get<core::Money>("montant"),
            .nombre = row.get<std::int64_t>("nombre")};
}

Ecriture lire(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .mouvement = {.genre = row.get<Genre>("genre"),
                          .de = lire_place(row, depart),
                          .vers = lire_place(row, arrivee),
                          .montant = row.get<core::Money>("montant")},
            .motif = row.get<std::string>("motif"),
            .par = row.get<std::string>("par"),
            .faite_le = row.get<core::Instant>("fait_le")};
}

const std::string& dossier_de(const Mouvement& mouvement) {
    return mouvement.de.dossier.empty() ? mouvement.vers.dossier : mouvement.de.dossier;
}

}  // namespace

std::vector<Ecriture> ecritures(storage::Reader& db, const Enveloppe& enveloppe) {
    return db.all(select_ecritures, lire, enveloppe.appel, enveloppe.guichet);
}

Soldes soldes(storage::Reader& db, const Enveloppe& enveloppe) {
    Soldes soldes;
    for (const auto& ecriture : ecritures(db, enveloppe)) soldes.relire(ecriture.mouvement);
    return soldes;
}

std::vector<Ecriture> dernieres_ecritures(storage::Reader& db, const Enveloppe& enveloppe,
                                          const Tranche& tranche) {
    return db.all(select_dernieres, lire, enveloppe.appel, enveloppe.guichet, tranche.combien,
                  tranche.sautees);
}

std::vector<Flux> flux(storage::Reader& db, const Enveloppe& enveloppe) {
    return db.all(select_flux, lire_flux, enveloppe.appel, enveloppe.guichet);
}

std::vector<Flux> flux_du_guichet(storage::Reader& db, std::string_view guichet) {
    return db.all(select_flux_du_guichet, lire_flux, guichet);
}

bool est_ouverte(storage::Reader& db, const Enveloppe& enveloppe) {
    return db.one(
                 select_ouverte, [](const Row& row) { return row.get<int>("nombre"); },
                 enveloppe.appel, enveloppe.guichet)
               .value_or(0) > 0;
}

std::optional<Somme> tenu_par(storage::Reader& db, std::string_view dossier, Compte compte) {
    Soldes soldes;
    for (const auto& ecriture : db.all(select_du_dossier, lire, dossier))
        soldes.relire(ecriture.mouvement);
    for (const auto& [place, montant] : soldes.places())
        if (place.compte == compte && place.dossier == dossier && montant > core::Money{})
            return Somme{place.enveloppe, place.dossier, montant};
    return std::nullopt;
}

core::Result<Ecriture> ecrire(storage::Writer& db, const Mouvement& mouvement,
                              const Passation& passation) {
    auto ici = soldes(db, mouvement.de.enveloppe);
    if (const auto passe = ici.passer(mouvement); !passe) return passe.error();
    const auto dernier =
        db.one(select_dernier, [](const Row& row) { return row.get<int>("numero"); });
    const Ecriture ecriture{.numero = dernier.value_or(0) + 1,
                            .mouvement = mouvement,
                            .motif = passation.motif,
                            .par = passation.par,
                            .faite_le = passation.faite_le};
    const auto& [genre, de, vers, montant] = mouvement;
    db.run(insert, ecriture.numero, genre, de.enveloppe.appel, de.enveloppe.guichet, de.compte,
           vers.enveloppe.appel, vers.enveloppe.guichet, vers.compte, dossier_de(mouvement),
           montant, ecriture.motif, ecriture.par, ecriture.faite_le);
    return ecriture;
}

core::Result<void> liberer_tout(storage::Writer& db, std::string_view dossier,
                                const Passation& passation) {
    for (const auto compte : {Compte::reserve, Compte::engage}) {
        const auto tenu = tenu_par(db, dossier, compte);
        if (!tenu) continue;
        const auto ecrit = ecrire(db, liberation(*tenu, compte), passation);
        if (!ecrit) return ecrit.error();
    }
    return {};
}

}  // namespace grappe::enveloppe
