// A few threads that run plain synchronous work, so that the I/O thread never waits.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace grappe::http {

class WorkerPool {
public:
    explicit WorkerPool(int workers);
    ~WorkerPool();  // runs what was submitted, then ends
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    using Work = std::function<void()>;

    // Takes the works away, waking the threads once for all of them. A work must not throw.
    void submit(std::vector<Work>& works);

private:
    void serve();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> waiting_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace grappe::http
