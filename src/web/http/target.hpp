// The target of a request: path segments and query, decoded once and checked after decoding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::http {

struct Parameter {
    std::string name;
    std::string value;
};

struct Target {
    std::string authority;              // of an absolute form, else empty
    std::string path;                   // decoded, begins with '/'
    std::vector<std::string> segments;  // "/a/b" is {"a", "b"}; "/" is {}; "/a/" is {"a", ""}
    std::vector<Parameter> query;
};

// Origin form and absolute form ("http://host/path"). Code "http.adresse": bad percent sign,
// control character, invalid UTF-8, fragment, or a segment that is or contains a path step.
core::Result<Target> parse_target(std::string_view raw);

// "a=1&b=x%20y": also the body of a form. Code "http.adresse".
core::Result<std::vector<Parameter>> parse_query(std::string_view raw);

}  // namespace grappe::http
