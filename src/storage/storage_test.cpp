// Reader, Writer, transactions and bulk inserts, on every engine.
#include <doctest/doctest.h>

#include <filesystem>
#include <limits>

#include "core/date.hpp"
#include "core/money.hpp"
#include "storage/address.hpp"
#include "storage/test_bases.hpp"

namespace grappe::storage {
namespace {

constexpr const char* schema = "CREATE TABLE essai (cle TEXT PRIMARY KEY, nombre BIGINT)";
constexpr Statement insert{"essai.insert", "INSERT INTO essai (nombre, cle) VALUES ($2, $1)"};
constexpr Statement all{"essai.all", "SELECT cle, nombre FROM essai ORDER BY cle"};
constexpr Statement count{"essai.count", "SELECT COUNT(*) AS combien FROM essai"};
constexpr Statement update{"essai.update", "UPDATE essai SET nombre = $2 WHERE cle = $1"};

struct Line {
    std::string cle;
    std::optional<std::int64_t> nombre;
    bool operator==(const Line&) const = default;
};

Line read_line(const Row& row) {
    // Out of the order of the select, on purpose.
    auto nombre = row.get<std::optional<std::int64_t>>("nombre");
    return {.cle = row.get<std::string>("cle"), .nombre = nombre};
}

std::vector<Line> lines(Base& base) {
    return base.read([](Reader& db) { return db.all(all, read_line); });
}

core::Result<void> add(Base& base, const std::string& cle, std::optional<std::int64_t> nombre) {
    return base.write([&](Writer& db) -> core::Result<void> {
        db.run(insert, cle, nombre);
        return {};
    });
}

}  // namespace

TEST_CASE("values are bound by the number of their parameter and read by column name") {
    on_every_engine([](Base& base) {
        base.connection().script(schema);
        REQUIRE(add(base, "é\t\n\\ 'x'", std::numeric_limits<std::int64_t>::min()));
        REQUIRE(add(base, "", std::nullopt));
        CHECK(lines(base) ==
              std::vector<Line>{{"", std::nullopt},
                                {"é\t\n\\ 'x'", std::numeric_limits<std::int64_t>::min()}});
        const auto changed = base.write([](Writer& db) -> core::Result<std::int64_t> {
            return db.run(update, "absent", 1) * 10 + db.run(update, "", 7);
        });
        CHECK(*changed == 1);
        CHECK(lines(base).front().nombre == 7);
    });
}

TEST_CASE("a refusal and an exception roll back") {
    on_every_engine([](Base& base) {
        base.connection().script(schema);
        const auto refused = base.write([](Writer& db) -> core::Result<void> {
            db.run(insert, "a", 1);
            return core::refuse(core::Reason::conflict, "essai.non");
        });
        CHECK(refused.error().code == "essai.non");
        CHECK_THROWS_AS((void)base.write([](Writer& db) -> core::Result<void> {
            db.run(insert, "a", 1);
            db.run(insert, "a", 2);  // twice the same key
            return {};
        }),
                        Failure);
        CHECK(lines(base).empty());
        REQUIRE(add(base, "b", 2));
        CHECK(lines(base).size() == 1);
    });
}

TEST_CASE("a bulk insert keeps every byte, and nothing of it stays when it is abandoned") {
    on_every_engine([](Base& base) {
        base.connection().script(schema);
        constexpr std::array<std::string_view, 2> columns{"nombre", "cle"};
        const BulkTable table{"essai", columns};
        CHECK_THROWS((void)base.write([&](Writer& db) -> core::Result<void> {
            auto bulk = db.bulk(table);
            bulk.add(1, "perdu");
            throw std::runtime_error{"stop"};
        }));
        CHECK(lines(base).empty());
        const std::vector<std::string> odd{"a\tb", "a\nb", "a\\b", "\\N", "a\rb", "é\"'", ""};
        const auto done = base.write([&](Writer& db) -> core::Result<void> {
            auto bulk = db.bulk(table);
            for (const auto& text : odd) bulk.add(std::optional<int>{}, text);
            for (int n = 0; n < 20'000; ++n) bulk.add(n, "cle " + std::to_string(n));
            bulk.finish();
            return {};
        });
        REQUIRE(done);
        const auto found = lines(base);
        CHECK(found.size() == 20'000 + odd.size());
        for (const auto& text : odd)
            CHECK(std::find(found.begin(), found.end(), Line{text, std::nullopt}) != found.end());
    });
}

TEST_CASE("a query interrupted by an exception leaves the connection usable") {
    on_every_engine([](Base& base) {
        base.connection().script(schema);
        for (int n = 0; n < 10; ++n) REQUIRE(add(base, std::to_string(n), n));
        const auto stop = [](const Row&) { throw std::runtime_error{"stop"}; };
        CHECK_THROWS(base.read([&](Reader& db) {
            db.each(all, stop);
            return 0;
        }));
        CHECK(lines(base).size() == 10);
    });
}

TEST_CASE("domain types travel as text or integer, and an unreadable one is a failure") {
    on_every_engine([](Base& base) {
        base.connection().script(schema);
        const auto jour = *core::Date::parse("2024-05-24");
        REQUIRE(base.write([&](Writer& db) -> core::Result<void> {
            db.run(insert, jour, core::Money::cents(1'234));
            db.run(insert, "pas une date", 3);
            return {};
        }));
        std::vector<core::Date> dates;
        CHECK_THROWS_AS(base.read([&](Reader& db) {
            db.each(all, [&](const Row& row) {
                dates.push_back(row.get<core::Date>("cle"));
                CHECK(row.get<core::Money>("nombre") == core::Money::cents(1'234));
            });
            return 0;
        }),
                        Failure);
        CHECK(dates == std::vector{jour});
        CHECK_THROWS_AS(base.read([&](Reader& db) {
            return db.all(all, [](const Row& row) { return row.get<int>("inconnue"); });
        }),
                        Failure);
    });
}

TEST_CASE("a text with a NUL byte is a failure, not a cut text") {
    on_every_engine([](Base& base) {
        base.connection().script(schema);
        CHECK_THROWS_AS((void)add(base, std::string{"a\0b", 3}, 1), Failure);
        CHECK(lines(base).empty());
    });
}

TEST_CASE("a second writer waits for the first, and a reader sees one state") {
    const auto path = std::filesystem::temp_directory_path() / "grappe-storage-essai.sqlite";
    const auto remove = [&] {
        for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
    };
    remove();
    {
        auto first = std::move(Base::open("sqlite:" + path.string(), Access::read_write)).value();
        first.connection().script(schema);
        auto second = std::move(Base::open(path.string(), Access::read_only)).value();
        const auto seen = second.read([&](Reader& db) {
            const auto combien = [&] {
                return *db.one(count, [](const Row& row) { return row.get<int>("combien"); });
            };
            const int before = combien();
            REQUIRE(add(first, "a", 1));
            return std::pair{before, combien()};
        });
        CHECK(seen == std::pair{0, 0});
        CHECK(lines(second).size() == 1);
        CHECK_THROWS_AS((void)add(second, "b", 1), Failure);
    }
    remove();
    CHECK(Base::open("sqlite:" + path.string(), Access::read_only).error().code == "base.absente");
}

TEST_CASE("an address says its engine") {
    CHECK(parse_address("postgresql://x/y").engine == Engine::postgres);
    CHECK(parse_address("postgres://x/y").engine == Engine::postgres);
    CHECK(parse_address("sqlite:/a/b").target == "/a/b");
    CHECK(parse_address("a/b.sqlite").target == "a/b.sqlite");
}

TEST_CASE("an address of an unknown scheme is no path") {
    struct Case {
        const char* url;
        const char* scheme;
    };
    for (const auto& [url, scheme] :
         {Case{"mysql://x", "mysql"}, Case{"oracle:x", "oracle"}, Case{"Sqlite:x", "Sqlite"},
          Case{"sqlite:/a/b", ""}, Case{"postgres://x", ""}, Case{"/a/b:c", ""},
          Case{"./mysql:x", ""}, Case{":memory:", ""}, Case{"C:base", ""}, Case{"base", ""}}) {
        CAPTURE(url);
        CHECK(unknown_scheme(url) == scheme);
    }
    const auto refused = Base::open("mysql://x", Access::read_write);
    REQUIRE(!refused);
    CHECK(refused.error().code == "base.adresse");
    CHECK(refused.error().detail == "mysql");
}

}  // namespace grappe::storage
