// The statements, one text for SQLite and PostgreSQL.
#include "dui/identite/identite_repository.hpp"

namespace grappe::identite {
namespace {

using storage::Row;
using storage::Statement;

constexpr Statement lire_actes{
    "identite.actes",
    "SELECT enregistrement, acte, statut, attributs, matricule, oid, dispositif, vu_le, motif "
    "FROM identite WHERE personne = $1 ORDER BY numero"};
constexpr Statement lire_dernier{"identite.dernier",
                                 "SELECT COALESCE(MAX(numero), 0) AS numero FROM identite"};
constexpr Statement ajouter_acte{
    "identite.ajouter",
    "INSERT INTO identite (numero, personne, enregistrement, acte, statut, attributs, matricule, "
    "oid, dispositif, vu_le, motif) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};

// "homonyme douteuse"
std::string texte_des(const Attributs& attributs) {
    std::string texte;
    for (const auto& un : names(Attribut{}))
        if (attributs.porte(un.value)) (texte += texte.empty() ? "" : " ") += un.name;
    return texte;
}

Attributs attributs_de(std::string_view texte) {
    const auto dit = [&](Attribut un) {
        return texte.find(core::name_of(un)) != std::string_view::npos;
    };
    return {.homonyme = dit(Attribut::homonyme),
            .douteuse = dit(Attribut::douteuse),
            .fictive = dit(Attribut::fictive)};
}

Etape etape_lue(const Row& ligne) {
    Etape etape{.enregistrement = ligne.get<std::int64_t>("enregistrement"),
                .acte = ligne.get<Acte>("acte"),
                .apres = {.statut = ligne.get<Statut>("statut"),
                          .attributs = attributs_de(ligne.get<std::string_view>("attributs"))},
                .dispositif = ligne.get<std::optional<Dispositif>>("dispositif"),
                .vu_le = ligne.get<std::optional<core::Date>>("vu_le"),
                .motif = ligne.get<std::optional<Motif>>("motif")};
    if (auto numero = ligne.get<std::optional<std::string>>("matricule"))
        etape.apres.matricule =
            Matricule{*std::move(numero), ligne.get<std::optional<Autorite>>("oid")};
    return etape;
}

}  // namespace

std::vector<Etape> actes_de(storage::Reader& db, std::string_view personne) {
    return db.all(lire_actes, etape_lue, personne);
}

void ajouter(storage::Writer& db, std::string_view personne, const Etape& acte) {
    const auto numero =
        *db.one(lire_dernier, [](const Row& ligne) { return ligne.get<std::int64_t>("numero"); });
    std::optional<std::string> matricule;
    std::optional<Autorite> oid;
    if (acte.apres.matricule) {
        matricule = acte.apres.matricule->numero;
        oid = acte.apres.matricule->autorite;
    }
    db.run(ajouter_acte, numero + 1, personne, acte.enregistrement, acte.acte, acte.apres.statut,
           texte_des(acte.apres.attributs), matricule, oid, acte.dispositif, acte.vu_le,
           acte.motif);
}

}  // namespace grappe::identite
