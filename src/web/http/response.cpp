// Writing of an answer's head.
#include "web/http/response.hpp"

#include <fmt/format.h>

#include <array>

#include "core/ensure.hpp"
#include "core/instant.hpp"

namespace grappe::http {
namespace {

// No inline script or style, no foreign origin, no frame. `data:` serves the pictograms that the
// design system keeps in its style sheets.
constexpr std::string_view security_fields =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()\r\n";

struct StatusText {
    int status;
    std::string_view text;
};

constexpr auto status_texts = std::to_array<StatusText>({{200, "OK"},
                                                         {201, "Created"},
                                                         {202, "Accepted"},
                                                         {204, "No Content"},
                                                         {303, "See Other"},
                                                         {304, "Not Modified"},
                                                         {400, "Bad Request"},
                                                         {401, "Unauthorized"},
                                                         {403, "Forbidden"},
                                                         {404, "Not Found"},
                                                         {405, "Method Not Allowed"},
                                                         {408, "Request Timeout"},
                                                         {409, "Conflict"},
                                                         {410, "Gone"},
                                                         {411, "Length Required"},
                                                         {412, "Precondition Failed"},
                                                         {413, "Content Too Large"},
                                                         {414, "URI Too Long"},
                                                         {415, "Unsupported Media Type"},
                                                         {417, "Expectation Failed"},
                                                         {422, "Unprocessable Content"},
                                                         {428, "Precondition Required"},
                                                         {429, "Too Many Requests"},
                                                         {431, "Request Header Fields Too Large"},
                                                         {500, "Internal Server Error"},
                                                         {501, "Not Implemented"},
                                                         {503, "Service Unavailable"},
                                                         {505, "HTTP Version Not Supported"},
                                                         {507, "Insufficient Storage"}});

void append_date(std::string& out) {
    fmt::format_to(std::back_inserter(out), "Date: {} GMT\r\n", core::Instant::now().mail_text());
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
    core::ensure(value.find_first_of("\r\n") == std::string_view::npos,
                 "a field value has no line break");
    out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view reason_phrase(int status) {
    for (const auto& entry : status_texts)
        if (entry.status == status) return entry.text;
    return "Status";
}

Response Response::json(std::string body) {
    return {.content_type = "application/json", .body = std::move(body)};
}

Response Response::html(std::string body) {
    return {.content_type = "text/html; charset=utf-8", .body = std::move(body)};
}

Response Response::see_other(std::string location) {
    return {.status = 303, .fields = {{"Location", std::move(location)}}};
}

void append_head(std::string& out, const Response& response, Persistence persistence) {
    fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", response.status,
                   reason_phrase(response.status));
    append_date(out);
    if (!response.content_type.empty()) append_field(out, "Content-Type", response.content_type);
    if (response.status != 204 && response.status != 304)
        fmt::format_to(std::back_inserter(out), "Content-Length: {}\r\n",
                       response.content().size());
    append_field(out, "Cache-Control", response.cache);
    for (const auto& field : response.fields) append_field(out, field.name, field.value);
    out += security_fields;
    if (persistence == Persistence::close) out += "Connection: close\r\n";
    out += "\r\n";
}

}  // namespace grappe::http
