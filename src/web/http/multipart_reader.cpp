// Delimiters are looked for in what came; what may be the beginning of one waits.
#include "web/http/multipart_reader.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "web/http/request.hpp"

namespace grappe::http {
namespace {

constexpr std::size_t head_limit = 4096;

// The value that follows `name="`; browsers write %22 for a quote.
std::optional<std::string> parameter(std::string_view header, std::string_view key) {
    auto start = header.find(key);
    while (start != header.npos && start > 0 && header[start - 1] != ' ' &&
           header[start - 1] != ';')
        start = header.find(key, start + 1);
    if (start == header.npos) return std::nullopt;
    start += key.size();
    const auto end = header.find('"', start);
    if (end == header.npos) return std::nullopt;
    std::string value{header.substr(start, end - start)};
    for (auto quote = value.find("%22"); quote != value.npos; quote = value.find("%22", quote + 1))
        value.replace(quote, 3, "\"");
    return value;
}

std::optional<Part> part_of(std::string_view head) {
    while (!head.empty()) {
        const auto end = std::min(head.find("\r\n"), head.size());
        const auto line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        const auto colon = line.find(':');
        if (colon == line.npos || !same_text(line.substr(0, colon), "Content-Disposition"))
            continue;
        auto name = parameter(line.substr(colon + 1), "name=\"");
        auto file_name = parameter(line.substr(colon + 1), "filename=\"");
        const bool readable =
            name && core::is_utf8(*name) && (!file_name || core::is_utf8(*file_name));
        if (!readable) return std::nullopt;
        return Part{.name = *std::move(name), .file_name = std::move(file_name)};
    }
    return std::nullopt;
}

}  // namespace

MultipartReader::MultipartReader(std::string_view boundary, Receiver& receiver)
    : delimiter_{"\r\n--" + std::string{boundary}}, receiver_{receiver} {
    if (boundary.empty()) state_ = State::malformed;
}

void MultipartReader::feed(std::string_view bytes) {
    if (state_ == State::complete || state_ == State::malformed) return;
    buffer_.append(bytes);
    while (step()) {
    }
    buffer_.erase(0, taken_);
    taken_ = 0;
}

bool MultipartReader::step() {
    switch (state_) {
        case State::preamble:
        case State::data:
            return take_data();
        case State::delimiter:
            return take_delimiter();
        case State::head:
            return take_head();
        case State::complete:
        case State::malformed:
            break;
    }
    return false;
}

bool MultipartReader::take_data() {
    const auto here = left();
    const auto found = here.find(delimiter_);
    const auto kept = std::min(here.size(), delimiter_.size() - 1);
    const auto safe = found == here.npos ? here.size() - kept : found;
    if (state_ == State::data && safe > 0) receiver_.data(here.substr(0, safe));
    taken_ += safe;
    if (found == here.npos) return false;
    if (state_ == State::data) receiver_.end();
    taken_ += delimiter_.size();
    state_ = State::delimiter;
    return true;
}

bool MultipartReader::take_delimiter() {
    const auto here = left();
    if (here.size() < 2) return false;
    if (here.starts_with("--"))
        state_ = State::complete;
    else
        state_ = here.starts_with("\r\n") ? State::head : State::malformed;
    taken_ += 2;
    return state_ == State::head;
}

bool MultipartReader::take_head() {
    const auto here = left();
    const auto end = here.find("\r\n\r\n");
    if (end > head_limit) {  // nowhere (npos) too
        if (here.size() > head_limit || here.starts_with("\r\n")) state_ = State::malformed;
        return false;
    }
    auto part = part_of(here.substr(0, end));
    if (!part) return state_ = State::malformed, false;
    // The line end before a delimiter belongs to it, even of an empty part.
    taken_ += end + 4;
    state_ = State::data;
    receiver_.begin(*std::move(part));
    return true;
}

std::string boundary_of(std::string_view content_type) {
    if (media_type(content_type) != "multipart/form-data") return {};
    const auto start = content_type.find("boundary=");
    if (start == content_type.npos) return {};
    auto value = content_type.substr(start + 9);
    value = value.substr(0, value.find(';'));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
    return value.size() > 70 ? std::string{} : std::string{value};
}

}  // namespace grappe::http
