// Fields with a grammar of their own: cookies, preconditions, and the client behind a proxy.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "web/http/request.hpp"

namespace grappe::http {

// The value of a cookie; empty when absent. Sent twice, the first one counts.
std::string_view cookie(const Request& request, std::string_view name);

struct Cookie {
    std::string_view name;
    std::string_view value;  // characters that need no quotes
    int seconds;             // 0: ends it
    enum class Over { any, tls_only } over;
};
// A Set-Cookie value that scripts cannot read and that other sites do not send with a form.
std::string set_cookie(const Cookie& cookie);

// `If-Match: "12"`: the version that a write starts from. Codes "http.version_requise" (absent:
// 428) and "http.version_illisible" (not one quoted number: 400).
core::Result<std::int64_t> if_match(const Request& request);

// Whom the server speaks to. Forwarded fields are believed from these addresses only.
struct Client {
    std::string address;
    bool secure;  // TLS up to the proxy
};
Client client_of(const Request& request, std::span<const std::string> proxies);

}  // namespace grappe::http
