// Checks of invariants: a broken one is a bug, always on, never a refusal.
#pragma once

#include <stdexcept>
#include <string>

namespace grappe::core {

class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

inline void ensure(bool invariant, const char* what) {
    if (!invariant) throw Bug{std::string{"broken invariant: "} + what};
}

}  // namespace grappe::core
