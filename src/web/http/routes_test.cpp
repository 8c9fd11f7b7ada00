// Routes: look-up, refusals, the description made from the lines.
#include "web/http/routes.hpp"

#include <doctest/doctest.h>

#include "core/ensure.hpp"
#include "web/http/openapi.hpp"
#include "web/http/problem.hpp"

using grappe::http::Method, grappe::http::Request, grappe::http::Response, grappe::http::Routes;

namespace {

Response nothing(const Request&) { return {}; }

Routes some_routes() {
    Routes routes;
    routes.get("/", "Accueil", nothing);
    routes.get("/api/choses/{id}", "Une chose", nothing);
    routes.add({.method = Method::put,
                .path = "/api/choses/{id}",
                .summary = "Change une chose",
                .handler = nothing,
                .query = {{"forme", "courte ou longue"}},
                .body_limit = 10,
                .accepts = {"application/json"}});
    routes.get("/actifs/{version}/{chemin...}", "Fichier", nothing);
    routes.get("/feuilles/{nom}.pdf", "Une feuille en PDF", nothing);
    routes.get("/feuilles/{nom}", "Une feuille", nothing);
    return routes;
}

auto find(const Routes& routes, Method method, std::string_view target) {
    return routes.find(method, *grappe::http::parse_target(target));
}

}  // namespace

TEST_CASE("a parameter may be followed by a suffix, which is no part of its value") {
    const auto routes = some_routes();
    const auto pdf = find(routes, Method::get, "/feuilles/a.b.pdf");
    REQUIRE(pdf.route);
    CHECK(pdf.route->summary == "Une feuille en PDF");
    CHECK(pdf.parameters.at(0).value == "a.b");
    CHECK(find(routes, Method::get, "/feuilles/a.b").route->summary == "Une feuille");
    CHECK(find(routes, Method::get, "/feuilles/.pdf").route->summary == "Une feuille");
}

TEST_CASE("a path with parameters finds its line and its values") {
    const auto routes = some_routes();
    const auto match = find(routes, Method::put, "/api/choses/a%20b");
    REQUIRE(match.route);
    CHECK(match.route->summary == "Change une chose");
    REQUIRE(match.parameters.size() == 1);
    CHECK(match.parameters[0].name == "id");
    CHECK(match.parameters[0].value == "a b");
}

TEST_CASE("HEAD is GET for the look-up") {
    CHECK(find(some_routes(), Method::head, "/").known_path);
    CHECK(find(some_routes(), Method::head, "/").route != nullptr);
}

TEST_CASE("the last parameter may take the rest of the path") {
    const auto match = find(some_routes(), Method::get, "/actifs/1/dsfr/fonts/a.woff2");
    REQUIRE(match.parameters.size() == 2);
    CHECK(match.parameters[1].name == "chemin");
    CHECK(match.parameters[1].value == "dsfr/fonts/a.woff2");
    CHECK_FALSE(find(some_routes(), Method::get, "/actifs/1").known_path);
}

TEST_CASE("an unknown path and a refused method are told apart") {
    const auto routes = some_routes();
    CHECK_FALSE(find(routes, Method::get, "/api/choses").known_path);
    CHECK_FALSE(find(routes, Method::get, "/api/choses/").known_path);
    CHECK(find(routes, Method::delete_, "/api/choses/1").known_path);
    CHECK(find(routes, Method::delete_, "/api/choses/1").route == nullptr);
    CHECK(routes.allowed(*grappe::http::parse_target("/api/choses/1")) ==
          "GET, HEAD, PUT, OPTIONS");
}

TEST_CASE("two lines with one method and one path are a bug") {
    auto routes = some_routes();
    CHECK_THROWS_AS(routes.get("/", "Encore", nothing), grappe::core::Bug);
}

TEST_CASE("a problem has its code, and its path when one field is at fault") {
    const auto one = grappe::http::problem({.status = 422,
                                            .code = "dossier.lecture",
                                            .title = "É",
                                            .fautes = {{"a[1].b", "c", "\"\n"}}});
    CHECK(one.body == R"({"type":"about:blank","title":"É","status":422,"code":"dossier.lecture",)"
                      R"("chemin":"a[1].b","fautes":[{"chemin":"a[1].b","code":"c",)"
                      R"("message":"\"\u000a"}]})");
    CHECK(one.content_type == "application/problem+json");
}

TEST_CASE("the description has every route of the API and no page") {
    const auto text = grappe::http::openapi(some_routes(), {}, {"Essai", "1"});
    CHECK(text.find("\"/api/choses/{id}\"") != text.npos);
    CHECK(text.find("\"put\"") != text.npos);
    CHECK(text.find("\"forme\"") != text.npos);
    CHECK(text.find("actifs") == text.npos);
}

TEST_CASE("the description says the statuses, schemas and fields of each operation") {
    const auto contract = grappe::http::Contract::read(
        "# PUT changes\n\n"
        "PUT /api/choses/{id} 201=Chose corps=Chose cle version 409\n"
        "GET /api/autres 200\n",
        "{\n  \"Chose\": {}\n}\n");
    REQUIRE(contract);
    CHECK(contract->strangers(some_routes()) ==
          std::vector<std::string>{"GET /api/choses/{id}", "GET /api/autres"});
    const auto text = grappe::http::openapi(some_routes(), *contract, {"Essai", "1"});
    for (const auto* said : {"\"201\"", "\"409\"", "\"412\"", "\"413\"", "\"415\"", "\"422\"",
                             "\"428\"", "\"If-Match\"", "\"Idempotency-Key\"",
                             "#/components/schemas/Chose", "      \"Chose\": {}"}) {
        CAPTURE(said);
        CHECK(text.find(said) != text.npos);
    }
    CHECK(text.find("X-CSRF-Token") == text.npos);  // nobody is signed in
    CHECK(text.find("\"401\"") == text.npos);
}

TEST_CASE("a line of the contract that cannot be read is refused whole") {
    for (const auto* line : {"GET", "GET /api/a 100", "GET /api/a 600", "GET /api/a clef",
                             "GET /api/a 404=Chose", "GET /api/a 200\nGET /api/a 200"}) {
        CAPTURE(line);
        CHECK(grappe::http::Contract::read(line, "").error().code == "contrat.ligne");
    }
}

TEST_CASE("a field value with a line break never leaves") {
    std::string out;
    const Response response{.fields = {{"Location", "/a\r\nSet-Cookie: b"}}};
    CHECK_THROWS_AS(append_head(out, response, grappe::http::Persistence::close),
                    grappe::core::Bug);
}
