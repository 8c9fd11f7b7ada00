// The numbered files and current.sql make the same database, on every engine.
#include "storage/migration.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "storage/test_bases.hpp"

namespace grappe::storage {
namespace {

const std::vector<std::string> folders{std::string{GRAPPE_ROOT} + "/schema/portail",
                                       std::string{GRAPPE_ROOT} + "/schema/dui"};

// What the engine itself says of its tables, columns, keys, checks and indexes.
constexpr Statement sqlite_catalog{"catalog.sqlite", R"(
    SELECT type || ' ' || name || ': ' || COALESCE(sql, '') AS ligne FROM sqlite_master)"};
constexpr Statement postgres_catalog{"catalog.postgres", R"(
    SELECT 'column ' || table_name || '.' || column_name || ' ' || ordinal_position || ' ' ||
           data_type || ' ' || is_nullable || ' ' || COALESCE(column_default, '') AS ligne
    FROM information_schema.columns WHERE table_schema = current_schema()
    UNION ALL
    SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
    UNION ALL
    SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = current_schema()
    UNION ALL
    SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace)"};

std::string one_space(const std::string& text) {
    std::istringstream words{text};
    std::string word;
    std::string joined;
    while (words >> word) joined += word + ' ';
    return joined;
}

std::vector<std::string> catalog(Base& base) {
    const auto& statement = base.engine() == Engine::sqlite ? sqlite_catalog : postgres_catalog;
    auto found = base.read([&](Reader& db) {
        return db.all(statement,
                      [](const Row& row) { return one_space(row.get<std::string>("ligne")); });
    });
    std::erase_if(
        found, [](const auto& line) { return line.find("schema_migration") != std::string::npos; });
    std::sort(found.begin(), found.end());
    return found;
}

std::string content_of(const std::string& path) {
    std::ifstream file{path};
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

std::vector<std::string> catalog_of_current(const std::string& folder, Engine engine) {
    const auto current = for_engine(content_of(folder + "/current.sql"), engine);
    if (engine == Engine::sqlite) {
        auto base = Base::in_memory();
        base.connection().script(current);
        return catalog(base);
    }
    auto base = std::move(Base::open(std::getenv("GRAPPE_TEST_PG"), Access::read_write)).value();
    // The same name of schema in both, since definitions name it: this one is undone at the end.
    base.connection().begin_write();
    base.connection().script(
        "DROP SCHEMA IF EXISTS essai CASCADE; CREATE SCHEMA essai;"
        "SET LOCAL search_path TO essai");
    base.connection().script(current);
    std::vector<std::string> found;
    base.connection().query(postgres_catalog, {}, [&](RowSource& row) {
        found.push_back(one_space(Row{row}.get<std::string>("ligne")));
    });
    base.connection().rollback();
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("the numbered files and current.sql make the same database") {
    for (const auto& folder : folders)
        on_every_engine([&](Base& base) {
            const auto migrations = read_migrations(folder);
            REQUIRE(migrations);
            const auto expected = catalog_of_current(folder, base.engine());
            REQUIRE(*migrate(base, *migrations) == static_cast<int>(migrations->size()));
            CHECK(catalog(base) == expected);
            CHECK(expected.size() > 5);
            CHECK(*migrate(base, *migrations) == 0);
        });
}

TEST_CASE("the tables of accounts, journal and mail are the same in both programs") {
    // From "CREATE TABLE x (" to the end of the statement.
    const auto table = [](const std::string& schema, const std::string& name) {
        const auto start = schema.find("CREATE TABLE " + name + " (");
        return start == schema.npos ? name + " is not there"
                                    : schema.substr(start, schema.find(");\n", start) - start);
    };
    const auto portail = content_of(folders[0] + "/current.sql");
    const auto dui = content_of(folders[1] + "/current.sql");
    for (const auto* name :
         {"compte", "inscription", "jeton", "second_facteur", "coffre", "session_ouverte",
          "tentative", "courrier", "courrier_preference", "courrier_resume", "journal",
          "journal_tete", "lien_openid", "redite"}) {
        CAPTURE(name);
        CHECK(table(portail, name).size() > 40);
        CHECK(table(portail, name) == table(dui, name));
    }
}

TEST_CASE("only the two portable column types are used") {
    for (const auto& folder : folders) {
        const auto current = content_of(folder + "/current.sql");
        REQUIRE_FALSE(current.empty());
        for (const auto* type : {"INTEGER", "REAL", "VARCHAR", "BOOLEAN", "TIMESTAMP", "SERIAL"})
            CHECK(current.find(type) == std::string::npos);
    }
}

TEST_CASE("a database of a later program is refused, and a failed migration leaves nothing") {
    on_every_engine([](Base& base) {
        const std::vector<Migration> two{{1, "0001-a", "CREATE TABLE a (x BIGINT)"},
                                         {2, "0002-b", "CREATE TABLE b (x BIGINT)"}};
        const std::vector<Migration> broken{{1, "0001-a", "CREATE TABLE a (x BIGINT)"},
                                            {2, "0002-b", "CREATE TABLE a (x BIGINT)"}};
        CHECK_THROWS_AS((void)migrate(base, broken), Failure);
        CHECK(catalog(base).empty());
        CHECK_FALSE(has_schema(base));
        CHECK(*migrate(base, two) == 2);
        CHECK(has_schema(base));
        CHECK(migrate(base, {two.front()}).error().code == "schema.plus_recent");
    });
}

TEST_CASE("the database of one program is refused by the other, and left as it was") {
    on_every_engine([](Base& base) {
        const auto portail = read_migrations(folders[0]).value();
        const auto dui = read_migrations(folders[1]).value();
        REQUIRE(migrate(base, dui));
        const auto before = catalog(base);
        CHECK(migrate(base, portail).error().code == "schema.autre_programme");
        CHECK(catalog(base) == before);
        CHECK(*migrate(base, dui) == 0);
    });
    on_every_engine([](Base& base) {
        REQUIRE(migrate(base, read_migrations(folders[0]).value()));
        CHECK(migrate(base, read_migrations(folders[1]).value()).error().code ==
              "schema.autre_programme");
    });
}

TEST_CASE("a database that lacks nothing is opened while somebody writes in it") {
    const auto path = std::filesystem::temp_directory_path() / "grappe-migration-lecteur.sqlite";
    std::filesystem::remove(path);
    const auto migrations = read_migrations(folders[1]).value();
    auto writer = std::move(Base::open("sqlite:" + path.string(), Access::read_write)).value();
    REQUIRE(migrate(writer, migrations));
    auto reader = std::move(Base::open("sqlite:" + path.string(), Access::read_write)).value();
    writer.connection().begin_write();
    reader.connection().script("PRAGMA busy_timeout = 0");  // it would wait ten seconds, and fail
    CHECK(*migrate(reader, migrations) == 0);
    writer.connection().rollback();
    std::filesystem::remove(path);
}

TEST_CASE("the files must be numbered without a hole") {
    const auto path = std::filesystem::temp_directory_path() / "grappe-migration-essai";
    std::filesystem::remove_all(path);
    std::filesystem::create_directory(path);
    CHECK(read_migrations(path.string()).error().code == "schema.illisible");
    std::ofstream{path / "0002-b.sql"} << "SELECT 1";
    CHECK(read_migrations(path.string()).error().code == "schema.trou");
    std::ofstream{path / "0001-a.sql"} << "SELECT 1";
    std::ofstream{path / "current.sql"} << "SELECT 1";
    CHECK(read_migrations(path.string())->size() == 2);
    std::filesystem::remove_all(path);
}

}  // namespace grappe::storage
