// Any bytes, cut anywhere: the reader ends in a known state, within its limits, and reads alike.
#include <cstdlib>

#include "web/http/message_reader.hpp"
#include "web/http/routes.hpp"

namespace {

using grappe::http::Limits, grappe::http::MessageReader;
using State = MessageReader::State;

constexpr std::size_t body_limit = 4096;

void require(bool holds) {
    if (!holds) std::abort();
}

struct Outcome {
    State state;
    int status;
    std::string path, body;
    bool operator==(const Outcome&) const = default;
};

Outcome read(std::string_view bytes, std::size_t piece) {
    static const Limits limits;
    MessageReader reader{limits};
    while (!bytes.empty() && (reader.state() == State::head || reader.state() == State::body)) {
        const auto used = reader.feed(bytes.substr(0, piece));
        require(used > 0);
        bytes.remove_prefix(used);
        if (reader.state() == State::deciding) reader.accept_body(body_limit);
    }
    require(reader.request().body.size() <= body_limit);
    require(reader.request().fields.size() <= limits.fields);
    for (const auto& segment : reader.request().target.segments)
        require(segment != ".." && segment.find('/') == segment.npos);
    const bool done = reader.state() == State::complete;
    const bool failed = reader.state() == State::failed;
    return {reader.state(), failed ? reader.fault().status : 0,
            done ? reader.request().target.path : "", done ? reader.request().body : ""};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto whole = read(bytes, bytes.size());
    const auto cut = read(bytes, 1 + (size > 0 ? data[size / 2] % 13 : 0));
    // A fault may be seen earlier in one cutting than in another; success is the same in all.
    if (whole.state == State::complete || cut.state == State::complete) require(whole == cut);
    return 0;
}
