// Every SQL statement that keeps the rows of lists.
#include "portail/teleservice/fiche_repository.hpp"

#include "referentiels/mots.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement;

constexpr Statement update_depot{"fiche.tenir", R"(
    UPDATE fiche SET guichet = $2, statut = $3, appel = $4, numero = $5, porteur = $6,
                     recherche = $7, siret = $8, essms = $9, subvention = $10, depose_le = $11,
                     change_le = $12
    WHERE dossier = $1)"};
constexpr Statement insert{"fiche.ajouter", R"(
    INSERT INTO fiche (dossier, guichet, statut, appel, numero, porteur, recherche, siret, essms,
                       subvention, depose_le, change_le, instructeur, echeance)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL, NULL))"};
constexpr Statement select_une{"fiche.trouver", R"(
    SELECT dossier, guichet, statut, appel, numero, porteur, siret, essms, subvention, depose_le,
           change_le, instructeur, echeance
    FROM fiche WHERE dossier = $1)"};
constexpr Statement update_statut{"fiche.suivre", R"(
    UPDATE fiche SET statut = $2, guichet = $3, change_le = $4,
                     echeance = CASE WHEN $2 = 'pieces_demandees' THEN echeance END
    WHERE dossier = $1)"};

}  // namespace

Fiche lire_fiche(const storage::Row& row) {
    return {.dossier = row.get<std::string>("dossier"),
            .guichet = row.get<std::string>("guichet"),
            .statut = row.get<Statut>("statut"),
            .appel = row.get<std::string>("appel"),
            .numero = row.get<std::string>("numero"),
            .porteur = row.get<std::string>("porteur"),
            .siret = row.get<std::string>("siret"),
            .essms = row.get<int>("essms"),
            .subvention = row.get<std::optional<core::Money>>("subvention"),
            .depose_le = row.get<core::Instant>("depose_le"),
            .change_le = row.get<core::Instant>("change_le"),
            .instructeur = row.get<std::optional<std::string>>("instructeur"),
            .echeance = row.get<std::optional<core::Date>>("echeance")};
}

std::optional<Fiche> trouver_fiche(storage::Reader& db, std::string_view dossier) {
    return db.one(select_une, lire_fiche, dossier);
}

std::string texte_cherche(const Fiche& fiche) {
    std::string texte{" "};
    for (const auto& mot : referentiels::mots(fiche.porteur)) texte.append(mot).append(" ");
    for (const auto& mot : referentiels::mots(fiche.numero)) texte.append(mot).append(" ");
    return texte.append(fiche.siret).append(" ");
}

void tenir(storage::Writer& db, const Fiche& fiche) {
    const auto cherche = texte_cherche(fiche);
    const auto executer = [&](const Statement& ordre) {
        return db.run(ordre, fiche.dossier, fiche.guichet, fiche.statut, fiche.appel, fiche.numero,
                      fiche.porteur, cherche, fiche.siret, fiche.essms, fiche.subvention,
                      fiche.depose_le, fiche.change_le);
    };
    if (executer(update_depot) == 0) executer(insert);
}

void suivre(storage::Writer& db, const Dossier& apres, core::Instant change_le) {
    if (apres.guichet) db.run(update_statut, apres.id, apres.statut, *apres.guichet, change_le);
}

}  // namespace grappe::teleservice
