// Listening, accepting, stopping.
#include "web/http/server.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <optional>
#include <thread>
#include <vector>

#include "core/ensure.hpp"
#include "core/integer.hpp"
#include "web/http/loop.hpp"
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
    void listen();
    void accept();
    void accept_waiting();
    void accept_later();
    Loop& least_loaded();
    void begin_stop();

    ServerOptions options_;
    Common common_;
    // In this order: the last jobs end before the connections do.
    std::vector<std::unique_ptr<Loop>> loops_;
    WorkerPool pool_;
    // All on the first loop.
    std::optional<tcp::acceptor> acceptor_;
    std::optional<asio::signal_set> signals_;
    std::optional<asio::steady_timer> patience_;
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
    const auto port = core::integer<std::uint16_t>(text.substr(colon + 1));
    if (!port) return bad;
    boost::system::error_code wrong;
    asio::ip::make_address(address, wrong);
    if (wrong) return bad;
    return Endpoint{.address = std::string{address}, .port = *port};
}

Server::Core::Core(const Routes& routes, ServerOptions options)
    : options_{std::move(options)},
      common_{.routes = routes,
              .limits = options_.limits,
              .journal = options_.journal,
              .pool = pool_,
              .overload = whole_refusal(routes, {503, "http.surcharge"})},
      pool_{options_.workers} {
    core::ensure(options_.loops > 0, "a server has I/O threads");
    for (int i = 0; i < options_.loops; ++i) loops_.push_back(std::make_unique<Loop>(common_));
    auto& io = loops_.front()->io();
    acceptor_.emplace(io);
    signals_.emplace(io, SIGTERM, SIGINT);
    patience_.emplace(io);
    listen();
}

void Server::Core::listen() {
    const tcp::endpoint endpoint{asio::ip::make_address(options_.endpoint.address),
                                 options_.endpoint.port};
    acceptor_->open(endpoint.protocol());
    acceptor_->set_option(tcp::acceptor::reuse_address{true});
    acceptor_->bind(endpoint);
    acceptor_->listen(asio::socket_base::max_listen_connections);
    acceptor_->non_blocking(true);
}

std::string Server::Core::url() const {
    const auto endpoint = acceptor_->local_endpoint();
    const auto host = endpoint.address().to_string();
    const bool v6 = endpoint.address().is_v6();
    return fmt::format("http://{}{}{}:{}", v6 ? "[" : "", host, v6 ? "]" : "", endpoint.port());
}

void Server::Core::run() {
    raise_file_limit();
    signals_->async_wait([this](const boost::system::error_code& error, int) {
        if (!error) begin_stop();
    });
    accept();
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < loops_.size(); ++i)
        others.emplace_back([loop = loops_[i].get()] { loop->run(); });
    loops_.front()->run();
    for (auto& other : others) other.join();
}

void Server::Core::stop() {
    asio::post(loops_.front()->io(), [this] { begin_stop(); });
}

Loop& Server::Core::least_loaded() {
    return **std::min_element(loops_.begin(), loops_.end(), [](const auto& one, const auto& other) {
        return one->load() < other->load();
    });
}

void Server::Core::accept() {
    auto& loop = least_loaded();
    acceptor_->async_accept(
        loop.io(), [this, &loop](const boost::system::error_code& error, tcp::socket socket) {
            if (!acceptor_->is_open()) return;
            if (error) return accept_later();
            loop.give(std::move(socket));
            accept_waiting();
            accept();
        });
}

// Those that the system has already accepted for us, without a turn of the loop for each.
void Server::Core::accept_waiting() {
    for (;;) {
        auto& loop = least_loaded();
        boost::system::error_code none;
        tcp::socket socket{loop.io()};
        acceptor_->accept(socket, none);
        if (none) return;
        loop.give(std::move(socket));
    }
}

// No descriptor is left: perhaps at the next tick.
void Server::Core::accept_later() {
    patience_->expires_after(options_.limits.tick);
    patience_->async_wait([this](const boost::system::error_code& error) {
        if (!error) accept();
    });
}

void Server::Core::begin_stop() {
    if (!acceptor_->is_open()) return;
    accept_waiting();
    boost::system::error_code ignored;
    acceptor_->close(ignored);
    signals_->cancel(ignored);
    patience_->cancel();
    for (const auto& loop : loops_) loop->begin_stop();
}

Server::Server(const Routes& routes, ServerOptions options)
    : core_{std::make_unique<Core>(routes, std::move(options))} {}
Server::~Server() = default;

std::string Server::url() const { return core_->url(); }
void Server::run() { core_->run(); }
void Server::stop() { core_->stop(); }

}  // namespace grappe::http
