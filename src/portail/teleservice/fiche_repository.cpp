// Every SQL statement that keeps the rows of lists.
#include "portail/teleservice/fiche_repository.hpp"

#include "referentiels/mots.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement;

constexpr Statement update_depot{"fiche.tenir", R"(
    UPDATE fiche SET guichet = $2, statut = $3, appel = $4, numero = $5, porteur = $6,
                     recherche = $7, siret = $8, essms = $9, subvention = $10, depose_le = $11,
                     change_le = $12, version = (SELECT version FROM fiche_version)
    WHERE dossier = $1)"};
constexpr Statement insert{"fiche.ajouter", R"(
    INSERT INTO fiche (dossier, guichet, statut, appel, numero, porteur, recherche, siret, essms,
                       subvention, depose_le, change_le, instructeur, echeance, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL, NULL,
            (SELECT version FROM fiche_version)))"};
constexpr Statement select_une{"fiche.trouver", R"(
    SELECT dossier, guichet, statut, appel, numero, porteur, siret, essms, subvention, depose_le,
           change_le, instructeur, echeance
    FROM fiche WHERE dossier = $1)"};
constexpr Statement update_statut{"fiche.suivre", R"(
    UPDATE fiche SET statut = $2, guichet = $3, change_le = $4,
                     echeance = CASE WHEN $2 = 'pieces_demandees' THEN echeance END,
                     version = (SELECT version FROM fiche_version)
    WHERE dossier = $1)"};
constexpr Statement update_instructeur{"fiche.nommer", R"(
    UPDATE fiche SET instructeur = $2, version = (SELECT version FROM fiche_version)
    WHERE dossier = $1)"};
constexpr Statement update_echeance{"fiche.echeance", R"(
    UPDATE fiche SET echeance = (SELECT MIN(d.echeance) FROM demande d
                                 WHERE d.dossier = $1 AND d.close_le IS NULL),
                     version = (SELECT version FROM fiche_version)
    WHERE dossier = $1)"};
constexpr Statement update_effacee{"fiche.effacer", R"(
    UPDATE fiche SET porteur = '', recherche = '', siret = '',
                     version = (SELECT version FROM fiche_version)
    WHERE dossier = $1)"};
constexpr Statement update_version{"fiche.avancer",
                                   "UPDATE fiche_version SET version = version + 1 WHERE cle = 1"};
constexpr Statement select_version{"fiche.version", "SELECT version FROM fiche_version"};
constexpr Statement select_changees{"fiche.changees", R"(
    SELECT dossier, guichet, statut, appel, numero, porteur, siret, essms, subvention, depose_le,
           change_le, instructeur, echeance, recherche
    FROM fiche WHERE version > $1)"};

// Two writers at once: the second waits for the first, or is tried again, so that no version is
// seen before all the earlier ones are.
template <class... Args>
std::int64_t ecrire(storage::Writer& db, const Statement& ordre, const Args&... args) {
    db.run(update_version);
    return db.run(ordre, args...);
}

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
        return ecrire(db, ordre, fiche.dossier, fiche.guichet, fiche.statut, fiche.appel,
                      fiche.numero, fiche.porteur, cherche, fiche.siret, fiche.essms,
                      fiche.subvention, fiche.depose_le, fiche.change_le);
    };
    if (executer(update_depot) == 0) executer(insert);
}

void suivre(storage::Writer& db, const Dossier& apres, core::Instant change_le) {
    if (apres.guichet) ecrire(db, update_statut, apres.id, apres.statut, *apres.guichet, change_le);
}

void nommer(storage::Writer& db, std::string_view dossier,
            const std::optional<std::string>& instructeur) {
    ecrire(db, update_instructeur, dossier, instructeur);
}

void tenir_l_echeance(storage::Writer& db, std::string_view dossier) {
    ecrire(db, update_echeance, dossier);
}

void effacer_la_fiche(storage::Writer& db, std::string_view dossier) {
    ecrire(db, update_effacee, dossier);
}

std::int64_t version_des_fiches(storage::Reader& db) {
    return db
        .one(select_version,
             [](const storage::Row& row) { return row.get<std::int64_t>("version"); })
        .value_or(0);
}

std::vector<FicheCherchee> fiches_changees(storage::Reader& db, std::int64_t apres) {
    return db.all(
        select_changees,
        [](const storage::Row& row) {
            auto fiche = lire_fiche(row);
            return FicheCherchee{std::move(fiche), row.get<std::string>("recherche")};
        },
        apres);
}

}  // namespace grappe::teleservice
