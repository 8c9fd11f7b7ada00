// One connection: reads a request, has it answered, writes the answer, begins again.
#pragma once

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "web/http/exchange.hpp"
#include "web/http/worker_pool.hpp"

namespace grappe::http {

class Connection;

// Passes connections between the I/O thread and the workers, many at a time: waking a thread costs
// more than a small request.
class Exchanger {
public:
    Exchanger(boost::asio::io_context& io, WorkerPool& pool) : io_{io}, pool_{pool} {}

    void to_workers(Connection& connection);    // on the I/O thread
    void to_io_thread(Connection& connection);  // on a worker

private:
    void hand_over();
    void take_back();

    boost::asio::io_context& io_;
    WorkerPool& pool_;
    std::vector<WorkerPool::Work> ready_;  // since the last turn of the I/O thread's loop
    std::mutex mutex_;
    std::vector<Connection*> answered_;
};

// What bodies were promised, by all connections of a server.
struct Budget {
    std::atomic<std::size_t> buffered{0};
    std::atomic<std::size_t> streamed{0};
};

// What the connections of one I/O thread share. Used by that thread only, constant, or atomic.
struct Hub {
    const Routes& routes;
    const Limits& limits;
    const Journal& journal;
    Budget& budget;
    Exchanger& exchanger;
    std::span<char> read_buffer;            // one for all: a read is used up before the next
    std::function<void(Connection&)> gone;  // destroys the connection
    std::atomic<bool> stopping{false};
};

// Exactly one operation is under way at any time: a wait, a write or a job. The end of a connection
// is decided by the completion of that operation, so nothing outlives what it uses.
class Connection {
public:
    using Clock = std::chrono::steady_clock;

    Connection(Hub& hub, boost::asio::ip::tcp::socket socket);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start() { wait_for_bytes(); }
    void tick(Clock::time_point now);  // looks at the deadline
    void work();                       // on a worker: has the request answered
    void write();                      // sends the answer, then begins again
    void close_if_idle();              // to make room
    void begin_stop();                 // an idle connection may still ask once
    bool idle() const { return phase_ == Phase::reading && !abandoned_ && reader_.untouched(); }
    Clock::time_point since() const { return since_; }

private:
    enum class Phase { reading, working, writing, lingering };

    void enter(Phase phase);
    void wait_for_bytes();
    void on_readable(const boost::system::error_code& error);
    void consume(std::string_view bytes);
    void on_head();
    void give_back();  // its share of the budget of bodies
    void send_continue();
    void submit();
    bool only_computes() const;
    void respond();
    void refuse(Fault fault);
    void decide_persistence();
    void render(Response response);
    void on_written(std::size_t written);
    void after_answer();
    void linger();
    void on_lingering();
    void finish();
    void interrupt();
    void tick_reading(Clock::time_point now);
    bool slower_than(std::size_t rate, std::size_t done, Clock::time_point now);
    std::size_t delivered();

    Hub& hub_;
    boost::asio::ip::tcp::socket socket_;
    MessageReader reader_;
    std::string peer_;
    Phase phase_ = Phase::reading;
    Clock::time_point since_ = Clock::now();  // when the phase, or its part, began
    MessageReader::State seen_ = MessageReader::State::head;
    bool touched_ = false;      // a byte of the request has come: `since_` is its instant
    bool abandoned_ = false;    // a deadline passed: end at the next completion
    bool too_slow_ = false;     // answer 408 at the next completion
    bool close_after_ = false;  // after the answer under way
    bool streams_ = false;      // the body goes to a sink
    std::size_t reserved_ = 0;  // of the hub's budget of bodies
    std::string following_;     // bytes of the next requests, come with this one
    Decision decision_{};
    Response response_{};
    std::string head_out_;
    std::size_t written_ = 0;
    std::size_t window_done_ = 0;  // bytes that had passed when the window of the rate began
};

}  // namespace grappe::http
