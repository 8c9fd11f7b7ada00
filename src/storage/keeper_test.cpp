// The thread of a role: its rounds, one process, faults said once.
#include "storage/keeper.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "storage/exclusive.hpp"

namespace grappe::storage {
namespace {

using namespace std::chrono_literals;

struct Place {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("keeper-" + std::to_string(getpid()));
    std::string url = "sqlite:" + (path / "base.sqlite").string();
    Place() { std::filesystem::create_directories(path); }
    ~Place() { std::filesystem::remove_all(path); }
};

template <class Condition>
bool becomes(Condition condition) {
    for (int tries = 0; tries < 500 && !condition(); ++tries) std::this_thread::sleep_for(10ms);
    return condition();
}

}  // namespace

TEST_CASE("rounds go on after a fault, which is told once until it is another one") {
    const Place place;
    std::atomic<int> rounds = 0, faults = 0;
    {
        const Keeper keeper{{.url = place.url,
                             .role = "essai",
                             .pause = 1ms,
                             .round =
                                 [&](Base&) {
                                     ++rounds;
                                     throw std::runtime_error{rounds < 5 ? "one" : "other"};
                                 },
                             .journal = [&](const std::string&) { ++faults; }}};
        CHECK(becomes([&] { return rounds >= 10; }));
    }
    const int done = rounds;
    CHECK(faults == 2);
    std::this_thread::sleep_for(20ms);
    CHECK(rounds == done);  // its end is the end
}

TEST_CASE("nobody does the rounds of a role that another one has") {
    const Place place;
    std::atomic<int> rounds = 0;
    auto role = Exclusive::take(place.url, "essai");
    REQUIRE(role);
    const Keeper keeper{{.url = place.url,
                         .role = "essai",
                         .pause = 1ms,
                         .round = [&](Base&) { ++rounds; },
                         .journal = [](const std::string&) {}}};
    std::this_thread::sleep_for(50ms);
    CHECK(rounds == 0);
    role.reset();
    CHECK(becomes([&] { return rounds > 0; }));
}

TEST_CASE("what is due each so often is due at first, then not at once") {
    Every every{3600s};
    CHECK(every.due());
    CHECK_FALSE(every.due());
}

}  // namespace grappe::storage
