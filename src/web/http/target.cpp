// Decoding of targets: nothing that could name a file outside, or be read twice, passes.
#include "web/http/target.hpp"

#include <algorithm>
#include <optional>

#include "core/texte.hpp"

namespace grappe::http {
namespace {

core::Refusal bad_target() { return core::refuse(core::Reason::invalid, "http.adresse"); }

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

enum class Plus { is_plus, is_space };

std::optional<std::string> percent_decoded(std::string_view raw, Plus plus) {
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '+' && plus == Plus::is_space) {
            text += ' ';
        } else if (raw[i] != '%') {
            text += raw[i];
        } else {
            if (i + 2 >= raw.size()) return std::nullopt;
            const int high = hex_value(raw[i + 1]);
            const int low = hex_value(raw[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            text += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return text;
}

bool is_plain_segment(std::string_view segment) {
    return segment != "." && segment != ".." &&
           segment.find_first_of("/\\") == std::string_view::npos && !has_control(segment) &&
           core::is_utf8(segment);
}

// "http://host/path?x" gives "host" and leaves "/path?x". Nothing for another scheme.
std::optional<std::string> take_authority(std::string_view& raw) {
    const auto scheme_end = raw.find("://");
    if (scheme_end == std::string_view::npos) return std::nullopt;
    std::string scheme{raw.substr(0, scheme_end)};
    for (char& c : scheme) c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    if (scheme != "http" && scheme != "https") return std::nullopt;
    raw.remove_prefix(scheme_end + 3);
    const auto end = std::min(raw.find_first_of("/?"), raw.size());
    std::string authority{raw.substr(0, end)};
    raw.remove_prefix(end);
    if (authority.empty() || authority.find('@') != std::string::npos) return std::nullopt;
    return authority;
}

bool split_path(std::string_view raw, Target& target) {
    if (raw.empty() || raw.front() != '/') return false;
    if (raw == "/") return target.path = "/", true;
    raw.remove_prefix(1);
    for (;;) {
        const auto end = std::min(raw.find('/'), raw.size());
        auto segment = percent_decoded(raw.substr(0, end), Plus::is_plus);
        if (!segment || !is_plain_segment(*segment)) return false;
        target.path.append("/").append(*segment);
        target.segments.push_back(std::move(*segment));
        if (end == raw.size()) return true;
        raw.remove_prefix(end + 1);
    }
}

}  // namespace

core::Result<std::vector<Parameter>> parse_query(std::string_view raw) {
    std::vector<Parameter> parameters;
    while (!raw.empty()) {
        const auto end = std::min(raw.find('&'), raw.size());
        const auto pair = raw.substr(0, end);
        raw.remove_prefix(std::min(end + 1, raw.size()));
        if (pair.empty()) continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = percent_decoded(pair.substr(0, equals), Plus::is_space);
        auto value =
            percent_decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space);
        if (!name || !value || !core::is_utf8(*name) || !core::is_utf8(*value)) return bad_target();
        if (value->find('\0') != std::string::npos) return bad_target();
        parameters.push_back({std::move(*name), std::move(*value)});
    }
    return parameters;
}

core::Result<Target> parse_target(std::string_view raw) {
    const bool printable = std::all_of(raw.begin(), raw.end(),
                                       [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
    if (raw.empty() || !printable) return bad_target();
    Target target;
    if (raw.front() != '/') {
        auto authority = take_authority(raw);
        if (!authority) return bad_target();
        target.authority = std::move(*authority);
        if (raw.empty() || raw.front() == '?') target.path = "/";
    }
    const auto path_end = std::min(raw.find('?'), raw.size());
    if (target.path.empty() && !split_path(raw.substr(0, path_end), target)) return bad_target();
    auto query = parse_query(raw.substr(std::min(path_end + 1, raw.size())));
    if (!query) return query.error();
    target.query = std::move(query).value();
    return target;
}

}  // namespace grappe::http
