// Confidential: a personal or health value that cannot reach a log, for it has no text form.
#pragma once

#include <utility>

namespace grappe::core {

// No operator<<, no formatter, no conversion: whoever needs the value says so with reveal(), and
// a review can search for that word.
template <class T>
class Confidential {
public:
    explicit Confidential(T value) : value_{std::move(value)} {}

    const T& reveal() const { return value_; }
    bool operator==(const Confidential&) const = default;

private:
    T value_;
};

}  // namespace grappe::core
