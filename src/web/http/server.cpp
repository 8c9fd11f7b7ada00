// Listening, accepting, looking at deadlines and stopping.
#include "web/http/server.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <charconv>
#include <csignal>
#include <stdexcept>
#include <unordered_map>

#include "web/http/connection.hpp"
#include "web/http/worker_pool.hpp"

namespace grappe::http {

namespace asio = boost::asio;
using asio::ip::tcp;

class Server::Core {
public:
    Core(const Routes& routes, ServerOptions options);

    std::string url() const;
    void run();
    void stop();

private:
    using Clock = Connection::Clock;

    void listen();
    void accept();
    void accept_waiting();
    void take(tcp::socket socket);
    bool make_room();
    void turn_away(tcp::socket socket);
    void arm_tick();
    void tick();
    void begin_stop();
    void end_if_done();

    ServerOptions options_;
    std::array<char, std::size_t{64} * 1024> read_buffer_{};
    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
    asio::signal_set signals_{io_, SIGTERM, SIGINT};
    asio::steady_timer timer_{io_};
    // In this order: the last jobs end before their connections do.
    Exchanger exchanger_{io_, pool_};
    Hub hub_;
    std::unordered_map<Connection*, std::unique_ptr<Connection>> connections_;
    WorkerPool pool_;
    Clock::time_point stopped_at_{};
    bool accepting_ = false;
    std::string overload_;  // the whole 503 that a client gets beyond the ceiling
};

namespace {

void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

std::string whole_refusal(const Routes& routes, Refused refused) {
    const auto response = routes.refuse({}, refused);
    std::string text;
    append_head(text, response, Persistence::close);
    return text.append(response.content());
}

}  // namespace

core::Result<Endpoint> Endpoint::parse(std::string_view text) {
    const auto bad = core::refuse(core::Reason::invalid, "http.ecoute", std::string{text});
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return bad;
    auto address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    if (address == "localhost") address = "127.0.0.1";
    const auto digits = text.substr(colon + 1);
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), port);
    if (error != std::errc{} || end != digits.end()) return bad;
    boost::system::error_code wrong;
    asio::ip::make_address(address, wrong);
    if (wrong) return bad;
    return Endpoint{.address = std::string{address}, .port = port};
}

Server::Core::Core(const Routes& routes, ServerOptions options)
    : options_{std::move(options)},
      hub_{.routes = routes,
           .limits = options_.limits,
           .journal = options_.journal,
           .exchanger = exchanger_,
           .read_buffer = read_buffer_,
           .gone =
               [this](Connection& connection) {
                   connections_.erase(&connection);
                   end_if_done();
               }},
      pool_{options_.workers},
      overload_{whole_refusal(routes, {503, "http.surcharge"})} {
    listen();
}

void Server::Core::listen() {
    const tcp::endpoint endpoint{asio::ip::make_address(options_.endpoint.address),
                                 options_.endpoint.port};
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address{true});
    acceptor_.bind(endpoint);
    acceptor_.listen(asio::socket_base::max_listen_connections);
    acceptor_.non_blocking(true);
}

std::string Server::Core::url() const {
    const auto endpoint = acceptor_.local_endpoint();
    const auto host = endpoint.address().to_string();
    const bool v6 = endpoint.address().is_v6();
    return fmt::format("http://{}{}{}:{}", v6 ? "[" : "", host, v6 ? "]" : "", endpoint.port());
}

void Server::Core::run() {
    raise_file_limit();
    signals_.async_wait([this](const boost::system::error_code& error, int) {
        if (!error) begin_stop();
    });
    arm_tick();
    accept();
    io_.run();
}

void Server::Core::stop() {
    asio::post(io_, [this] { begin_stop(); });
}

void Server::Core::accept() {
    accepting_ = true;
    acceptor_.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
        accepting_ = false;
        if (!acceptor_.is_open()) return;
        if (error) return;  // no descriptor left: tick() tries again
        take(std::move(socket));
        accept_waiting();
        accept();
    });
}

// Those that the system has already accepted for us, without a turn of the loop for each.
void Server::Core::accept_waiting() {
    for (;;) {
        boost::system::error_code none;
        tcp::socket socket{io_};
        acceptor_.accept(socket, none);
        if (none) return;
        take(std::move(socket));
    }
}

void Server::Core::take(tcp::socket socket) {
    if (connections_.size() >= options_.limits.connections && !make_room())
        return turn_away(std::move(socket));
    auto connection = std::make_unique<Connection>(hub_, std::move(socket));
    auto& taken = *connection;
    connections_.emplace(&taken, std::move(connection));
    taken.start();
}

// Closes the connection that has been idle for longest. It leaves at the next turn of the loop, so
// the ceiling may be passed by those that arrive in the same turn.
bool Server::Core::make_room() {
    Connection* oldest = nullptr;
    for (const auto& [connection, owned] : connections_)
        if (connection->idle() && (!oldest || connection->since() < oldest->since()))
            oldest = connection;
    if (oldest) oldest->close_if_idle();
    return oldest != nullptr;
}

void Server::Core::turn_away(tcp::socket socket) {
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(overload_), ignored);
    socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void Server::Core::arm_tick() {
    timer_.expires_after(options_.limits.tick);
    timer_.async_wait([this](const boost::system::error_code& error) {
        if (!error) tick();
    });
}

void Server::Core::tick() {
    const auto now = Clock::now();
    for (const auto& [connection, owned] : connections_) connection->tick(now);
    if (acceptor_.is_open() && !accepting_) accept();
    const bool overdue = hub_.stopping && now - stopped_at_ > options_.limits.stop_time;
    if (overdue) return io_.stop();
    arm_tick();
}

void Server::Core::begin_stop() {
    if (hub_.stopping.exchange(true)) return;
    stopped_at_ = Clock::now();
    accept_waiting();
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    for (const auto& [connection, owned] : connections_) connection->begin_stop();
    end_if_done();
}

void Server::Core::end_if_done() {
    if (!hub_.stopping || !connections_.empty()) return;
    boost::system::error_code ignored;
    signals_.cancel(ignored);
    timer_.cancel();
}

Server::Server(const Routes& routes, ServerOptions options)
    : core_{std::make_unique<Core>(routes, std::move(options))} {}
Server::~Server() = default;

std::string Server::url() const { return core_->url(); }
void Server::run() { core_->run(); }
void Server::stop() { core_->stop(); }

}  // namespace grappe::http
