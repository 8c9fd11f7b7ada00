// Every SQL statement about payment orders.
#include "portail/ordre/ordre_repository.hpp"

namespace grappe::ordre {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_candidats{"ordre.candidats", R"(
    SELECT v.id, v.convention, v.dossier, v.objet, v.montant, f.numero, f.porteur, d.decide_le,
           COALESCE(k.rang, 0) AS compte, COALESCE(k.fin, '') AS fin, COALESCE(c.rang, 0) AS vu,
           (SELECT COUNT(*) FROM convention_confirmation n
            WHERE n.convention = v.convention AND n.rang = k.rang) AS confirmees
    FROM versement v
    JOIN versement_decision d ON d.versement = v.id AND d.decision = 'valide'
    JOIN dossier o ON o.id = v.dossier JOIN fiche f ON f.dossier = v.dossier
    LEFT JOIN versement_compte c ON c.versement = v.id
    LEFT JOIN convention_coordonnees k ON k.convention = v.convention
         AND k.rang = (SELECT MAX(m.rang) FROM convention_coordonnees m
                       WHERE m.convention = v.convention)
    WHERE ($1 = '' OR o.guichet = $1) AND v.montant > 0
      AND NOT EXISTS (SELECT 1 FROM ordre_ligne l WHERE l.versement = v.id)
    ORDER BY d.decide_le, v.id)"};
constexpr Statement select_liste{"ordre.lister", R"(
    SELECT o.id, o.guichet, o.numero, o.emis_le, COUNT(*) AS lignes,
           COUNT(CASE WHEN s.sort = 'execute' THEN 1 END) AS executees,
           COUNT(CASE WHEN s.sort = 'rejete' THEN 1 END) AS rejetees,
           CAST(SUM(v.montant) AS BIGINT) AS total
    FROM ordre o JOIN ordre_ligne l ON l.ordre = o.id JOIN versement v ON v.id = l.versement
    LEFT JOIN versement_sort s ON s.versement = v.id
    WHERE ($1 = '' OR o.guichet = $1)
    GROUP BY o.id, o.guichet, o.numero, o.emis_le
    ORDER BY o.emis_le DESC, o.numero DESC, o.guichet LIMIT $2)"};
constexpr Statement select_un{"ordre.trouver", R"(
    SELECT id, guichet, numero, emis_par, emis_le FROM ordre WHERE id = $1)"};
constexpr Statement select_lignes{"ordre_ligne.lister", R"(
    SELECT l.rang, l.versement, v.convention, v.dossier, v.objet, v.montant, f.numero, f.porteur,
           k.fin, s.sort, COALESCE(s.motif, '') AS motif, s.note_le
    FROM ordre_ligne l JOIN versement v ON v.id = l.versement
    JOIN fiche f ON f.dossier = v.dossier
    JOIN convention_coordonnees k ON k.convention = v.convention AND k.rang = l.coordonnees
    LEFT JOIN versement_sort s ON s.versement = l.versement
    WHERE l.ordre = $1 ORDER BY l.rang)"};
constexpr Statement select_fichiers{"ordre_fichier.lister", R"(
    SELECT format, empreinte, taille FROM ordre_fichier WHERE ordre = $1 ORDER BY format DESC)"};
constexpr Statement select_fichier{"ordre_fichier.trouver", R"(
    SELECT format, empreinte, taille, scelle FROM ordre_fichier
    WHERE ordre = $1 AND format = $2)"};
constexpr Statement select_remises{"ordre_remise.lister", R"(
    SELECT format, par, remis_le FROM ordre_remise WHERE ordre = $1 ORDER BY numero)"};
constexpr Statement select_dernier{"ordre.dernier", R"(
    SELECT COALESCE(MAX(numero), 0) AS numero FROM ordre WHERE guichet = $1)"};
constexpr Statement insert_un{"ordre.ajouter", R"(
    INSERT INTO ordre (id, guichet, numero, emis_par, emis_le) VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement insert_ligne{"ordre_ligne.ajouter", R"(
    INSERT INTO ordre_ligne (ordre, rang, versement, coordonnees) VALUES ($1, $2, $3, $4))"};
constexpr Statement insert_fichier{"ordre_fichier.ajouter", R"(
    INSERT INTO ordre_fichier (ordre, format, empreinte, taille, scelle)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement insert_remise{"ordre_remise.ajouter", R"(
    INSERT INTO ordre_remise (ordre, numero, format, par, remis_le)
    VALUES ($1, $2, $3, $4, $5))"};

Candidat lire_candidat(const Row& row) {
    return {.versement = row.get<std::string>("id"),
            .convention = row.get<std::string>("convention"),
            .dossier = row.get<std::string>("dossier"),
            .objet = row.get<Objet>("objet"),
            .montant = row.get<Money>("montant"),
            .numero = row.get<std::string>("numero"),
            .porteur = row.get<std::string>("porteur"),
            .valide_le = row.get<core::Instant>("decide_le"),
            .compte = row.get<int>("compte"),
            .fin = row.get<std::string>("fin"),
            .vu = row.get<int>("vu"),
            .confirme = row.get<int>("confirmees") > 0};
}

Resume lire_resume(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .guichet = row.get<std::string>("guichet"),
            .numero = row.get<int>("numero"),
            .emis_le = row.get<core::Instant>("emis_le"),
            .lignes = row.get<std::int64_t>("lignes"),
            .executees = row.get<std::int64_t>("executees"),
            .rejetees = row.get<std::int64_t>("rejetees"),
            .total = row.get<Money>("total")};
}

Ordre lire_tete(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .guichet = row.get<std::string>("guichet"),
            .numero = row.get<int>("numero"),
            .emis_par = row.get<std::string>("emis_par"),
            .emis_le = row.get<core::Instant>("emis_le")};
}

Ligne lire_ligne(const Row& row) {
    return {.rang = row.get<int>("rang"),
            .versement = row.get<std::string>("versement"),
            .convention = row.get<std::string>("convention"),
            .dossier = row.get<std::string>("dossier"),
            .objet = row.get<Objet>("objet"),
            .montant = row.get<Money>("montant"),
            .numero = row.get<std::string>("numero"),
            .porteur = row.get<std::string>("porteur"),
            .fin = row.get<std::string>("fin"),
            .sort = row.get<std::optional<Sort>>("sort"),
            .motif = row.get<std::string>("motif"),
            .note_le = row.get<std::optional<core::Instant>>("note_le")};
}

Fichier lire_fichier(const Row& row) {
    return {.format = row.get<Format>("format"),
            .empreinte = row.get<std::string>("empreinte"),
            .taille = row.get<std::int64_t>("taille")};
}

Remise lire_remise(const Row& row) {
    return {.format = row.get<Format>("format"),
            .par = row.get<std::string>("par"),
            .remis_le = row.get<core::Instant>("remis_le")};
}

}  // namespace

std::vector<Candidat> candidats(storage::Reader& db, std::string_view guichet) {
    return db.all(select_candidats, lire_candidat, guichet);
}

std::vector<Resume> lister(storage::Reader& db, std::string_view guichet) {
    return db.all(select_liste, lire_resume, guichet, static_cast<std::int64_t>(ordres_listes));
}

std::optional<Ordre> trouver(storage::Reader& db, std::string_view id) {
    auto ordre = db.one(select_un, lire_tete, id);
    if (!ordre) return ordre;
    ordre->lignes = db.all(select_lignes, lire_ligne, id);
    ordre->fichiers = db.all(select_fichiers, lire_fichier, id);
    ordre->remises = db.all(select_remises, lire_remise, id);
    return ordre;
}

int dernier_numero(storage::Reader& db, std::string_view guichet) {
    return db
        .one(
            select_dernier, [](const Row& row) { return row.get<int>("numero"); }, guichet)
        .value_or(0);
}

void ajouter(storage::Writer& db, const Ordre& ordre) {
    db.run(insert_un, ordre.id, ordre.guichet, ordre.numero, ordre.emis_par, ordre.emis_le);
}

void ajouter(storage::Writer& db, const LigneAEcrire& ligne) {
    db.run(insert_ligne, ligne.ordre, ligne.rang, ligne.versement, ligne.coordonnees);
}

void ajouter(storage::Writer& db, std::string_view ordre, const FichierScelle& un) {
    const auto& [format, empreinte, taille] = un.fichier;
    db.run(insert_fichier, ordre, format, empreinte, taille, un.scelle);
}

std::optional<FichierScelle> fichier_de(storage::Reader& db, std::string_view ordre,
                                        Format format) {
    return db.one(
        select_fichier,
        [](const Row& row) {
            return FichierScelle{lire_fichier(row), row.get<std::string>("scelle")};
        },
        ordre, format);
}

void ajouter(storage::Writer& db, const Ordre& ordre, const Remise& remise) {
    db.run(insert_remise, ordre.id, static_cast<int>(ordre.remises.size()) + 1, remise.format,
           remise.par, remise.remis_le);
}

}  // namespace grappe::ordre
