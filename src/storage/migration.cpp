// Reading and applying of the numbered schema files.
#include "storage/migration.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/integer.hpp"

namespace grappe::storage {
namespace {

constexpr const char* create_table = R"(
    CREATE TABLE IF NOT EXISTS schema_migration (
        numero BIGINT PRIMARY KEY,
        nom TEXT NOT NULL
    ))";
constexpr Statement find_last{"schema_migration.last",
                              "SELECT COALESCE(MAX(numero), 0) AS dernier FROM schema_migration"};
constexpr Statement find_name{"schema_migration.name",
                              "SELECT nom FROM schema_migration WHERE numero = $1"};
constexpr Statement find_table_sqlite{
    "schema_migration.table_sqlite",
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'"};
constexpr Statement find_table_postgres{"schema_migration.table_postgres", R"(
    SELECT table_name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_name = 'schema_migration')"};
constexpr Statement insert_one{"schema_migration.insert",
                               "INSERT INTO schema_migration (numero, nom) VALUES ($1, $2)"};

// The two programs' schemas are told apart by the names of their files.
bool is_of_these(Reader& db, int last, const std::vector<Migration>& migrations) {
    if (last == 0) return true;
    const auto common = std::min(static_cast<std::size_t>(last), migrations.size());
    return db.one(
               find_name, [](const Row& row) { return row.get<std::string>("nom"); },
               static_cast<int>(common)) == migrations[common - 1].name;
}

// The number of the last one applied, 0: none; the refusals of `migrate`.
core::Result<int> last_of(Reader& db, const std::vector<Migration>& migrations) {
    const auto last = *db.one(find_last, [](const Row& row) { return row.get<int>("dernier"); });
    if (!is_of_these(db, last, migrations))
        return core::refuse(core::Reason::conflict, "schema.autre_programme");
    if (last > static_cast<int>(migrations.size()))
        return core::refuse(core::Reason::conflict, "schema.plus_recent", std::to_string(last));
    return last;
}

// The number of "0001-registre.sql"; other files ("current.sql") have none.
int number_of(const std::string& file_name) {
    constexpr std::size_t digits = 4;
    if (file_name.size() <= digits || file_name[digits] != '-') return 0;
    return core::integer<int>(std::string_view{file_name}.substr(0, digits)).value_or(0);
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

}  // namespace

core::Result<std::vector<Migration>> read_migrations(const std::string& folder) {
    std::error_code error;
    std::vector<Migration> found;
    for (const auto& entry : std::filesystem::directory_iterator{folder, error}) {
        const auto name = entry.path().filename().string();
        const int number = number_of(name);
        if (number == 0 || entry.path().extension() != ".sql") continue;
        found.push_back({number, entry.path().stem().string(), content_of(entry.path())});
    }
    if (error || found.empty())
        return core::refuse(core::Reason::not_found, "schema.illisible", folder);
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    for (std::size_t n = 0; n < found.size(); ++n)
        if (found[n].number != static_cast<int>(n) + 1)
            return core::refuse(core::Reason::invalid, "schema.trou", found[n].name);
    return found;
}

std::string for_engine(std::string_view sql, Engine engine) {
    std::string kept;
    bool keeps = true;
    while (!sql.empty()) {
        const auto end = std::min(sql.find('\n'), sql.size() - 1) + 1;
        const auto line = sql.substr(0, end);
        sql.remove_prefix(end);
        if (line == "-- sqlite only\n") keeps = engine == Engine::sqlite;
        if (line == "-- postgresql only\n") keeps = engine == Engine::postgres;
        if (line == "-- both\n") keeps = true;
        if (keeps) kept += line;
    }
    return kept;
}

bool has_schema(Base& base) {
    const auto& question =
        base.engine() == Engine::sqlite ? find_table_sqlite : find_table_postgres;
    return base.read([&](Reader& db) {
        return db.one(question, [](const Row&) { return true; }).value_or(false);
    });
}

core::Result<int> migrate(Base& base, const std::vector<Migration>& migrations) {
    // A base that lacks nothing is only read: its reader waits for no writer.
    if (has_schema(base)) {
        const auto last = base.read([&](Reader& db) { return last_of(db, migrations); });
        if (!last) return last.error();
        if (*last == static_cast<int>(migrations.size())) return 0;
    }
    return base.write([&](Writer& db) -> core::Result<int> {
        db.script(create_table);
        const auto last = last_of(db, migrations);
        if (!last) return last.error();
        int applied = 0;
        for (const auto& migration : migrations) {
            if (migration.number <= *last) continue;
            db.script(for_engine(migration.sql, base.engine()));
            db.run(insert_one, migration.number, migration.name);
            ++applied;
        }
        return applied;
    });
}

}  // namespace grappe::storage
