// Text as people and files write it: encodings, comparison without accents, nearest word.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace grappe::core {

// Strict: no overlong form, no surrogate, nothing beyond U+10FFFF.
bool is_utf8(std::string_view bytes);

// The superset of ISO-8859-1 that also has Œ, – and the euro sign. Its five holes give U+FFFD.
std::string from_windows_1252(std::string_view bytes);

// Strict UTF-8 stays, anything else is read as windows-1252; a leading byte order mark goes.
std::string to_utf8(std::string_view bytes);

// Code points of `utf8`.
std::size_t caracteres(std::string_view utf8);

// `utf8` cut to at most `size` bytes, never inside a character.
std::string_view cut(std::string_view utf8, std::size_t size);

// Without the spaces, tabs and ends of line around it.
std::string_view trimmed(std::string_view text);

// For an address: letters, digits and . - _ stay, any other byte becomes %XX.
std::string percent_encoded(std::string_view bytes);

// For comparing and searching: lower case, without accents, ligatures opened; every apostrophe
// becomes ', every hyphen or dash -, every run of spaces (also unbreakable) one space, none at
// the ends. "  L’ŒUVRE – Été " gives "l'oeuvre - ete".
std::string fold(std::string_view utf8);

// Levenshtein distance, in bytes: fold first when accents must not count.
std::size_t distance(std::string_view left, std::string_view right);

// The candidate nearest to `mot` once both are folded, if it is near enough to be a slip (a third
// of the word, at least one letter); the first of equals.
std::optional<std::string_view> plus_proche(std::string_view mot,
                                            std::span<const std::string_view> candidats);

}  // namespace grappe::core
