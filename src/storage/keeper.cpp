// The thread of a role.
#include "storage/keeper.hpp"

#include <pthread.h>

#include <csignal>

#include "storage/exclusive.hpp"

namespace grappe::storage {

Keeper::Keeper(Rounds rounds) : rounds_{std::move(rounds)}, thread_{[this] { serve(); }} {}

Keeper::~Keeper() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

bool Keeper::wait() {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, rounds_.pause, [this] { return ending_; });
    return !ending_;
}

void Keeper::serve() {
    sigset_t broken_pipes;
    sigemptyset(&broken_pipes);
    sigaddset(&broken_pipes, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipes, nullptr);
    std::string last;
    do {
        try {
            serve_base();
        } catch (const std::exception& failure) {
            if (last != failure.what()) rounds_.journal(last = failure.what());
        }
    } while (wait());
}

void Keeper::serve_base() {
    const auto role = Exclusive::take(rounds_.url, rounds_.role);
    if (!role) return;
    auto base = Base::open(rounds_.url, Access::read_write);
    if (!base) return;
    auto opened = std::move(base).value();
    do rounds_.round(opened);
    while (wait());
}

}  // namespace grappe::storage
