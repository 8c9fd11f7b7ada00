// Targets: what is decoded, and what is refused after decoding.
#include "web/http/target.hpp"

#include <doctest/doctest.h>

using grappe::http::parse_query, grappe::http::parse_target;

TEST_CASE("a target is cut into decoded segments and parameters") {
    const auto target = parse_target("/api/chose%20une/2A?q=b%C3%A9+b&vide=&seul&&q=2");
    REQUIRE(target);
    CHECK(target->path == "/api/chose une/2A");
    CHECK(target->segments == std::vector<std::string>{"api", "chose une", "2A"});
    REQUIRE(target->query.size() == 4);
    CHECK(target->query[0].value == "bé b");
    CHECK(target->query[1].value.empty());
    CHECK(target->query[2].name == "seul");
    CHECK(target->query[3].value == "2");
}

TEST_CASE("a plus sign is a space in a query only") {
    CHECK(parse_target("/a+b")->path == "/a+b");
    CHECK(parse_query("x=a+b")->front().value == "a b");
}

TEST_CASE("the root and a final slash are told apart") {
    CHECK(parse_target("/")->segments.empty());
    CHECK(parse_target("/a")->segments.size() == 1);
    CHECK(parse_target("/a/")->segments == std::vector<std::string>{"a", ""});
}

TEST_CASE("an absolute form gives its authority") {
    CHECK(parse_target("http://h:81/x")->authority == "h:81");
    CHECK(parse_target("http://h:81/x")->path == "/x");
    CHECK(parse_target("https://h?q=1")->path == "/");
    CHECK(parse_target("https://h?q=1")->query.size() == 1);
}

TEST_CASE("a target that could name something else is refused") {
    for (const auto* raw :
         {"",          "a",       "*",      "/..",      "/%2e%2e/x", "/.",          "/a%2Fb",
          "/a%5cb",    "/%00",    "/%0a",   "/%7f",     "/%",        "/%1",         "/%g1",
          "/\xc3\xa9", "/a b",    "/#a",    "ftp://h/", "http://",   "http://a@h/", "/%c0%ae%c0%ae",
          "/%ff",      "/?q=%ff", "/?q=%00"}) {
        CAPTURE(raw);
        CHECK_FALSE(parse_target(raw));
    }
}
