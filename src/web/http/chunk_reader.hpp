// Reading of a chunked body, strictly: Beast's own reader can be brought to a broken assertion by
// malformed trailers (found by fuzzing), and waits for ever where a line cannot end well.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace grappe::http {

class ChunkReader {
public:
    enum class State { size, data, data_end, trailers, complete, malformed, too_large };

    // `limit` is of the whole body; a line may have `line_limit` bytes, and all trailers together
    // too.
    ChunkReader(std::size_t limit, std::size_t line_limit)
        : limit_{limit}, line_limit_{line_limit} {}

    // Appends to `body`; answers how many bytes were used.
    std::size_t feed(std::string_view bytes, std::string& body);
    State state() const { return state_; }
    bool ended() const { return state_ >= State::complete; }

private:
    std::size_t feed_line(std::string_view bytes);
    void take_line(std::string_view line);
    void take_size(std::string_view line);
    void take_trailer(std::string_view line);

    std::size_t limit_, line_limit_;
    State state_ = State::size;
    std::size_t taken_ = 0;        // of the body, so far
    std::uint64_t remaining_ = 0;  // of the chunk under way
    std::size_t trailers_ = 0;     // bytes
    std::string line_;
};

}  // namespace grappe::http
