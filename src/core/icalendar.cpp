// Lines of iCalendar.
#include "core/icalendar.hpp"

namespace grappe::core {

std::string icalendar_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out;
}

// A fold goes back to the first octet of a character.
void add_icalendar_line(std::string& out, std::string_view line) {
    constexpr std::size_t octets = 75;
    std::size_t place = octets;
    while (line.size() > place) {
        auto end = place;
        while (end > 1 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
        out.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        place = octets - 1;
    }
    out.append(line).append("\r\n");
}

std::string icalendar_date(std::string_view iso) {
    std::string text;
    for (const char c : iso)
        if (c != '-' && c != ':') text += c;
    return text;
}

}  // namespace grappe::core
