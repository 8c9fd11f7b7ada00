// Every SQL statement about proposals that were computed.
#include "portail/comite/proposition_repository.hpp"

namespace grappe::comite {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_toutes{"comite_proposition.du_comite", R"(
    SELECT numero, enveloppe, etat, preuve, departagee, interrompue, retenus, points, montant,
           phrase, par, calculee_le
    FROM comite_proposition WHERE comite = $1 ORDER BY numero DESC)"};
constexpr Statement select_une{"comite_proposition.trouver", R"(
    SELECT numero, enveloppe, etat, preuve, departagee, interrompue, retenus, points, montant,
           phrase, par, calculee_le
    FROM comite_proposition WHERE comite = $1 AND numero = $2)"};
constexpr Statement select_derniere{"comite_proposition.derniere", R"(
    SELECT COALESCE(MAX(numero), 0) AS numero FROM comite_proposition WHERE comite = $1)"};
constexpr Statement insert_une{"comite_proposition.ajouter", R"(
    INSERT INTO comite_proposition (comite, numero, enveloppe, etat, preuve, departagee,
                                    interrompue, retenus, points, montant, phrase, par,
                                    calculee_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};
constexpr Statement select_lignes{"comite_proposition_ligne.de_la_proposition", R"(
    SELECT genre, cle, valeur, nom, points, montant, texte FROM comite_proposition_ligne
    WHERE comite = $1 AND proposition = $2 ORDER BY rang)"};
constexpr Statement insert_ligne{"comite_proposition_ligne.ajouter", R"(
    INSERT INTO comite_proposition_ligne (comite, proposition, rang, genre, cle, valeur, nom,
                                          points, montant, texte)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};

PropositionGardee lire(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .enveloppe = row.get<core::Money>("enveloppe"),
            .etat = row.get<proposition::Proposition::Etat>("etat"),
            .preuve = row.get<proposition::Preuve>("preuve"),
            .departagee = row.get<bool>("departagee"),
            .interrompue = row.get<bool>("interrompue"),
            .retenus = row.get<int>("retenus"),
            .points = row.get<std::int64_t>("points"),
            .montant = row.get<core::Money>("montant"),
            .phrase = row.get<std::string>("phrase"),
            .par = row.get<std::string>("par"),
            .calculee_le = row.get<core::Instant>("calculee_le")};
}

LigneGardee lire_ligne(const Row& row) {
    return {.genre = row.get<LigneGardee::Genre>("genre"),
            .cle = row.get<std::string>("cle"),
            .valeur = row.get<std::string>("valeur"),
            .nom = row.get<std::string>("nom"),
            .points = row.get<std::optional<std::int64_t>>("points"),
            .montant = row.get<std::optional<core::Money>>("montant"),
            .texte = row.get<std::string>("texte")};
}

}  // namespace

std::vector<PropositionGardee> propositions(storage::Reader& db, std::string_view comite) {
    return db.all(select_toutes, lire, comite);
}

std::optional<PropositionGardee> proposition_gardee(storage::Reader& db, std::string_view comite,
                                                    int numero) {
    auto gardee = db.one(select_une, lire, comite, numero);
    if (gardee) gardee->lignes = db.all(select_lignes, lire_ligne, comite, numero);
    return gardee;
}

// Two at once: the second one's number is taken, a conflict, and is tried again.
PropositionGardee ajouter(storage::Writer& db, std::string_view comite, PropositionGardee gardee) {
    const auto derniere = db.one(
        select_derniere, [](const Row& row) { return row.get<int>("numero"); }, comite);
    gardee.numero = derniere.value_or(0) + 1;
    db.run(insert_une, comite, gardee.numero, gardee.enveloppe, gardee.etat, gardee.preuve,
           gardee.departagee, gardee.interrompue, gardee.retenus, gardee.points, gardee.montant,
           gardee.phrase, gardee.par, gardee.calculee_le);
    int rang = 0;
    for (const auto& ligne : gardee.lignes)
        db.run(insert_ligne, comite, gardee.numero, rang++, ligne.genre, ligne.cle, ligne.valeur,
               ligne.nom, ligne.points, ligne.montant, ligne.texte);
    return gardee;
}

}  // namespace grappe::comite
