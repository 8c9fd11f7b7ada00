// Escapes of JSON strings.
#include "core/json_text.hpp"

namespace grappe::core {
namespace {

void append_byte(std::string& output, char byte) {
    constexpr std::string_view escaped = "\"\\\b\t\n\f\r", names = "\"\\btnfr",
                               hex = "0123456789abcdef";
    constexpr unsigned first_plain = 0x20, bits = 4, low = 0xF;
    const auto value = static_cast<unsigned char>(byte);
    if (const auto rank = escaped.find(byte); rank != std::string_view::npos)
        (output += '\\') += names[rank];
    else if (value < first_plain)
        ((output += "\\u00") += hex[value >> bits]) += hex[value & low];
    else
        output += byte;
}

}  // namespace

void append_json(std::string& output, std::string_view utf8) {
    output += '"';
    for (const char byte : utf8) append_byte(output, byte);
    output += '"';
}

std::string json_text(std::string_view utf8) {
    std::string text;
    append_json(text, utf8);
    return text;
}

}  // namespace grappe::core
