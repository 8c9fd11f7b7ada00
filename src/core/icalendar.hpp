// Content lines of iCalendar (RFC 5545, 3.1 and 3.3.11): escaped texts, lines of 75 octets at most.
#pragma once

#include <string>
#include <string_view>

namespace grappe::core {

// Backslash, semicolon, comma and ends of lines escaped; other control characters left out.
std::string icalendar_text(std::string_view text);

// Adds one line, folded, ended by CRLF. A fold never cuts a character.
void add_icalendar_line(std::string& out, std::string_view line);

// "2024-05-24T21:59:59Z" gives "20240524T215959Z"; also of a day.
std::string icalendar_date(std::string_view iso);

}  // namespace grappe::core
