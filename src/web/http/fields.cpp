// Reading and writing of those fields.
#include "web/http/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/ensure.hpp"
#include "core/integer.hpp"

namespace grappe::http {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t";
    const auto start = text.find_first_not_of(spaces);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(spaces) - start + 1);
}

// The part before the next separator, which is taken away from `text`.
std::string_view next(std::string_view& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const auto part = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

bool needs_no_quotes(std::string_view value) {
    return value.find_first_of("\"\\;, \t\r\n") == std::string_view::npos;
}

// An address as proxies write it: maybe bracketed, maybe with a port.
std::string_view bare(std::string_view address) {
    if (address.starts_with('[')) return address.substr(1, address.find(']') - 1);
    if (std::count(address.begin(), address.end(), ':') == 1)
        return address.substr(0, address.find(':'));
    return address;
}

}  // namespace

std::string_view cookie(const Request& request, std::string_view name) {
    auto text = request.field("cookie");
    while (!text.empty()) {
        const auto pair = next(text, ';');
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name)
            return pair.substr(equals + 1);
    }
    return {};
}

std::string set_cookie(const Cookie& cookie) {
    core::ensure(needs_no_quotes(cookie.value), "a cookie value needs no quotes");
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", cookie.name,
                       cookie.value, cookie.seconds,
                       cookie.over == Cookie::Over::tls_only ? "; Secure" : "");
}

core::Result<std::int64_t> if_match(const Request& request) {
    const auto given = trimmed(request.field("if-match"));
    if (given.empty()) return core::refuse(core::Reason::conflict, "http.version_requise");
    const auto unreadable = core::refuse(core::Reason::invalid, "http.version_illisible");
    if (given.size() < 3 || given.front() != '"' || given.back() != '"') return unreadable;
    const auto version = core::integer<std::int64_t>(given.substr(1, given.size() - 2));
    if (!version || *version < 0) return unreadable;
    return *version;
}

// The last address that a trusted proxy added is the client's: what stands before it, the client
// itself may have written.
Client client_of(const Request& request, std::span<const std::string> proxies) {
    Client client{.address = request.peer, .secure = false};
    const auto trusted = [&](std::string_view address) {
        return std::find(proxies.begin(), proxies.end(), address) != proxies.end();
    };
    if (!trusted(client.address)) return client;
    client.secure = same_text(trimmed(request.field("x-forwarded-proto")), "https");
    auto forwarded = request.field("x-forwarded-for");
    while (!forwarded.empty()) {
        const auto comma = forwarded.rfind(',');
        const auto last = bare(
            trimmed(comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1)));
        forwarded = comma == std::string_view::npos ? "" : forwarded.substr(0, comma);
        if (last.empty()) break;
        client.address = last;
        if (!trusted(last)) break;
    }
    return client;
}

}  // namespace grappe::http
