// The pool's queue and its threads.
#include "web/http/worker_pool.hpp"

#include "core/ensure.hpp"

namespace grappe::http {

WorkerPool::WorkerPool(int workers) {
    core::ensure(workers > 0, "a pool has workers");
    for (int i = 0; i < workers; ++i) threads_.emplace_back([this] { serve(); });
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
}

void WorkerPool::submit(std::vector<Work>& works) {
    const auto count = works.size();
    {
        const std::lock_guard lock{mutex_};
        for (auto& work : works) waiting_.push_back(std::move(work));
    }
    works.clear();
    if (count == 1)
        changed_.notify_one();
    else
        changed_.notify_all();
}

void WorkerPool::serve() {
    for (;;) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        const auto work = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        work();
    }
}

}  // namespace grappe::http
