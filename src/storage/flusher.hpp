// Flusher: a thread that brings to the disk what the connections of one process commit, in rounds:
// all that is committed during a round goes with the next one. Who asks goes on with its work and
// waits at the end.
#pragma once

#include <array>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "storage/connection.hpp"

namespace grappe::storage {

// False: the disk did not take it. The file is opened each time: a write-ahead log goes with the
// last connection, and another one comes with the next.
bool flush_file(const std::string& path);

class Flusher {
public:
    // `flush` answers whether all that was written is on the disk.
    explicit Flusher(std::function<bool()> flush);
    ~Flusher();  // after what was asked
    Flusher(const Flusher&) = delete;
    Flusher& operator=(const Flusher&) = delete;

    // Writers of one process take turns here: SQLite has one writer at a time, and who finds the
    // place taken there sleeps and asks again. Held from the beginning of a transaction to its
    // commit, not while the disk takes it. They write through one connection, which knows its own
    // pages: another one's are read again after each write that is not its.
    struct Turn {
        std::mutex mutex{};
        std::unique_ptr<Connection> writer{};  // null until somebody writes, or after a failure
    };
    Turn& turn() { return turn_; }

    using Round = std::uint64_t;

    // The round that takes all that was committed before this call.
    Round ask();
    // Until that round is over. Failure: the disk did not take it, or not one before it. The system
    // forgets what it could not write and says that the next flush went well; what stands behind a
    // hole in the log is lost with it, so nothing is believed any more until the base is opened
    // anew.
    void wait(Round round);

private:
    void serve();

    std::function<bool()> flush_;
    Turn turn_{};
    std::mutex mutex_;
    std::condition_variable asked_;
    std::array<std::condition_variable, 2> over_;  // those of the next round sleep on
    Round wanted_ = 0, begun_ = 0, done_ = 0;      // begun_ is done_, or the next
    std::optional<Round> first_failed_{};
    bool ending_ = false;
    std::thread thread_;  // last: it uses the rest
};

}  // namespace grappe::storage
