// The methods a route can have.
#pragma once

#include <array>

#include "core/named.hpp"

namespace grappe::http {

enum class Method { get, head, post, put, patch, delete_, options };

constexpr auto names(Method) {
    using enum Method;
    return std::to_array<core::Named<Method>>({{get, "GET"},
                                               {head, "HEAD"},
                                               {post, "POST"},
                                               {put, "PUT"},
                                               {patch, "PATCH"},
                                               {delete_, "DELETE"},
                                               {options, "OPTIONS"}});
}

}  // namespace grappe::http
