// Rounds of a flusher.
#include "storage/flusher.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

#include "storage/statement.hpp"

namespace grappe::storage {

bool flush_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool flushed = ::fdatasync(file) == 0;
    ::close(file);
    return flushed;
}

Flusher::Flusher(std::function<bool()> flush)
    : flush_{std::move(flush)}, thread_{[this] { serve(); }} {}

Flusher::~Flusher() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    asked_.notify_one();
    thread_.join();
}

Flusher::Round Flusher::ask() {
    const std::lock_guard lock{mutex_};
    wanted_ = begun_ + 1;  // the round under way may have passed what was just committed
    if (begun_ == done_) asked_.notify_one();
    return wanted_;
}

void Flusher::wait(Round round) {
    std::unique_lock lock{mutex_};
    over_[round % 2].wait(lock, [&] { return done_ >= round; });
    if (first_failed_ && round >= *first_failed_)
        throw Failure{"the disk did not take what was committed"};
}

void Flusher::serve() {
    std::unique_lock lock{mutex_};
    for (;;) {
        asked_.wait(lock, [this] { return ending_ || wanted_ > done_; });
        if (wanted_ == done_) return;
        begun_ = wanted_;
        lock.unlock();
        const bool flushed = flush_();
        lock.lock();
        if (!flushed && !first_failed_) first_failed_ = begun_;
        done_ = begun_;
        over_[done_ % 2].notify_all();
    }
}

}  // namespace grappe::storage
