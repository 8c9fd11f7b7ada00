// One I/O thread: the connections given to it, and the deadlines it looks at.
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <string>
#include <unordered_map>

#include "web/http/connection.hpp"

namespace grappe::http {

// What the loops of a server share; all of it outlives them.
struct Common {
    const Routes& routes;
    const Limits& limits;
    const Journal& journal;
    WorkerPool& pool;
    std::atomic<std::size_t> connected{0};
    Budget budget{};
    std::string overload{};  // the whole 503 that a client gets beyond the ceiling
};

class Loop {
public:
    explicit Loop(Common& common);
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    // From any thread.
    boost::asio::io_context& io() { return io_; }
    std::size_t load() const { return load_; }  // connections given and not ended
    void give(boost::asio::ip::tcp::socket socket);
    void begin_stop();  // after what was given before

    // Until a stop has been begun and its connections have ended, or have taken too long.
    void run();

private:
    using Clock = Connection::Clock;

    void take(boost::asio::ip::tcp::socket socket);
    bool make_room();
    void turn_away(boost::asio::ip::tcp::socket socket);
    void let_go(Connection& connection);
    void arm_tick();
    void tick();
    void stop_here();
    void end_if_done();

    Common& common_;
    std::array<char, std::size_t{64} * 1024> read_buffer_{};
    boost::asio::io_context io_{1};
    boost::asio::steady_timer timer_{io_};
    Exchanger exchanger_{io_, common_.pool};
    Hub hub_;
    std::atomic<std::size_t> load_{0};
    std::unordered_map<Connection*, std::unique_ptr<Connection>> connections_;
    Clock::time_point stopped_at_{};
};

}  // namespace grappe::http
