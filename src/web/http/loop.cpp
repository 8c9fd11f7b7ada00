// Taking connections, looking at deadlines, ending.
#include "web/http/loop.hpp"

#include <boost/asio/dispatch.hpp>
#include <utility>

namespace grappe::http {

namespace asio = boost::asio;
using asio::ip::tcp;

Loop::Loop(Common& common)
    : common_{common},
      hub_{.routes = common.routes,
           .limits = common.limits,
           .journal = common.journal,
           .budget = common.budget,
           .exchanger = exchanger_,
           .read_buffer = read_buffer_,
           .gone = [this](Connection& connection) { let_go(connection); }} {}

void Loop::run() {
    arm_tick();
    io_.run();
}

void Loop::give(tcp::socket socket) {
    ++load_;
    asio::dispatch(io_, [this, socket = std::move(socket)]() mutable { take(std::move(socket)); });
}

void Loop::take(tcp::socket socket) {
    if (common_.connected >= common_.limits.connections && !make_room())
        return turn_away(std::move(socket));
    ++common_.connected;
    auto connection = std::make_unique<Connection>(hub_, std::move(socket));
    auto& taken = *connection;
    connections_.emplace(&taken, std::move(connection));
    taken.start();
}

// Closes the connection of this loop that has been idle for longest. It leaves at the next turn, so
// the ceiling may be passed by those that arrive in the same turn.
bool Loop::make_room() {
    Connection* oldest = nullptr;
    for (const auto& [connection, owned] : connections_)
        if (connection->idle() && (!oldest || connection->since() < oldest->since()))
            oldest = connection;
    if (oldest) oldest->close_if_idle();
    return oldest != nullptr;
}

void Loop::turn_away(tcp::socket socket) {
    --load_;
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(common_.overload), ignored);
    socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void Loop::let_go(Connection& connection) {
    connections_.erase(&connection);
    --load_;
    --common_.connected;
    end_if_done();
}

void Loop::arm_tick() {
    timer_.expires_after(common_.limits.tick);
    timer_.async_wait([this](const boost::system::error_code& error) {
        if (!error) tick();
    });
}

void Loop::tick() {
    const auto now = Clock::now();
    for (const auto& [connection, owned] : connections_) connection->tick(now);
    const bool overdue = hub_.stopping && now - stopped_at_ > common_.limits.stop_time;
    if (overdue) return io_.stop();
    arm_tick();
}

void Loop::begin_stop() {
    asio::dispatch(io_, [this] { stop_here(); });
}

void Loop::stop_here() {
    if (hub_.stopping.exchange(true)) return;
    stopped_at_ = Clock::now();
    for (const auto& [connection, owned] : connections_) connection->begin_stop();
    end_if_done();
}

void Loop::end_if_done() {
    if (hub_.stopping && connections_.empty()) timer_.cancel();
}

}  // namespace grappe::http
