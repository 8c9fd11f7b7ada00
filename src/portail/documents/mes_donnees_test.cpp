// A person's own export forgets no table: read from the schema itself.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
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

std::string schema() {
    std::ifstream lu{std::string{GRAPPE_ROOT} + "/schema/portail/current.sql"};
    return {std::istreambuf_iterator<char>{lu}, {}};
}

// Tables with a column that says who: it refers to an account, or has the name of an author.
std::set<std::string> qui_connaissent_un_compte(const std::string& sql) {
    static const std::regex table{R"(CREATE TABLE (\w+) \(([^;]*)\);)"};
    static const std::regex auteur{
        R"(REFERENCES compte|\n {4}(par|compte|acteur|membre|instructeur|\w+_par) TEXT)"};
    std::set<std::string> noms;
    for (std::sregex_iterator une{sql.begin(), sql.end(), table}, fin; une != fin; ++une) {
        const auto corps = (*une)[2].str();
        if (std::regex_search(corps, auteur)) noms.insert((*une)[1].str());
    }
    return noms;
}

bool est_lue(const std::string& nom) {
    const std::regex mention{R"(\b(FROM|JOIN)\s+)" + nom + R"(\b)"};
    const auto& tables = tables_personnelles();
    return std::any_of(tables.begin(), tables.end(), [&](const auto& une) {
        return std::regex_search(std::string{une.lecture.sql}, mention);
    });
}

}  // namespace

TEST_CASE("every table that knows an account is in a person's own export, or is left out by name") {
    const auto connues = qui_connaissent_un_compte(schema());
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
