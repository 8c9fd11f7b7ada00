// The one place where Beast is included: its parser gives the grammar, this file the strictness.
#include "web/http/message_reader.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include "core/ensure.hpp"

namespace grappe::http {

namespace beast = boost::beast;

// Hands what Beast finds in a head to the request. Bodies are ours to read.
class MessageReader::Grammar final : public beast::http::basic_parser<true> {
public:
    explicit Grammar(MessageReader& reader) : reader_{reader} {
        header_limit(static_cast<std::uint32_t>(reader.limits_.head));
        body_limit(boost::none);  // the route's, checked after the head
        eager(false);
    }

    std::string_view method;
    std::string_view target;
    int version = 11;

private:
    using error = beast::error_code;
    using text = beast::string_view;
    using verb = beast::http::verb;
    using field = beast::http::field;

    void on_request_impl(verb, text method_text, text target_text, int number, error&) override {
        version = number;
        method = {method_text.data(), method_text.size()};
        target = {target_text.data(), target_text.size()};
    }
    void on_response_impl(int, text, int, error&) override {}
    void on_field_impl(field, text name, text value, error& failed) override {
        if (!reader_.check_field({name.data(), name.size()}, {value.data(), value.size()}))
            failed = beast::http::error::bad_field;
    }
    void on_header_impl(error&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error&) override {}
    std::size_t on_body_impl(text body, error&) override { return body.size(); }
    void on_chunk_header_impl(std::uint64_t, text, error&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, text body, error&) override {
        return body.size();
    }
    void on_finish_impl(error&) override {}

    MessageReader& reader_;
};

namespace {

constexpr Fault malformed{400, "http.mal_forme"};
constexpr Fault bad_framing{400, "http.cadrage"};

bool is_token_character(char c) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return true;
    return std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_host(std::string_view host) {
    const auto allowed = [](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               std::string_view{"-._~:[]"}.find(c) != std::string_view::npos;
    };
    return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), allowed);
}

// What is wrong with a request line already, so that a client is answered before its head ends.
std::optional<Fault> fault_of_request_line(std::string_view line) {
    constexpr std::string_view version = " HTTP/1.1";
    if (line.size() < version.size()) return malformed;
    const auto end = line.substr(line.size() - version.size());
    if (!end.starts_with(" HTTP/") || !is_digit(end[6]) || end[7] != '.' || !is_digit(end[8]))
        return malformed;
    if (end[6] != '1' || end[8] > '1') return Fault{505, "http.version"};
    return std::nullopt;
}

Fault fault_of(const beast::error_code& found) {
    using beast::http::error;
    if (found == error::header_limit) return {431, "http.entetes_longs"};
    if (found == error::bad_content_length || found == error::multiple_content_length ||
        found == error::bad_transfer_encoding)
        return bad_framing;
    return malformed;
}

}  // namespace

MessageReader::MessageReader(const Limits& limits) : limits_{limits} {}

void MessageReader::reset() {
    auto head = std::move(request_.head);  // its memory serves again
    head.clear();
    state_ = State::head;
    request_ = {};
    request_.head = std::move(head);
    chunks_.reset();
    line_start_ = 0;
    length_ = 0;
    received_ = 0;
    hosts_ = lengths_ = codings_ = 0;
    length_given_ = chunked_ = unknown_coding_ = expects_continue_ = false;
    keep_alive_ = true;
}

void MessageReader::fail(Fault fault) {
    fault_ = fault;
    state_ = State::failed;
}

std::size_t MessageReader::feed(std::string_view bytes) {
    if (state_ == State::head) return feed_head(bytes);
    if (state_ == State::body) return chunked_ ? feed_chunks(bytes) : feed_body(bytes);
    return 0;
}

std::size_t MessageReader::feed_head(std::string_view bytes) {
    auto& head = request_.head;
    std::size_t used = 0;
    while (used < bytes.size() && state_ == State::head) {
        const auto newline = bytes.find('\n', used);
        const auto end = newline == std::string_view::npos ? bytes.size() : newline + 1;
        head.append(bytes.substr(used, end - used));
        used = end;
        if (!within_head_limits() || newline == std::string_view::npos) break;
        if (!line_ends_well(head.size() - 1)) break;
        line_start_ = head.size();
    }
    if (state_ == State::head && !head.empty() && head != "\r" && !is_token_character(head[0]))
        fail(malformed);
    return used;
}

bool MessageReader::within_head_limits() {
    const auto& head = request_.head;
    if (line_start_ == 0 && head.size() > limits_.target + 32)
        return fail({414, "http.adresse_longue"}), false;
    if (head.size() > limits_.head) return fail({431, "http.entetes_longs"}), false;
    return true;
}

// A bare line feed, a folded value or a bad request line ends the reading at once.
bool MessageReader::line_ends_well(std::size_t newline_at) {
    auto& head = request_.head;
    if (newline_at == line_start_ || head[newline_at - 1] != '\r') return fail(malformed), false;
    const auto line = std::string_view{head}.substr(line_start_, newline_at - 1 - line_start_);
    if (line.empty() && line_start_ == 0) return head.clear(), true;  // RFC 9112, 2.2
    if (line.empty()) return finish_head(), state_ == State::head;
    if (line.front() == ' ' || line.front() == '\t') return fail(malformed), false;
    if (line_start_ > 0) return true;
    const auto fault = fault_of_request_line(line);
    return fault ? (fail(*fault), false) : true;
}

void MessageReader::finish_head() {
    Grammar grammar{*this};
    beast::error_code error;
    grammar.put({request_.head.data(), request_.head.size()}, error);
    if (state_ == State::failed) return;
    if (error) return fail(fault_of(error));
    if (!grammar.is_header_done()) return fail(malformed);
    if (take_method(grammar.method) && take_target(grammar.target) && check_framing(grammar) &&
        check_host(grammar))
        state_ = State::deciding;
}

bool MessageReader::take_method(std::string_view text) {
    const auto method = core::named<Method>(text);
    if (!method) return fail({501, "http.methode_inconnue"}), false;
    request_.method = *method;
    return true;
}

bool MessageReader::take_target(std::string_view text) {
    if (text.size() > limits_.target) return fail({414, "http.adresse_longue"}), false;
    if (request_.method == Method::options && text == "*") return request_.target.path = "*", true;
    auto target = parse_target(text);
    if (!target) return fail({400, "http.adresse"}), false;
    request_.target = std::move(target).value();
    return true;
}

bool MessageReader::check_field(std::string_view name, std::string_view value) {
    const std::string_view head{request_.head};
    if (request_.fields.size() == limits_.fields) return fail({431, "http.entetes_longs"}), false;
    const auto position = [&](std::string_view part) {
        core::ensure(part.empty() || (part.data() >= head.data() &&
                                      part.data() + part.size() <= head.data() + head.size()),
                     "a field lies in the head");
        return part.empty() ? 0U : static_cast<std::uint32_t>(part.data() - head.data());
    };
    request_.fields.push_back({position(name), static_cast<std::uint32_t>(name.size()),
                               position(value), static_cast<std::uint32_t>(value.size())});
    if (same_text(name, "host")) {
        ++hosts_;
        request_.host = value;
    } else if (same_text(name, "content-length")) {
        ++lengths_;
        if (!std::all_of(value.begin(), value.end(), is_digit)) return fail(bad_framing), false;
    } else if (same_text(name, "transfer-encoding")) {
        ++codings_;
        unknown_coding_ = !same_text(value, "chunked");
    } else if (same_text(name, "expect")) {
        expects_continue_ = same_text(value, "100-continue");
        if (!expects_continue_) return fail({417, "http.attente_inconnue"}), false;
    }
    return true;
}

bool MessageReader::check_framing(const Grammar& grammar) {
    if (codings_ > 1 || lengths_ > 1 || (codings_ > 0 && lengths_ > 0))
        return fail(bad_framing), false;
    if (codings_ > 0 && grammar.version < 11) return fail(bad_framing), false;
    if (unknown_coding_) return fail({501, "http.codage_inconnu"}), false;
    chunked_ = codings_ > 0;
    length_given_ = lengths_ > 0;
    length_ = length_given_ ? grammar.content_length().value_or(0) : 0;
    keep_alive_ = grammar.keep_alive();
    return true;
}

bool MessageReader::check_host(const Grammar& grammar) {
    const bool required = grammar.version >= 11;
    if (hosts_ > 1 || (hosts_ == 0 && required)) return fail({400, "http.hote"}), false;
    if (hosts_ == 1 && !is_host(request_.host)) return fail({400, "http.hote"}), false;
    if (!request_.target.authority.empty()) {  // it wins over Host: RFC 9112, 3.2.2
        if (!is_host(request_.target.authority)) return fail({400, "http.hote"}), false;
        request_.host = request_.target.authority;
    }
    return true;
}

void MessageReader::accept_body(std::size_t limit) {
    core::ensure(state_ == State::deciding, "the body is accepted once, after the head");
    if (!has_body()) {
        state_ = State::complete;
    } else if (length_ > limit) {
        fail({413, "http.corps_trop_grand"});
    } else {
        state_ = State::body;
        if (chunked_) chunks_.emplace(limit, limits_.head);
        if (!chunked_ && !request_.sink) request_.body.reserve(static_cast<std::size_t>(length_));
    }
}

std::size_t MessageReader::feed_body(std::string_view bytes) {
    const auto missing = static_cast<std::size_t>(length_) - received_;
    const auto used = std::min(missing, bytes.size());
    received_ += used;
    if (request_.sink)
        request_.sink->take(bytes.substr(0, used));
    else
        request_.body.append(bytes.substr(0, used));
    if (used == missing) state_ = State::complete;
    return used;
}

std::size_t MessageReader::feed_chunks(std::string_view bytes) {
    std::string streamed;
    const auto used = chunks_->feed(bytes, request_.sink ? streamed : request_.body);
    if (request_.sink) request_.sink->take(streamed);
    received_ += used;
    if (!chunks_->ended()) return used;
    if (chunks_->state() == ChunkReader::State::complete)
        state_ = State::complete;
    else if (chunks_->state() == ChunkReader::State::too_large)
        fail({413, "http.corps_trop_grand"});
    else
        fail(bad_framing);
    return used;
}

}  // namespace grappe::http
