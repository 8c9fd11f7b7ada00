// The server of tests/http: every limit can be set, the handlers do as little as possible.
#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <span>
#include <stdexcept>
#include <string_view>
#include <thread>

#include "web/http/server.hpp"

namespace {

using grappe::http::Limits, grappe::http::Method, grappe::http::Request, grappe::http::Response,
    grappe::http::Routes, grappe::http::Server;

// "--head-time=300": the number after the name, or `otherwise`.
std::size_t option(std::span<char* const> arguments, std::string_view name, std::size_t otherwise) {
    for (const std::string_view argument : arguments) {
        if (!argument.starts_with(name)) continue;
        const auto digits = argument.substr(name.size());
        std::from_chars(digits.begin(), digits.end(), otherwise);
    }
    return otherwise;
}

Limits limits_of(std::span<char* const> arguments) {
    const auto milliseconds = [&](std::string_view name, std::size_t otherwise) {
        return std::chrono::milliseconds{option(arguments, name, otherwise)};
    };
    Limits limits;
    limits.head_time = milliseconds("--head-time=", 10'000);
    limits.idle_time = milliseconds("--idle-time=", 60'000);
    limits.grace = milliseconds("--grace=", 10'000);
    limits.connections = option(arguments, "--connections=", 1000);
    limits.buffered_bodies = option(arguments, "--buffered=", 256 * 1024 * 1024);
    return limits;
}

Response slow(const Request& request) {
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
    return Response::json(fmt::format("[{}]", request.query("n").value_or("null")));
}

Response echo(const Request& request) {
    return {.content_type = "text/plain; charset=utf-8", .body = request.body};
}

Response big(const Request&) {
    return {.content_type = "text/plain; charset=utf-8",
            .body = std::string(32 * 1024 * 1024, 'x')};
}

Response describe(const Request& request) {
    return Response::json(fmt::format("{} {} {}", request.host, request.target.path,
                                      request.query("q").value_or("-")));
}

void add_routes(Routes& routes) {
    routes.get("/", "Accueil", describe);
    routes.get("/lent", "Attend 200 ms", slow);
    routes.get("/gros", "32 Mio", big);
    routes.get("/echec", "Lève une exception",
               [](const Request&) -> Response { throw std::runtime_error{"secret"}; });
    routes.add({.method = Method::get,
                .path = "/chose/{nom}",
                .summary = "Un paramètre",
                .handler =
                    [](const Request& request) {
                        return Response::json(std::string{request.path("nom")});
                    },
                .pace = grappe::http::Pace::computes});
    routes.add({.method = Method::post,
                .path = "/echo",
                .summary = "Rend le corps",
                .handler = echo,
                .body_limit = 64 * 1024,
                .accepts = {"text/plain", "application/json"}});
    routes.add({.method = Method::post,
                .path = "/grand",
                .summary = "Rend la taille du corps",
                .handler =
                    [](const Request& request) {
                        return Response::json(std::to_string(request.body.size()));
                    },
                .body_limit = 16 * 1024 * 1024});
}

}  // namespace

int main(int count, char** arguments) {
    const std::span<char* const> given{arguments, static_cast<std::size_t>(count)};
    Routes routes;
    add_routes(routes);
    Server server{routes,
                  {.endpoint = {.address = "127.0.0.1", .port = 0},
                   .limits = limits_of(given),
                   .loops = static_cast<int>(option(given, "--loops=", 2)),
                   .workers = static_cast<int>(option(given, "--workers=", 2)),
                   .journal = [](std::string_view line) { fmt::print(stderr, "{}\n", line); }}};
    fmt::print("{}\n", server.url());
    std::fflush(stdout);
    server.run();
}
