// Chunk sizes, extensions (checked, unused) and trailers (checked, dropped).
#include "web/http/chunk_reader.hpp"

#include <algorithm>
#include <charconv>

#include "web/http/request.hpp"

namespace grappe::http {
namespace {

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\t') || byte == 0x7f;
    });
}

bool is_forbidden_trailer(std::string_view name) {
    return same_text(name, "content-length") || same_text(name, "transfer-encoding") ||
           same_text(name, "host");
}

}  // namespace

std::size_t ChunkReader::feed(std::string_view bytes, std::string& body) {
    std::size_t used = 0;
    while (used < bytes.size() && !ended()) {
        const auto left = bytes.substr(used);
        if (state_ != State::data) {
            used += feed_line(left);
            continue;
        }
        const auto count =
            static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, left.size()));
        body.append(left.substr(0, count));
        taken_ += count;
        remaining_ -= count;
        used += count;
        if (remaining_ == 0) state_ = State::data_end;
    }
    return used;
}

std::size_t ChunkReader::feed_line(std::string_view bytes) {
    const auto newline = bytes.find('\n');
    const auto used = newline == std::string_view::npos ? bytes.size() : newline + 1;
    line_.append(bytes.substr(0, used));
    if (line_.size() > line_limit_ || (state_ == State::data_end && line_.front() != '\r')) {
        state_ = State::malformed;
    } else if (newline != std::string_view::npos) {
        if (line_.ends_with("\r\n"))
            take_line(std::string_view{line_}.substr(0, line_.size() - 2));
        else
            state_ = State::malformed;
        line_.clear();
    }
    return used;
}

void ChunkReader::take_line(std::string_view line) {
    if (state_ == State::size) return take_size(line);
    if (state_ == State::trailers) return take_trailer(line);
    state_ = line.empty() ? State::size : State::malformed;
}

void ChunkReader::take_size(std::string_view line) {
    const auto digits = line.substr(0, line.find(';'));
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), remaining_, 16);
    if (error != std::errc{} || end != digits.end() || has_control(line)) {
        state_ = State::malformed;
    } else if (remaining_ == 0) {
        state_ = State::trailers;
    } else if (remaining_ > limit_ - taken_) {
        state_ = State::too_large;
    } else {
        state_ = State::data;
    }
}

void ChunkReader::take_trailer(std::string_view line) {
    trailers_ += line.size();
    const auto colon = line.find(':');
    if (line.empty()) {
        state_ = State::complete;
    } else if (colon == std::string_view::npos || colon == 0 || trailers_ > line_limit_ ||
               line.substr(0, colon).find_first_of(" \t") != std::string_view::npos ||
               has_control(line) || is_forbidden_trailer(line.substr(0, colon))) {
        state_ = State::malformed;
    }
}

}  // namespace grappe::http
