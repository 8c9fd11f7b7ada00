// Cookies, preconditions, and who is behind a proxy.
#include "web/http/fields.hpp"

#include <doctest/doctest.h>

namespace grappe::http {
namespace {

Request with(std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
    auto request = Request::of(Method::get, "/", "").value();
    for (const auto& [name, value] : fields) {
        const auto at = static_cast<std::uint32_t>(request.head.size());
        request.head.append(name).append(value);
        const auto size = static_cast<std::uint32_t>(name.size());
        request.fields.push_back({at, size, at + size, static_cast<std::uint32_t>(value.size())});
    }
    return request;
}

}  // namespace

TEST_CASE("a cookie is found by its whole name") {
    const auto request = with({{"Cookie", "xsession=a; session=b;session=c; vide="}});
    CHECK(cookie(request, "session") == "b");
    CHECK(cookie(request, "xsession") == "a");
    CHECK(cookie(request, "vide").empty());
    CHECK(cookie(request, "sess").empty());
    CHECK(cookie(with({}), "session").empty());
    CHECK(cookie(with({{"Cookie", ";;=;"}}), "session").empty());
}

TEST_CASE("a cookie is set out of the reach of scripts and other sites") {
    CHECK(set_cookie({"session", "abc", 60, Cookie::Over::any}) ==
          "session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    CHECK(set_cookie({"session", "abc", 60, Cookie::Over::tls_only}).ends_with("; Secure"));
    CHECK_THROWS_AS((void)set_cookie({"session", "a;b", 60, Cookie::Over::any}), core::Bug);
}

TEST_CASE("a write says the version it starts from") {
    CHECK(*if_match(with({{"If-Match", "\"12\""}})) == 12);
    CHECK(if_match(with({})).error().code == "http.version_requise");
    for (const auto* wrong : {"12", "\"\"", "\"x\"", "*", "W/\"1\"", "\"1\", \"2\"", "\"-1\""})
        CHECK(if_match(with({{"If-Match", wrong}})).error().code == "http.version_illisible");
}

TEST_CASE("forwarded fields are believed from a trusted proxy only") {
    const std::vector<std::string> proxies{"10.0.0.1", "10.0.0.2"};
    auto request =
        with({{"X-Forwarded-For", "6.6.6.6, 192.0.2.7, 10.0.0.2"}, {"X-Forwarded-Proto", "https"}});
    request.peer = "203.0.113.5";
    CHECK(client_of(request, proxies).address == "203.0.113.5");
    CHECK_FALSE(client_of(request, proxies).secure);
    request.peer = "10.0.0.1";
    CHECK(client_of(request, proxies).address == "192.0.2.7");
    CHECK(client_of(request, proxies).secure);
    auto sans = with({});
    sans.peer = "10.0.0.1";
    CHECK(client_of(sans, proxies).address == "10.0.0.1");
    auto six = with({{"X-Forwarded-For", "[2001:db8::7]:443"}});
    six.peer = "10.0.0.1";
    CHECK(client_of(six, proxies).address == "2001:db8::7");
}

}  // namespace grappe::http
