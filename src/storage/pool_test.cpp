// Connections lent, and a role that one holder has.
#include "storage/pool.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include "storage/exclusive.hpp"

namespace grappe::storage {
namespace {

namespace fs = std::filesystem;

constexpr Statement insert{"pool.insert", "INSERT INTO bassin (rang) VALUES ($1)"};
constexpr Statement count{"pool.count", "SELECT COUNT(*) AS combien FROM bassin"};

// The addresses of empty databases, one an engine at hand.
struct Addresses {
    fs::path folder{fs::temp_directory_path() / ("grappe-pool-" + std::to_string(getpid()))};
    std::vector<std::string> urls;
    Addresses() {
        fs::create_directories(folder);
        urls.push_back("sqlite:" + (folder / "essai.sqlite").string());
        if (const char* url = std::getenv("GRAPPE_TEST_PG")) urls.emplace_back(url);
    }
    ~Addresses() { fs::remove_all(folder); }
    Addresses(const Addresses&) = delete;
    Addresses& operator=(const Addresses&) = delete;
};

core::Result<void> add(Base& base, int rang) {
    return base.write([&](Writer& db) -> core::Result<void> {
        db.run(insert, rang);
        return {};
    });
}

}  // namespace

TEST_CASE("many threads write through one pool and lose nothing") {
    const Addresses addresses;
    for (const auto& url : addresses.urls) {
        CAPTURE(url);
        const auto pool = Pool::open(url, Access::read_write);
        auto& shared = **pool;
        shared.with([](Base& base) {
            base.connection().script(
                "DROP TABLE IF EXISTS bassin; CREATE TABLE bassin (rang BIGINT PRIMARY KEY)");
        });
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&shared, thread] {
                for (int n = 0; n < 25; ++n)
                    shared.with([&](Base& base) { (void)add(base, thread * 100 + n); });
            });
        for (auto& thread : threads) thread.join();
        const auto found = shared.with([](Base& base) {
            return base.read([](Reader& db) {
                return *db.one(count, [](const Row& row) { return row.get<int>("combien"); });
            });
        });
        CHECK(found == 100);
        shared.with([](Base& base) { base.connection().script("DROP TABLE bassin"); });
    }
}

TEST_CASE("a role has one holder until it lets go") {
    const Addresses addresses;
    for (const auto& url : addresses.urls) {
        CAPTURE(url);
        auto first = Exclusive::take(url, "facteur");
        REQUIRE(first);
        CHECK(Exclusive::take(url, "facteur") == nullptr);
        CHECK(Exclusive::take(url, "autre") != nullptr);
        first.reset();
        CHECK(Exclusive::take(url, "facteur") != nullptr);
    }
}

}  // namespace grappe::storage
