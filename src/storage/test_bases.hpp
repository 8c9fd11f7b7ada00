// For tests: the same test on an empty database of every engine at hand.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <functional>
#include <string>

#include "storage/base.hpp"
#include "storage/migration.hpp"

namespace grappe::storage {

// SQLite always; PostgreSQL when GRAPPE_TEST_PG holds the URL of a throw-away cluster.
inline void on_every_engine(const std::function<void(Base&)>& test) {
    SUBCASE("on SQLite") {
        auto base = Base::in_memory();
        test(base);
    }
    const char* url = std::getenv("GRAPPE_TEST_PG");
    if (url == nullptr) return;
    SUBCASE("on PostgreSQL") {
        auto opened = Base::open(url, Access::read_write);
        auto base = std::move(opened).value();
        // A private schema that only this connection sees, gone when it closes.
        base.connection().script(
            "DROP SCHEMA IF EXISTS essai CASCADE; CREATE SCHEMA essai;"
            "SET search_path TO essai");
        test(base);
        base.connection().script("DROP SCHEMA essai CASCADE");
    }
}

// The same, with the tables of a program: "portail" or "dui".
inline void on_every_engine_with(const std::string& schema,
                                 const std::function<void(Base&)>& test) {
    on_every_engine([&](Base& base) {
        const auto migrations =
            read_migrations(std::string{GRAPPE_ROOT} + "/schema/" + schema).value();
        REQUIRE(migrate(base, migrations));
        test(base);
    });
}

inline void on_every_portail(const std::function<void(Base&)>& test) {
    on_every_engine_with("portail", test);
}

inline void on_every_dui(const std::function<void(Base&)>& test) {
    on_every_engine_with("dui", test);
}

}  // namespace grappe::storage
