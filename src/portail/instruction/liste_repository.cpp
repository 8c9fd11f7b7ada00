// Every SQL statement about lists. A statement is made once for each way to reach the rows (by desk
// and state, by desk, any) and each order, so that an index serves the usual ones.
#include "portail/instruction/liste_repository.hpp"

#include <array>

namespace grappe::instruction {
namespace {

using storage::Statement, storage::Row, storage::Value;
using teleservice::Fiche;

enum class Acces { guichet_et_statut, guichet, tous };
constexpr std::size_t acces_possibles = 3;
constexpr auto tris = names(Tri{}).size();
constexpr auto sens_possibles = names(Sens{}).size();

constexpr std::string_view criteres = R"(
    ($3 = '' OR f.appel = $3) AND
    ($4 = '' OR ($4 = 'personne' AND f.instructeur IS NULL) OR f.instructeur = $4) AND
    ($5 = '' OR f.recherche LIKE $5 ESCAPE '!') AND
    ($6 = '' OR f.recherche LIKE $6 ESCAPE '!') AND
    ($7 = '' OR f.recherche LIKE $7 ESCAPE '!') AND
    ($8 = '' OR EXISTS (SELECT 1 FROM depot_essms e
                        WHERE e.finess_et = $8 AND e.dossier = f.dossier)) AND
    (CAST($9 AS BIGINT) = 0 OR f.essms >= CAST($9 AS BIGINT)) AND
    (CAST($10 AS BIGINT) = 0 OR f.subvention >= CAST($10 AS BIGINT)) AND
    f.depose_le >= $11 AND f.depose_le < $12 AND
    ($13 = '' OR f.statut NOT IN ('depose', 'en_instruction', 'pieces_demandees', 'irrecevable',
                                  'retire')))";

constexpr std::array<std::string_view, acces_possibles> conditions{
    " WHERE f.guichet = $1 AND f.statut = $2 AND ",
    " WHERE f.guichet = $1 AND ($2 = '' OR f.statut = $2) AND ",
    " WHERE ($1 = '' OR f.guichet = $1) AND ($2 = '' OR f.statut = $2) AND "};

// What has no term comes last, in both orders.
constexpr std::array<std::array<std::string_view, 2>, tris> ordres{
    {{"f.depose_le, f.dossier", "f.depose_le DESC, f.dossier DESC"},
     {"f.recherche, f.dossier", "f.recherche DESC, f.dossier DESC"},
     {"f.essms, f.dossier", "f.essms DESC, f.dossier DESC"},
     {"COALESCE(f.subvention, -1), f.dossier", "COALESCE(f.subvention, -1) DESC, f.dossier DESC"},
     {"COALESCE(f.echeance, '9'), f.dossier", "COALESCE(f.echeance, '') DESC, f.dossier DESC"}}};

constexpr std::string_view colonnes = R"(
    SELECT f.dossier, f.guichet, f.statut, f.appel, f.numero, f.porteur, f.siret, f.essms,
           f.subvention, f.depose_le, f.change_le, f.instructeur, f.echeance FROM fiche f)";

struct Textes {
    std::string nom, sql;
    Statement ordre() const { return {nom, sql}; }
};

struct Fabrique {
    std::array<std::array<std::array<Textes, sens_possibles>, tris>, acces_possibles> pages;
    std::array<Textes, acces_possibles> totaux;

    Fabrique() {
        for (std::size_t a = 0; a < acces_possibles; ++a) {
            const auto ou = std::string{conditions[a]}.append(criteres);
            totaux[a] = {"liste.total." + std::to_string(a),
                         "SELECT COUNT(*) AS combien FROM fiche f" + ou};
            for (std::size_t t = 0; t < tris; ++t)
                for (std::size_t s = 0; s < sens_possibles; ++s)
                    pages[a][t][s] = {"liste." + std::to_string(a) + "." + std::to_string(t) + "." +
                                          std::to_string(s),
                                      std::string{colonnes} + ou + " ORDER BY " +
                                          std::string{ordres[t][s]} +
                                          " LIMIT CAST($14 AS BIGINT) OFFSET CAST($15 AS BIGINT)"};
        }
    }
};

const Fabrique& fabrique() {
    static const Fabrique faite;
    return faite;
}

constexpr Statement select_statuts{
    "liste.statuts",
    "SELECT statut, COUNT(*) AS combien FROM fiche WHERE guichet = $1 GROUP BY statut"};
constexpr Statement select_tous_statuts{
    "liste.tous_statuts", "SELECT statut, COUNT(*) AS combien FROM fiche GROUP BY statut"};
constexpr Statement select_personnes{"liste.personnes", R"(
    SELECT id, prenom, nom, courriel FROM compte
    WHERE role = $1 AND COALESCE(region, '') = $2 AND ferme_le IS NULL ORDER BY id)"};

Acces acces_de(const Filtre& filtre) {
    if (filtre.guichet.empty()) return Acces::tous;
    return filtre.statut ? Acces::guichet_et_statut : Acces::guichet;
}

// A word begins one of the row's words; words have letters and figures only.
std::string motif(const Filtre& filtre, std::size_t rang) {
    return rang < filtre.mots.size() ? "% " + filtre.mots[rang] + "%" : std::string{};
}

std::string borne(const std::optional<core::Date>& jour, int plus, const char* sinon) {
    if (!jour) return sinon;
    const auto paris = core::Zone::parse("Europe/Paris").value();
    return paris.start_of(jour->plus_days(plus)).utc_text();
}

std::vector<Value> valeurs_de(const Portion& portion) {
    const auto& filtre = portion.filtre;
    const auto statut = filtre.statut ? core::name_of(*filtre.statut) : std::string_view{};
    return {Value{std::string_view{filtre.guichet}},
            Value{statut},
            Value{std::string_view{filtre.appel}},
            Value{std::string_view{filtre.instructeur}},
            Value{motif(filtre, 0)},
            Value{motif(filtre, 1)},
            Value{motif(filtre, 2)},
            Value{std::string_view{filtre.finess}},
            Value{std::int64_t{filtre.essms_min.value_or(0)}},
            Value{filtre.montant_min ? filtre.montant_min->in_cents() : std::int64_t{0}},
            Value{borne(filtre.depuis, 0, "")},
            Value{borne(filtre.jusque, 1, "9")},
            Value{std::string_view{portion.recevables_seulement ? "oui" : ""}}};
}

}  // namespace

std::vector<Fiche> fiches(storage::Reader& db, const Portion& portion) {
    const auto& filtre = portion.filtre;
    const auto& textes = fabrique().pages[static_cast<std::size_t>(acces_de(
        filtre))][static_cast<std::size_t>(filtre.tri)][static_cast<std::size_t>(filtre.sens)];
    auto valeurs = valeurs_de(portion);
    valeurs.emplace_back(std::int64_t{filtre.taille});
    valeurs.emplace_back(std::int64_t{filtre.page - 1} * filtre.taille);
    std::vector<Fiche> lues;
    db.each_of(textes.ordre(), valeurs,
               [&](const Row& row) { lues.push_back(teleservice::lire_fiche(row)); });
    return lues;
}

int combien(storage::Reader& db, const Portion& portion) {
    const auto& textes = fabrique().totaux[static_cast<std::size_t>(acces_de(portion.filtre))];
    int total = 0;
    db.each_of(textes.ordre(), valeurs_de(portion),
               [&](const Row& row) { total = row.get<int>("combien"); });
    return total;
}

Comptes par_statut(storage::Reader& db, const std::string& guichet) {
    Comptes comptes;
    const auto lire_un = [&](const Row& row) {
        comptes[row.get<teleservice::Statut>("statut")] = row.get<int>("combien");
    };
    if (guichet.empty())
        db.each(select_tous_statuts, lire_un);
    else
        db.each(select_statuts, lire_un, guichet);
    return comptes;
}

std::vector<Personne> personnes(storage::Reader& db, const access::Acteur& acteur) {
    return db.all(
        select_personnes,
        [](const Row& row) {
            auto nom = row.get<std::string>("prenom") + " " + row.get<std::string>("nom");
            // An account made by an administrator may have no name.
            if (nom == " ") nom = row.get<std::string>("courriel");
            return Personne{row.get<std::string>("id"), std::move(nom)};
        },
        acteur.role, acteur.region);
}

}  // namespace grappe::instruction
