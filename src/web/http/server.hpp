// The HTTP server of both programs: a few I/O threads, a few workers running plain handlers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/result.hpp"
#include "web/http/exchange.hpp"
#include "web/http/limits.hpp"
#include "web/http/routes.hpp"

namespace grappe::http {

// "127.0.0.1:8080", "[::1]:8080"; port 0 takes a free one. Code "http.ecoute".
struct Endpoint {
    std::string address;
    std::uint16_t port;

    static core::Result<Endpoint> parse(std::string_view text);
};

struct ServerOptions {
    Endpoint endpoint;
    Limits limits{};
    int loops = 2;    // I/O threads; they also run what only computes
    int workers = 2;  // threads for what may wait
    Journal journal{};
};

class Server {
public:
    // Listens at once: a failure to do so is a std::runtime_error. `routes` outlives the server.
    Server(const Routes& routes, ServerOptions options);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::string url() const;  // "http://127.0.0.1:8080"
    // Until SIGTERM, SIGINT or stop(); returns when the requests in flight are answered.
    void run();
    void stop();  // from any thread

private:
    class Core;
    std::unique_ptr<Core> core_;
};

}  // namespace grappe::http
