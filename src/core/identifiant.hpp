// What the identifiers have in common: presentation signs, digits and the Luhn key.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace grappe::core {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool all_digits(std::string_view text);

// `text` without the spaces (also unbreakable), dots and dashes of presentation, letters a-z
// upper-cased. Longer texts are cut at 64 bytes: no identifier comes near.
std::string without_presentation(std::string_view text);

// Luhn: right to left, double every second digit, the sum of digits is a multiple of ten.
// Answers false as soon as a character is not a digit.
bool luhn_valid(std::string_view digits);

// The number written in `digits` modulo `modulus`, letters counting as two-digit numbers
// (A = 10 … Z = 35), as ISO 7064 does for IBAN. Only digits and capitals may be given.
unsigned remainder_of(std::string_view characters, unsigned modulus);

// The offending value for a refusal's detail: cut at 40 bytes, at the edge of a character.
std::string shortened(std::string_view text);

}  // namespace grappe::core
