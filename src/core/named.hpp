// Names of enumerators, both ways: one table serves the column, the API, the call file and the
// form.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/ensure.hpp"

namespace grappe::core {

template <class E>
struct Named {
    E value;
    std::string_view name;
};

// `names(E)` is found beside the enumeration and answers a std::array of Named<E>.
template <class E>
std::string_view name_of(E value) {
    static constexpr auto table = names(E{});
    for (const auto& entry : table)
        if (entry.value == value) return entry.name;
    ensure(false, "enumerator without a name");
    return {};
}

template <class E>
std::optional<E> named(std::string_view name) {
    static constexpr auto table = names(E{});
    for (const auto& entry : table)
        if (entry.name == name) return entry.value;
    return std::nullopt;
}

}  // namespace grappe::core
