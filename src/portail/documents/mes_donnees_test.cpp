// A person's own export forgets no table: read from the schema itself.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "portail/documents/mes_donnees_repository.hpp"
#include "storage/test_bases.hpp"

namespace grappe::documents {
namespace {

// Of tables that know an account, those left out, and why.
const std::set<std::string, std::less<>> laissees{
    "rejeu",  // answers kept a day for a repeated request: each is in the table that it made
    "fiche",  // a row of the desk's list: its instructor is the last `affectation`
};

// "    par TEXT NOT NULL," says who by its name, any column that refers to an account by its text.
bool dit_qui(const std::string& colonne) {
    static const std::set<std::string, std::less<>> auteurs{"par", "compte", "acteur", "membre",
                                                            "instructeur"};
    std::istringstream mots{colonne};
    std::string nom, type;
    mots >> nom >> type;
    return type == "TEXT" && (auteurs.contains(nom) || nom.ends_with("_par") ||
                              colonne.find("REFERENCES compte ") != std::string::npos);
}

std::set<std::string> qui_connaissent_un_compte(std::istream& schema) {
    constexpr std::string_view debut = "CREATE TABLE ";
    std::set<std::string> noms;
    std::string table;
    for (std::string ligne; std::getline(schema, ligne);) {
        if (ligne.starts_with(debut))
            table = ligne.substr(debut.size(), ligne.find(' ', debut.size()) - debut.size());
        else if (ligne.starts_with(")"))
            table.clear();
        else if (!table.empty() && dit_qui(ligne))
            noms.insert(table);
    }
    return noms;
}

bool lit(std::string_view sql, const std::string& table) {
    for (const auto* avant : {"FROM ", "JOIN "}) {
        const auto mention = avant + table;
        for (auto ici = sql.find(mention); ici != sql.npos; ici = sql.find(mention, ici + 1)) {
            const auto suite = ici + mention.size();
            if (suite == sql.size() || sql[suite] == ' ' || sql[suite] == '\n') return true;
        }
    }
    return false;
}

bool est_lue(const std::string& table) {
    const auto& toutes = tables_personnelles();
    return std::any_of(toutes.begin(), toutes.end(),
                       [&](const auto& une) { return lit(une.lecture.sql, table); });
}

}  // namespace

TEST_CASE("every table that knows an account is in a person's own export, or is left out by name") {
    std::ifstream schema{std::string{GRAPPE_ROOT} + "/schema/portail/current.sql"};
    const auto connues = qui_connaissent_un_compte(schema);
    REQUIRE(connues.size() > 50);
    for (const auto& nom : connues) {
        CAPTURE(nom);
        CHECK((laissees.contains(nom) || est_lue(nom)));
    }
}

TEST_CASE("each of its tables can be read on both engines, under its own name") {
    std::set<std::string_view> noms, lectures;
    for (const auto& table : tables_personnelles()) {
        CAPTURE(table.nom);
        CHECK(noms.insert(table.nom).second);
        CHECK(lectures.insert(table.lecture.name).second);
    }
    storage::on_every_portail([](storage::Base& base) {
        base.read([](storage::Reader& db) {
            for (const auto& table : tables_personnelles())
                CHECK(rangees_personnelles(db, table, "personne").empty());
        });
    });
}

}  // namespace grappe::documents
