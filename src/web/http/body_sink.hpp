// BodySink: takes the body of a request as it comes, for routes whose body is too large to be held.
#pragma once

#include <string_view>

namespace grappe::http {

class BodySink {
public:
    virtual ~BodySink() = default;

    // The next bytes, in order, on the I/O thread: little work, and no failure; what goes wrong is
    // kept for the handler, which runs when the whole body has come.
    virtual void take(std::string_view bytes) noexcept = 0;

    // A field of a form that came in the body; empty when there is none.
    virtual std::string_view field(std::string_view name) const = 0;
};

}  // namespace grappe::http
