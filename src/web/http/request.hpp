// A request as a handler sees it: complete, decoded and within the limits of its route.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/body_sink.hpp"
#include "web/http/method.hpp"
#include "web/http/target.hpp"

namespace grappe::http {

// A field of the head, by position, so that a request can be moved without copying its texts.
struct Field {
    std::uint32_t name_at, name_size;
    std::uint32_t value_at, value_size;
};

struct Request {
    Method method = Method::get;
    Target target;
    std::string host;
    std::string peer;  // address of the client's end of the connection, "192.0.2.1"
    std::string head;  // as received; `fields` point into it
    std::vector<Field> fields;
    std::string body;
    std::unique_ptr<BodySink> sink;          // took the body instead, when the route has one
    std::vector<Parameter> path_parameters;  // of the route's line: {id}

    // A request made by hand: tests, and pages that ask the API.
    static core::Result<Request> of(Method method, std::string_view target, std::string body);

    std::string_view field(std::string_view name) const;  // any case; empty when absent
    std::string_view path(std::string_view name) const;   // a Bug when the route has no such name
    // First value of a query parameter; absent is not empty.
    std::optional<std::string_view> query(std::string_view name) const;
};

bool same_text(std::string_view one, std::string_view other);  // ASCII letters of any case

// "application/json; charset=utf-8" gives "application/json", lower case.
std::string media_type(std::string_view content_type);

}  // namespace grappe::http
