// Connections lent, and a role that one holder has.
#include "storage/pool.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "storage/exclusive.hpp"

namespace grappe::storage {
namespace {

namespace fs = std::filesystem;

constexpr Statement insert{"pool.insert", "INSERT INTO bassin (rang) VALUES ($1)"};
constexpr Statement count{"pool.count", "SELECT COUNT(*) AS rang FROM bassin"};
constexpr Statement largest{"pool.largest", "SELECT MAX(rang) AS rang FROM bassin"};
constexpr Statement replace{"pool.replace", "UPDATE bassin SET rang = $1"};

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

// As the journal does: read, decide, write what was read.
core::Result<void> advance(Base& base) {
    return base.write([&](Writer& db) -> core::Result<void> {
        const auto rang = *db.one(largest, [](const Row& row) { return row.get<int>("rang"); });
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
        db.run(replace, rang + 1);
        return {};
    });
}

int read_int(Pool& pool, const Statement& question) {
    return pool.with([&](Base& base) {
        return base.read([&](Reader& db) {
            return *db.one(question, [](const Row& row) { return row.get<int>("rang"); });
        });
    });
}

// A pool of each engine over a table of that content.
template <class Body>
void on_a_table(const std::string& content, const Body& body) {
    const Addresses addresses;
    for (const auto& url : addresses.urls) {
        CAPTURE(url);
        const auto pool = Pool::open(url, Access::read_write);
        auto& shared = **pool;
        shared.with([&](Base& base) {
            base.connection().script(
                "DROP TABLE IF EXISTS bassin; CREATE TABLE bassin (rang BIGINT PRIMARY KEY);" +
                content);
        });
        body(shared);
        shared.with([](Base& base) { base.connection().script("DROP TABLE bassin"); });
    }
}

}  // namespace

TEST_CASE("many threads write through one pool and lose nothing") {
    on_a_table("", [](Pool& shared) {
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&shared, thread] {
                for (int n = 0; n < 25; ++n)
                    shared.with([&](Base& base) { (void)add(base, thread * 100 + n); });
            });
        for (auto& thread : threads) thread.join();
        CHECK(read_int(shared, count) == 100);
    });
}

TEST_CASE("writes of the same row by many threads are all done: none is refused for the others") {
    on_a_table("INSERT INTO bassin VALUES (0)", [](Pool& shared) {
        constexpr int together = 24, times = 10;
        std::atomic<int> failed = 0;
        std::vector<std::thread> threads;
        for (int thread = 0; thread < together; ++thread)
            threads.emplace_back([&] {
                for (int n = 0; n < times; ++n) try {
                        shared.with([&](Base& base) { (void)advance(base); });
                    } catch (const Conflict&) {
                        ++failed;
                    }
            });
        for (auto& thread : threads) thread.join();
        CHECK(failed == 0);
        CHECK(read_int(shared, largest) == together * times);
    });
}

TEST_CASE("what is written soon is seen at once, and a refusal undoes it as any write") {
    on_a_table("", [](Pool& shared) {
        shared.with([&](Base& base) {
            const auto soon = [&](int rang, bool refused) {
                return base.write_soon([&](Writer& db) -> core::Result<void> {
                    db.run(insert, rang);
                    if (refused) return core::refuse(core::Reason::conflict, "essai");
                    return {};
                });
            };
            CHECK(soon(1, false));
            CHECK_FALSE(soon(2, true));
            CHECK(read_int(shared, count) == 1);  // by another connection
            CHECK(soon(3, false));
            CHECK(add(base, 4));
        });
        CHECK(read_int(shared, count) == 3);
        CHECK(read_int(shared, largest) == 4);
    });
}

TEST_CASE(
    "a write that fails or is refused among others leaves nothing, and holds up none of them") {
    on_a_table("", [](Pool& shared) {
        constexpr int each = 24;
        const auto write = [&shared](int rang) {
            shared.with([&](Base& base) {
                (void)base.write([&](Writer& db) -> core::Result<void> {
                    db.run(insert, rang);
                    if (rang % 3 == 1) throw Failure{"essai"};
                    if (rang % 3 == 2) return core::refuse(core::Reason::conflict, "essai");
                    return {};
                });
            });
        };
        std::atomic<int> failed = 0;
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&, thread] {
                for (int n = 0; n < each; ++n) try {
                        write(thread * each + n);
                    } catch (const Failure&) {
                        ++failed;
                    }
            });
        for (auto& thread : threads) thread.join();
        CHECK(failed == 4 * each / 3);
        CHECK(read_int(shared, count) == 4 * each / 3);
        shared.with([](Base& base) { CHECK(add(base, 4 * each)); });
    });
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
