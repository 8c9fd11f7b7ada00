// Every SQL statement about what is said of a dossier in a committee.
#include "portail/comite/comite_repository.hpp"

namespace grappe::comite {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_avis{"comite_avis.du_comite", R"(
    SELECT a.numero, a.dossier, a.avis, a.recommandations, a.motif, a.ecarts, a.membres, a.ecartes,
           a.votants, a.requis, a.par, a.rendu_le, r.rang
    FROM comite_avis a
    LEFT JOIN comite_avis_rang r ON r.comite = a.comite AND r.numero = a.numero
    WHERE a.comite = $1 ORDER BY a.numero)"};
constexpr Statement insert_avis{"comite_avis.ajouter", R"(
    INSERT INTO comite_avis (comite, numero, dossier, avis, recommandations, motif, ecarts, membres,
                             ecartes, votants, requis, par, rendu_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};
constexpr Statement insert_rang{"comite_avis_rang.ajouter", R"(
    INSERT INTO comite_avis_rang (comite, numero, rang) VALUES ($1, $2, $3))"};
constexpr Statement select_interets{"comite_interet.du_comite", R"(
    SELECT numero, membre, organisme, motif, declare_le FROM comite_interet
    WHERE comite = $1 ORDER BY numero)"};
constexpr Statement insert_interet{"comite_interet.ajouter", R"(
    INSERT INTO comite_interet (comite, numero, membre, organisme, motif, declare_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement select_votes{"comite_vote.du_comite", R"(
    SELECT numero, dossier, membre, avis, rendu_le FROM comite_vote
    WHERE comite = $1 ORDER BY numero)"};
constexpr Statement insert_vote{"comite_vote.ajouter", R"(
    INSERT INTO comite_vote (comite, numero, dossier, membre, avis, rendu_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement select_points{"comite_point.du_comite", R"(
    SELECT numero, dossier, critere, constat, texte, par, note_le FROM comite_point
    WHERE comite = $1 ORDER BY numero)"};
constexpr Statement insert_point{"comite_point.ajouter", R"(
    INSERT INTO comite_point (comite, numero, dossier, critere, constat, texte, par, note_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
constexpr Statement select_membres{"comite.membres", R"(
    SELECT id FROM compte
    WHERE ferme_le IS NULL AND role = 'comite' AND
          (region = $1 OR (region IS NULL AND $1 = 'national'))
    ORDER BY id)"};

// Two writers at once: the second one's row has a number taken, a conflict, and is tried again.
template <class Ligne>
int numero_suivant(const std::vector<Ligne>& lignes) {
    return lignes.empty() ? 1 : lignes.back().numero + 1;
}

Avis lire_avis(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .dossier = row.get<std::string>("dossier"),
            .sens = row.get<Sens>("avis"),
            .recommandations = row.get<std::string>("recommandations"),
            .motif = row.get<std::string>("motif"),
            .ecarts = row.get<std::string>("ecarts"),
            .presence = {.membres = row.get<int>("membres"),
                         .ecartes = row.get<int>("ecartes"),
                         .votants = row.get<int>("votants"),
                         .requis = row.get<int>("requis")},
            .par = row.get<std::string>("par"),
            .rendu_le = row.get<core::Instant>("rendu_le"),
            .rang = row.get<std::optional<int>>("rang")};
}

}  // namespace

std::vector<Avis> avis_rendus(storage::Reader& db, std::string_view comite) {
    return db.all(select_avis, lire_avis, comite);
}

Avis ajouter(storage::Writer& db, std::string_view comite, Avis avis) {
    avis.numero = numero_suivant(avis_rendus(db, comite));
    const auto& presence = avis.presence;
    db.run(insert_avis, comite, avis.numero, avis.dossier, avis.sens, avis.recommandations,
           avis.motif, avis.ecarts, presence.membres, presence.ecartes, presence.votants,
           presence.requis, avis.par, avis.rendu_le);
    if (avis.rang) db.run(insert_rang, comite, avis.numero, *avis.rang);
    return avis;
}

std::vector<Interet> interets(storage::Reader& db, std::string_view comite) {
    return db.all(
        select_interets,
        [](const Row& row) {
            return Interet{.numero = row.get<int>("numero"),
                           .membre = row.get<std::string>("membre"),
                           .organisme = row.get<std::string>("organisme"),
                           .motif = row.get<std::string>("motif"),
                           .declare_le = row.get<core::Instant>("declare_le")};
        },
        comite);
}

Interet ajouter(storage::Writer& db, std::string_view comite, Interet interet) {
    interet.numero = numero_suivant(interets(db, comite));
    db.run(insert_interet, comite, interet.numero, interet.membre, interet.organisme, interet.motif,
           interet.declare_le);
    return interet;
}

std::vector<Vote> votes(storage::Reader& db, std::string_view comite) {
    return db.all(
        select_votes,
        [](const Row& row) {
            return Vote{.numero = row.get<int>("numero"),
                        .dossier = row.get<std::string>("dossier"),
                        .membre = row.get<std::string>("membre"),
                        .sens = row.get<Sens>("avis"),
                        .rendu_le = row.get<core::Instant>("rendu_le")};
        },
        comite);
}

Vote ajouter(storage::Writer& db, std::string_view comite, Vote vote) {
    vote.numero = numero_suivant(votes(db, comite));
    db.run(insert_vote, comite, vote.numero, vote.dossier, vote.membre, vote.sens, vote.rendu_le);
    return vote;
}

std::vector<PointDAttention> points_d_attention(storage::Reader& db, std::string_view comite) {
    return db.all(
        select_points,
        [](const Row& row) {
            return PointDAttention{.numero = row.get<int>("numero"),
                                   .dossier = row.get<std::string>("dossier"),
                                   .critere = row.get<std::string>("critere"),
                                   .constat = row.get<Presente>("constat"),
                                   .texte = row.get<std::string>("texte"),
                                   .par = row.get<std::string>("par"),
                                   .note_le = row.get<core::Instant>("note_le")};
        },
        comite);
}

PointDAttention ajouter(storage::Writer& db, std::string_view comite, PointDAttention point) {
    point.numero = numero_suivant(points_d_attention(db, comite));
    db.run(insert_point, comite, point.numero, point.dossier, point.critere, point.constat,
           point.texte, point.par, point.note_le);
    return point;
}

std::vector<std::string> membres_du_guichet(storage::Reader& db, std::string_view guichet) {
    return db.all(
        select_membres, [](const Row& row) { return row.get<std::string>("id"); }, guichet);
}

}  // namespace grappe::comite
