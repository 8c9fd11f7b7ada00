// What was written stays written, in the database itself, whatever a program asks.
#include <doctest/doctest.h>

#include "storage/test_bases.hpp"

namespace grappe::storage {
namespace {

struct Table {
    const char* name;
    const char* row;      // the values of one row of dossier "d", as many as it has columns
    const char* emptied;  // what a purge sets; null: nothing
};

constexpr auto tables = std::to_array<Table>({
    {"journal", "1, '', '', '', '', '', '', ''", nullptr},
    {"dossier_version", "'d', 1, '{1}', '', ''", "contenu = '{}'"},
    {"dossier_passage", "'d', 1, '', '', '', '', '', 'parce que'", "motif = ''"},
    {"depot", "'d', 1, 'N', 1, '', '', '', '', NULL, '', 5, '', '{1}'", "recepisse = '{}'"},
    {"depot_piece", "'d', 1, 'p'", nullptr},
    {"verdict", "'d', 1, '', '', '', 'texte', '', ''", "texte = ''"},
    {"appreciation", "'d', 1, '', '', '', 'motif', '', ''", "motif = ''"},
    {"recevabilite", "'d', 1, '', 'motif', '', ''", "motif = ''"},
    {"affectation", "'d', 1, NULL, '', ''", nullptr},
    {"reponse", "'d', 1, 1, 'texte', '', ''", "texte = ''"},
    {"lettre", "'d', 1, '', '', 'corps', '', ''", "corps = ''"},
    {"intervention", "'d', 1, '', '', 'avant', 'apres', NULL, NULL, 'motif', '', ''",
     "avant = '', apres = '', motif = ''"},
    {"jalon_fait", "'v', 1, 'd', 'choix', '', 'declarer', NULL, 'motif', 'c', ''", "motif = ''"},
    {"message", "'d', 1, 'porteur', 'texte', '', '', ''", "texte = ''"},
    {"message_fichier", "'d', 1, 'f', 'nom', 'pdf', '', 12", nullptr},
});

// Of usage reports and agreements: no purge empties them, they name nobody. Each with a column of
// its key.
struct Kept {
    const char *name, *row, *key;
};

constexpr auto reports = std::to_array<Kept>({
    {"usage_cle", "'c', 'DUI', 1, '', ''", "dui"},
    {"usage_fichier", "'e', 1, 'o'", "octets"},
    {"usage_rapport",
     "'r', 1, 'c', '', 'signe', 'e', '', '', '', '', '', 1, '', '', '', '', '', ''", "nature"},
    {"usage_rattachement", "'d', 'r'", "dossier"},
    {"usage_ligne", "'r', 'f', 'd', 1", "finess_et"},
    {"usage_mesure", "'r', 'f', 'dmp', 1, 1", "indicateur"},
    {"usage_constat", "'r', 1, '', '', NULL, 0, 0, 0, 0", "code"},
    {"usage_tirage", "'t', 'r', 1, 'c0ffee', 1, '', 'c', ''", "graine"},
    {"usage_preuves", "'t', 1, 'e', 'c', '', 1, '', ''", "issue"},
    {"convention", "'w', 'autre', 1, '', 'ad_hoc', 0, NULL, '', 1, 'c', ''", "forme"},
    {"convention_ligne", "'v', 1, 'f', 'PA', NULL, 1, 1, 1, 1, NULL", "finess_et"},
    {"convention_signature", "'v', 'ars', 'papier', '', 'c', ''", "mode"},
    {"convention_coordonnees", "'v', 1, '', '', 'c', ''", "fin"},
    {"convention_rapport", "'v', 'r', ''", "recu_le"},
    {"etat_depenses", "'e', 'v', 1, 'c', ''", "declare_le"},
    {"etat_depenses_poste", "'e', 'materiel', 1", "categorie"},
    {"etat_depenses_visa", "'e', 'c', ''", "vise_le"},
    {"versement", "'p', 'd', 'v', 'avance', 1, 1, 0, NULL, 'motif', 'c', ''", "motif"},
    {"versement_decision", "'p', 'valide', 'c', ''", "decision"},
    {"avenant", "'a', 'd', 'v', 1, 'motif', '', 0, 0, NULL, NULL, '', '', 'c', ''", "motif"},
    {"avenant_changement", "'a', 1, 'retrait', 'f', ''", "valeur"},
    {"avenant_ligne", "'a', 1, 'f', 'PA', NULL, 1, 1, 1, 1, NULL", "finess_et"},
    {"avenant_signature", "'a', 'ars', 'papier', '', 'c', ''", "mode"},
    {"avenant_suite", "'a', 'd', 'effet', '', 'c', ''", "issue"},
    {"versement_compte", "'p', 1", "versement"},
    {"convention_confirmation", "'v', 1, 'c', ''", "par"},
    {"ordre", "'o', '75', 1, 'c', ''", "guichet"},
    {"ordre_ligne", "'o', 1, 'p', 1", "ordre"},
    {"ordre_fichier", "'o', 'xml', '', 1, ''", "scelle"},
    {"ordre_remise", "'o', 1, 'xml', 'c', ''", "format"},
    {"versement_sort", "'p', 'rejete', '', 'c', ''", "sort"},
    {"recouvrement", "'q', 'd', 'v', 1, 1, 'motif', 'c', ''", "motif"},
    {"recouvrement_decision", "'q', 'valide', 'c', ''", "decision"},
    {"recouvrement_retour", "'q', 1, 1, '', '', 'c', ''", "reference"},
    {"papier_signe", "'s', 'v', 0, 'porteur', 1, 'saisi', 'pdf', '', 1, 'c', ''", "partie"},
});

// Of envelopes, committees and published rules, which keep what was decided of public money.
constexpr auto decisions = std::to_array<Kept>({
    {"mouvement", "1, 'ouvrir', 'A', '75', 'source', 'A', '75', 'disponible', '', 1, '', 'c', ''",
     "genre"},
    {"comite_scenario", "'k', 1, 'A', 'guichet', 0, 'c', ''", "nom"},
    {"comite_retenu", "'k', 1, 'd'", "dossier"},
    {"comite_avis", "'k', 1, 'd', 'reserve', '', '', '', 0, 0, 0, 0, 'c', ''", "avis"},
    {"comite_resultat", "'k', 'd', 'reserve', '', '', NULL, ''", "avis"},
    {"comite_part", "'k', 'd', 'PA', '33', '', 1, 1", "secteur"},
    {"comite_interet", "'k', 1, 'c', '', '', ''", "organisme"},
    {"comite_vote", "'k', 1, 'd', 'c', 'reserve', ''", "avis"},
    {"comite_point", "'k', 1, 'd', 'ror', 'oui', '', 'c', ''", "constat"},
    {"comite_proposition", "'k', 1, 1, 'proposee', '', 1, 0, 1, 1, 1, 'phrase', 'c', ''", "phrase"},
    {"comite_proposition_ligne", "'k', 1, 1, 'retenu', 'd', '', '', 1, 1, 'texte'", "texte"},
    {"regles_publiees", "'sha256:00', 'A', 'texte', 'socle', ''", "texte"},
    {"portefeuille", "'75', 1, '', 'PA', '33', '', 1, 1, 'c', ''", "secteur"},
});

void fill(Base& base) {
    base.connection().script(
        "INSERT INTO compte VALUES ('c', 'c', 'c', '', '', '', 'porteur', NULL, '', NULL, 1);"
        "INSERT INTO dossier VALUES ('d', 'c', '', '', 1, '', '', NULL);"
        "INSERT INTO dossier VALUES ('autre', 'c', '', '', 1, '', '', NULL);"
        "INSERT INTO convention VALUES ('v', 'd', 1, '', 'ad_hoc', 0, NULL, '', 1, 'c', '')");
    for (const auto& table : tables)
        base.connection().script("INSERT INTO " + std::string{table.name} + " VALUES (" +
                                 table.row + ")");
}

bool refused(Base& base, const std::string& sql) {
    try {
        base.connection().script(sql);
        return false;
    } catch (const Failure& failure) {
        return std::string_view{failure.what()}.find("ajout seul") != std::string_view::npos;
    }
}

void insert(Base& base, const Kept& table) {
    base.connection().script("INSERT INTO " + std::string{table.name} + " VALUES (" + table.row +
                             ")");
}

void check_kept(Base& base, const Kept& table) {
    const std::string name{table.name};
    CHECK_MESSAGE(refused(base, "UPDATE " + name + " SET " + table.key + " = 'autre'"), name);
    CHECK_MESSAGE(refused(base, "DELETE FROM " + name), name);
}

std::string update(const Table& table, const std::string& change) {
    return "UPDATE " + std::string{table.name} + " SET " + change;
}

}  // namespace

TEST_CASE("a row of these tables is neither changed nor removed") {
    on_every_portail([](Base& base) {
        fill(base);
        for (const auto& table : tables) {
            const std::string first =
                std::string_view{table.name} == "journal" ? "numero = numero" : "dossier = 'autre'";
            CHECK_MESSAGE(refused(base, update(table, first)), table.name);
            CHECK_MESSAGE(refused(base, std::string{"DELETE FROM "} + table.name), table.name);
            if (table.emptied != nullptr)
                CHECK_MESSAGE(refused(base, update(table, table.emptied)), table.name);
            if (base.engine() == Engine::postgres)
                CHECK_MESSAGE(refused(base, std::string{"TRUNCATE "} + table.name), table.name);
        }
    });
}

TEST_CASE("what came about usage, what committees decided and what was agreed stays as it came") {
    on_every_portail([](Base& base) {
        fill(base);
        base.connection().script(
            "INSERT INTO comite VALUES ('k', 'A', '1', '75', '', 1, NULL, 1, 'c', '', NULL)");
        for (const auto& table : reports) insert(base, table);
        for (const auto& table : decisions) insert(base, table);
        for (const auto& table : reports) check_kept(base, table);
        for (const auto& table : decisions) check_kept(base, table);
    });
}

TEST_CASE("a purge that is written empties the one column that it names") {
    on_every_portail([](Base& base) {
        fill(base);
        base.connection().script("INSERT INTO purge VALUES ('autre', '', '', '')");
        for (const auto& table : tables)
            if (table.emptied != nullptr)
                CHECK_MESSAGE(refused(base, update(table, table.emptied)), table.name);
        base.connection().script("INSERT INTO purge VALUES ('d', '', '', '')");
        for (const auto& table : tables) {
            if (table.emptied == nullptr) continue;
            CHECK_MESSAGE(!refused(base, update(table, table.emptied)), table.name);
            CHECK_MESSAGE(refused(base, update(table, "dossier = 'autre'")), table.name);
            const std::string column{table.emptied, std::string_view{table.emptied}.find(' ')};
            CHECK_MESSAGE(refused(base, update(table, column + " = 'autre chose'")), table.name);
        }
        // The files of a message go with its words.
        CHECK(!refused(base, "DELETE FROM message_fichier"));
        CHECK(refused(base, "DELETE FROM purge"));
        CHECK(refused(base, "UPDATE purge SET par = 'x'"));
    });
}

}  // namespace grappe::storage
