// Look-ups in a request.
#include "web/http/request.hpp"

#include <algorithm>

#include "core/ensure.hpp"

namespace grappe::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool same_text(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) return false;
    if (one == other) return true;  // as nearly everybody writes it
    return std::equal(one.begin(), one.end(), other.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

std::string media_type(std::string_view content_type) {
    content_type = content_type.substr(0, content_type.find(';'));
    while (!content_type.empty() && content_type.back() == ' ') content_type.remove_suffix(1);
    std::string text{content_type};
    for (char& c : text) c = lower(c);
    return text;
}

core::Result<Request> Request::of(Method method, std::string_view target, std::string body) {
    auto parsed = parse_target(target);
    if (!parsed) return parsed.error();
    Request request;
    request.method = method;
    request.target = std::move(parsed).value();
    request.body = std::move(body);
    return request;
}

std::string_view Request::field(std::string_view name) const {
    const std::string_view text{head};
    for (const auto& entry : fields)
        if (same_text(text.substr(entry.name_at, entry.name_size), name))
            return text.substr(entry.value_at, entry.value_size);
    return {};
}

std::string_view Request::path(std::string_view name) const {
    for (const auto& parameter : path_parameters)
        if (parameter.name == name) return parameter.value;
    core::ensure(false, "path parameter that the route does not have");
    return {};
}

std::optional<std::string_view> Request::query(std::string_view name) const {
    for (const auto& parameter : target.query)
        if (parameter.name == name) return parameter.value;
    return std::nullopt;
}

}  // namespace grappe::http
