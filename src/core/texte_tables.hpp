// Tables of characters used by texte.cpp: windows-1252, letters without their accents, spaces.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace grappe::core::tables {

// Bytes 0x80 to 0x9F; the others are those of ISO-8859-1.
constexpr auto windows_1252 = std::to_array<std::uint32_t>({
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
});

// Lower-case letters without accents for U+00C0 to U+017F; empty where there is no letter.
constexpr auto latin = std::to_array<std::string_view>({
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e",  "e", "e", "i", "i", "i",  "i",
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u",  "u", "u", "u", "y", "th", "ss",
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e",  "e", "e", "i", "i", "i",  "i",
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u",  "u", "u", "u", "y", "th", "y",
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c",  "c", "c", "c", "c", "d",  "d",
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e",  "e", "e", "g", "g", "g",  "g",
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i",  "i", "i", "i", "i", "i",  "i",
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l",  "l", "l", "l", "l", "l",  "l",
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "'n", "n", "n", "o", "o", "o",  "o",
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r",  "s", "s", "s", "s", "s",  "s",
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u",  "u", "u", "u", "u", "u",  "u",
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z",  "z", "z", "z", "z", "z",  "s",
});

// Unbreakable, thin and other spaces, and signs that have no width.
constexpr bool is_space(std::uint32_t code) {
    return code == 0xA0 || code == 0x85 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F ||
           code == 0x2028 || code == 0x2029 || code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

// Accents written after their letter (some systems decompose file names and pasted text), and the
// soft hyphen, which is only a hint to the line breaker.
constexpr bool is_combining(std::uint32_t code) {
    return (code >= 0x300 && code <= 0x36F) || code == 0xAD;
}

constexpr bool is_apostrophe(std::uint32_t code) {
    return code == 0xB4 || code == 0x2018 || code == 0x2019 || code == 0x201B || code == 0x2032 ||
           code == 0x02BC || code == 0x02B9 || code == 0xFF07;
}

constexpr bool is_dash(std::uint32_t code) {
    return (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xFE63 || code == 0xFF0D;
}

// What the character folds to, empty when it stays as it is.
constexpr std::string_view plain(std::uint32_t code) {
    if (code >= 0xC0 && code < 0xC0 + latin.size()) return latin[code - 0xC0];
    if (is_apostrophe(code)) return "'";
    if (is_dash(code)) return "-";
    return {};
}

}  // namespace grappe::core::tables
