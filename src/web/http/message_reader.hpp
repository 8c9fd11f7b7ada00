// Reading of one request from bytes, without I/O: strict where a lenient reader can be smuggled
// through. The grammar is Beast's parser; what it tolerates and we do not is refused here.
#pragma once

#include <optional>
#include <string_view>

#include "web/http/chunk_reader.hpp"
#include "web/http/limits.hpp"
#include "web/http/request.hpp"

namespace grappe::http {

struct Fault {
    int status;
    std::string_view code;  // a literal, "http.cadrage"
};

class MessageReader {
public:
    enum class State {
        head,      // wants more bytes of the head
        deciding,  // the head is complete: accept_body() is awaited
        body,      // wants more bytes of the body
        complete,  // request() may be taken
        failed     // fault() says why; nothing more can be read from this connection
    };

    explicit MessageReader(const Limits& limits);

    // Answers how many bytes were used: those that follow belong to the next request.
    std::size_t feed(std::string_view bytes);
    // In `deciding` only. A sink of the request takes the body from here on.
    void accept_body(std::size_t limit);
    void fail(Fault fault);
    void reset();  // before the next request of the same connection

    State state() const { return state_; }
    Fault fault() const { return fault_; }
    Request& request() { return request_; }
    bool untouched() const { return state_ == State::head && request_.head.empty(); }
    std::size_t body_received() const { return received_; }
    // What the body announces: its length, or `chunked`.
    bool has_body() const { return chunked_ || length_ > 0; }
    bool says_length() const { return chunked_ || length_given_; }
    bool chunked() const { return chunked_; }
    std::uint64_t length() const { return length_; }
    bool keep_alive() const { return keep_alive_; }
    bool expects_continue() const { return expects_continue_; }

private:
    class Grammar;

    std::size_t feed_head(std::string_view bytes);
    std::size_t feed_body(std::string_view bytes);
    std::size_t feed_chunks(std::string_view bytes);
    bool line_ends_well(std::size_t newline_at);
    bool within_head_limits();
    void finish_head();
    bool check_field(std::string_view name, std::string_view value);
    bool check_framing(const Grammar& grammar);
    bool check_host(const Grammar& grammar);
    bool take_method(std::string_view text);
    bool take_target(std::string_view text);

    const Limits& limits_;
    State state_ = State::head;
    Fault fault_{400, "http.mal_forme"};
    Request request_;
    std::optional<ChunkReader> chunks_;
    std::size_t line_start_ = 0;
    std::uint64_t length_ = 0;
    std::size_t received_ = 0;  // of the body
    int hosts_ = 0;
    int lengths_ = 0;
    int codings_ = 0;
    bool length_given_ = false;
    bool chunked_ = false;
    bool unknown_coding_ = false;
    bool keep_alive_ = true;
    bool expects_continue_ = false;
};

}  // namespace grappe::http
