// The reader of requests, whatever the way the bytes are cut.
#include "web/http/message_reader.hpp"

#include <doctest/doctest.h>

using grappe::http::Limits, grappe::http::MessageReader;
using State = MessageReader::State;

namespace {

constexpr std::string_view chunked =
    "POST /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
    "3\r\nabc\r\n2;a=b\r\nde\r\n0\r\nX: y\r\n\r\n";

// Feeds pieces of at most `piece` bytes; answers what was left when the request was complete.
std::string_view read(MessageReader& reader, std::string_view bytes, std::size_t piece) {
    while (!bytes.empty() && reader.state() != State::complete && reader.state() != State::failed) {
        bytes.remove_prefix(reader.feed(bytes.substr(0, piece)));
        if (reader.state() == State::deciding) reader.accept_body(1000);
    }
    return bytes;
}

}  // namespace

TEST_CASE("a request is read alike in one piece and in any other") {
    const Limits limits;
    const std::string bytes = std::string{chunked} + "GET /suite";
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
        CAPTURE(piece);
        MessageReader reader{limits};
        const auto left = read(reader, bytes, piece);
        REQUIRE(reader.state() == State::complete);
        CHECK(reader.request().body == "abcde");
        CHECK(reader.request().field("transfer-ENCODING") == "chunked");
        CHECK(reader.request().field("x").empty());  // trailers are dropped
        CHECK(left == "GET /suite");
    }
}

TEST_CASE("a reader serves the next request of its connection") {
    const Limits limits;
    MessageReader reader{limits};
    read(reader, chunked, 7);
    reader.reset();
    CHECK(reader.untouched());
    read(reader, "GET /y HTTP/1.1\r\nHost: h\r\n\r\n", 100);
    REQUIRE(reader.state() == State::complete);
    CHECK(reader.request().target.path == "/y");
    CHECK(reader.request().body.empty());
    CHECK(reader.keep_alive());
}

TEST_CASE("a chunked body beyond the limit of its route fails") {
    const Limits limits;
    MessageReader reader{limits};
    read(reader, "POST /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3E9\r\nabc\r\n",
         100);
    REQUIRE(reader.state() == State::failed);
    CHECK(reader.fault().status == 413);
}
