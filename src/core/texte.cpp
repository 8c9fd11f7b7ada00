// Encodings and the folding of text.
#include "core/texte.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "core/texte_tables.hpp"

namespace grappe::core {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr unsigned byte_at(std::string_view text, std::size_t index) {
    return static_cast<unsigned char>(text[index]);
}

// Bytes of `text` before the first that is not ASCII, eight at a time: files are mostly ASCII.
std::size_t ascii_length(std::string_view text) {
    std::size_t length = 0;
    for (std::uint64_t eight = 0; text.size() - length >= sizeof eight; length += sizeof eight) {
        std::memcpy(&eight, text.data() + length, sizeof eight);
        if ((eight & 0x8080808080808080U) != 0) break;
    }
    while (length < text.size() && byte_at(text, length) < 0x80) ++length;
    return length;
}

// Length of the well-formed character that opens `text`, 0 when there is none (Unicode, table 3-7).
std::size_t character_length(std::string_view text) {
    const unsigned lead = byte_at(text, 0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < length) return 0;

    const unsigned second = byte_at(text, 1);
    const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((byte_at(text, i) & 0xC0U) != 0x80U) return 0;
    return length;
}

std::uint32_t character(std::string_view text, std::size_t length) {
    if (length == 1) return byte_at(text, 0);
    std::uint32_t code = byte_at(text, 0) & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte_at(text, i) & 0x3FU);
    return code;
}

void add_character(std::string& out, std::uint32_t code) {
    const auto tail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
    };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else {
        out += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    }
}

// A space is written only when another character follows, so that none stays at the end.
class Folder {
public:
    explicit Folder(std::size_t size) { folded_.reserve(size); }

    void add(std::string_view letters) {
        if (pending_space_ && !folded_.empty()) folded_ += ' ';
        pending_space_ = false;
        folded_ += letters;
    }
    void space() { pending_space_ = true; }
    std::string result() && { return std::move(folded_); }

private:
    std::string folded_;
    bool pending_space_ = false;
};

void fold_ascii(Folder& folder, char c) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) return folder.space();
    if (c == '`') c = '\'';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    folder.add({&c, 1});
}

void fold_other(Folder& folder, std::string_view letters, std::uint32_t code) {
    if (tables::is_space(code)) return folder.space();
    if (tables::is_combining(code)) return;
    const auto plain = tables::plain(code);
    folder.add(plain.empty() ? letters : plain);
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    while (true) {
        bytes.remove_prefix(ascii_length(bytes));
        if (bytes.empty()) return true;
        const auto length = character_length(bytes);
        if (length == 0) return false;
        bytes.remove_prefix(length);
    }
}

std::size_t caracteres(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string from_windows_1252(std::string_view bytes) {
    std::string utf8;
    utf8.reserve(bytes.size() + bytes.size() / 8);
    for (;;) {
        const auto plain = ascii_length(bytes);
        utf8.append(bytes.substr(0, plain));
        if (plain == bytes.size()) break;
        const auto byte = byte_at(bytes, plain);
        add_character(utf8, byte < 0xA0 ? tables::windows_1252[byte - 0x80U] : byte);
        bytes.remove_prefix(plain + 1);
    }
    return utf8;
}

std::string to_utf8(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return is_utf8(bytes) ? std::string{bytes} : from_windows_1252(bytes);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string percent_encoded(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : bytes) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        const auto byte = static_cast<unsigned char>(c);
        if (plain)
            encoded += c;
        else
            encoded.append(1, '%').append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
    }
    return encoded;
}

std::string_view cut(std::string_view utf8, std::size_t size) {
    if (utf8.size() <= size) return utf8;
    while (size > 0 && (byte_at(utf8, size) & 0xC0U) == 0x80U) --size;
    return utf8.substr(0, size);
}

std::string fold(std::string_view utf8) {
    Folder folder{utf8.size()};
    while (!utf8.empty()) {
        const auto length = std::max<std::size_t>(character_length(utf8), 1);
        if (length == 1)
            fold_ascii(folder, utf8.front());
        else
            fold_other(folder, utf8.substr(0, length), character(utf8, length));
        utf8.remove_prefix(length);
    }
    return std::move(folder).result();
}

}  // namespace grappe::core
