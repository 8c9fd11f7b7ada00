// Rounds: who asks during one is served by the next, and a failure is told from its round on.
#include "storage/flusher.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <semaphore>

#include "storage/statement.hpp"

namespace grappe::storage {

TEST_CASE("what is asked during a round goes with the next one, all together") {
    std::atomic<int> rounds = 0;
    std::counting_semaphore<> begun{0}, go_on{0};
    Flusher flusher{[&] {
        ++rounds;
        begun.release();
        go_on.acquire();
        return true;
    }};
    const auto first = flusher.ask();
    begun.acquire();  // under way: what comes now may have been passed
    const auto second = flusher.ask(), third = flusher.ask();
    CHECK(second == third);
    CHECK(second != first);
    go_on.release();
    flusher.wait(first);
    begun.acquire();
    go_on.release();
    flusher.wait(third);
    flusher.wait(second);
    CHECK(rounds == 2);
}

TEST_CASE("after a failure of the disk no later round is believed, and the earlier ones stand") {
    std::atomic<bool> works = true;
    Flusher flusher{[&] { return works.load(); }};
    const auto kept = flusher.ask();
    CHECK_NOTHROW(flusher.wait(kept));
    works = false;
    const auto lost = flusher.ask();
    CHECK_THROWS_AS(flusher.wait(lost), Failure);
    works = true;
    CHECK_THROWS_AS(flusher.wait(flusher.ask()), Failure);
    CHECK_NOTHROW(flusher.wait(kept));
}

TEST_CASE("what was asked is done before the end") {
    std::atomic<int> rounds = 0;
    {
        Flusher flusher{[&] { return ++rounds > 0; }};
        flusher.ask();
    }
    CHECK(rounds == 1);
}

}  // namespace grappe::storage
