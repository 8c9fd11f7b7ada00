// Keeper: a thread that does the rounds of one role over a database, in one process at a time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "storage/base.hpp"

namespace grappe::storage {

struct Rounds {
    std::string url;   // of the database
    std::string role;  // of storage::Exclusive
    std::chrono::milliseconds pause;
    std::function<void(Base&)> round;
    // What went wrong, once until it is something else.
    std::function<void(const std::string& fault)> journal;
};

// A database that is lost for a while, or a role that another process has, is asked again.
class Keeper {
public:
    explicit Keeper(Rounds rounds);
    ~Keeper();  // ends the round under way
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

private:
    void serve();
    void serve_base();
    bool wait();  // false: it is time to end

    Rounds rounds_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool ending_ = false;
    std::thread thread_;
};

// True at first, then once each `period`: for what a round does not do each time.
class Every {
public:
    explicit Every(std::chrono::seconds period) : period_{period} {}
    bool due() {
        const auto now = std::chrono::steady_clock::now();
        if (now < next_) return false;
        next_ = now + period_;
        return true;
    }

private:
    std::chrono::seconds period_;
    std::chrono::steady_clock::time_point next_{};
};

}  // namespace grappe::storage
