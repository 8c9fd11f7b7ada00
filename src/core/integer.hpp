// Integer: a number read from the whole of a text.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string_view>

namespace grappe::core {

// Digits, with a minus where N has a sign. Nothing when anything else stands in the text, or when
// the number does not fit.
template <std::integral N>
std::optional<N> integer(std::string_view text) {
    N read{};
    const auto [stop, fault] = std::from_chars(text.begin(), text.end(), read);
    return fault == std::errc{} && stop == text.end() ? std::optional{read} : std::nullopt;
}

}  // namespace grappe::core
