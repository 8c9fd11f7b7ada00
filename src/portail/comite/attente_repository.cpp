// Every SQL statement about waiting lists.
#include "portail/comite/attente_repository.hpp"

#include <map>

namespace grappe::comite {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_attendus{"comite_attente.vivante", R"(
    SELECT a.comite, a.dossier, a.rang, a.apres, r.montant, c.appel, c.guichet, c.fenetre,
           c.tenu_le, COALESCE(f.numero, '') AS numero, COALESCE(f.porteur, '') AS porteur
    FROM comite_attente a
    JOIN comite_resultat r ON r.comite = a.comite AND r.dossier = a.dossier
    JOIN comite c ON c.id = a.comite
    JOIN dossier d ON d.id = a.dossier
    LEFT JOIN fiche f ON f.dossier = a.dossier
    WHERE d.statut IN ('recevable', 'reserve') AND ($1 = '' OR c.guichet = $1) AND NOT EXISTS
        (SELECT 1 FROM comite_resultat s WHERE s.dossier = a.dossier AND
         (s.notifie_le > r.notifie_le OR (s.notifie_le = r.notifie_le AND s.comite > r.comite)))
    ORDER BY c.appel, c.guichet, r.notifie_le, a.comite, a.rang)"};
constexpr Statement insert_attente{"comite_attente.ajouter", R"(
    INSERT INTO comite_attente (comite, dossier, rang, apres)
    VALUES ($1, $2, $3, (SELECT COALESCE(MAX(numero), 0) FROM mouvement)))"};
constexpr Statement select_dernier{"reveil.dernier", R"(
    SELECT COALESCE(MAX(mouvement), 0) AS mouvement FROM reveil
    WHERE appel = $1 AND guichet = $2)"};
constexpr Statement select_reveils{"reveil.de_l_enveloppe", R"(
    SELECT mouvement, revenu, libre, dit_le FROM reveil
    WHERE appel = $1 AND guichet = $2 ORDER BY mouvement DESC)"};
constexpr Statement select_dossiers{"reveil_dossier.de_l_enveloppe", R"(
    SELECT mouvement, dossier, montant, saute FROM reveil_dossier
    WHERE appel = $1 AND guichet = $2 ORDER BY mouvement, ordre)"};
constexpr Statement insert_reveil{"reveil.ajouter", R"(
    INSERT INTO reveil (appel, guichet, mouvement, revenu, libre, dit_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement insert_dossier{"reveil_dossier.ajouter", R"(
    INSERT INTO reveil_dossier (appel, guichet, mouvement, ordre, dossier, montant, saute)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};

Attendu lire(const Row& row) {
    return {.attente = {.dossier = row.get<std::string>("dossier"),
                        .comite = row.get<std::string>("comite"),
                        .rang = row.get<int>("rang"),
                        .apres = row.get<int>("apres"),
                        .montant =
                            row.get<std::optional<core::Money>>("montant").value_or(core::Money{})},
            .enveloppe = {row.get<std::string>("appel"), row.get<std::string>("guichet")},
            .fenetre = row.get<std::string>("fenetre"),
            .tenu_le = row.get<core::Date>("tenu_le"),
            .numero = row.get<std::string>("numero"),
            .porteur = row.get<std::string>("porteur")};
}

}  // namespace

std::vector<Attendu> attendus(storage::Reader& db, std::string_view guichet) {
    return db.all(select_attendus, lire, guichet);
}

void mettre_en_attente(storage::Writer& db, const Resultat& resultat) {
    db.run(insert_attente, resultat.comite, resultat.dossier, *resultat.rang);
}

int dernier_dit(storage::Reader& db, const enveloppe::Enveloppe& enveloppe) {
    return db
        .one(
            select_dernier, [](const Row& row) { return row.get<int>("mouvement"); },
            enveloppe.appel, enveloppe.guichet)
        .value_or(0);
}

std::vector<ReveilDit> reveils(storage::Reader& db, const enveloppe::Enveloppe& enveloppe) {
    std::map<int, std::vector<ReveilDit::Tenu>> dossiers;
    db.each(
        select_dossiers,
        [&](const Row& row) {
            dossiers[row.get<int>("mouvement")].push_back({row.get<std::string>("dossier"),
                                                           row.get<core::Money>("montant"),
                                                           row.get<int>("saute") != 0});
        },
        enveloppe.appel, enveloppe.guichet);
    return db.all(
        select_reveils,
        [&](const Row& row) {
            const auto mouvement = row.get<int>("mouvement");
            return ReveilDit{.enveloppe = enveloppe,
                             .mouvement = mouvement,
                             .revenu = row.get<core::Money>("revenu"),
                             .libre = row.get<core::Money>("libre"),
                             .dit_le = row.get<core::Instant>("dit_le"),
                             .dossiers = std::move(dossiers[mouvement])};
        },
        enveloppe.appel, enveloppe.guichet);
}

void ajouter(storage::Writer& db, const ReveilDit& reveil) {
    const auto& [appel, guichet] = reveil.enveloppe;
    db.run(insert_reveil, appel, guichet, reveil.mouvement, reveil.revenu, reveil.libre,
           reveil.dit_le);
    int ordre = 0;
    for (const auto& [dossier, montant, saute] : reveil.dossiers)
        db.run(insert_dossier, appel, guichet, reveil.mouvement, ++ordre, dossier, montant,
               saute ? 1 : 0);
}

}  // namespace grappe::comite
