// The spaces and the apostrophe of a French sentence.
#include "typography.hpp"

#include <algorithm>
#include <cctype>

namespace tidy {
namespace {

constexpr std::string_view no_break = "\u00a0", thin = "\u202f";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at]));
}

// "20 000": three digits and no fourth after the space, one at least before it.
bool between_thousands(std::string_view text, std::size_t space) {
    return space > 0 && is_digit(text, space - 1) && is_digit(text, space + 1) &&
           is_digit(text, space + 2) && is_digit(text, space + 3) && !is_digit(text, space + 4);
}

std::string typeset_words(std::string_view words) {
    std::string text{words};
    replace_all(text, "&nbsp;", no_break);
    replace_all(text, "’", "'");
    for (const std::string_view mark : {":", ";", "?", "!", "»", "%", "€"})
        for (const std::string_view space : {" ", "\u202f"})
            replace_all(text, std::string{space} + std::string{mark},
                        std::string{no_break} + std::string{mark});
    for (const std::string_view space : {" ", "\u202f"})
        replace_all(text, "«" + std::string{space}, "«" + std::string{no_break});
    for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1))
        if (between_thousands(text, at)) text.replace(at, 1, thin);
    return text;
}

}  // namespace

std::string typeset(std::string_view sentence) {
    std::string text;
    while (!sentence.empty()) {
        const auto opening = std::min(sentence.find_first_of("{<"), sentence.size());
        text += typeset_words(sentence.substr(0, opening));
        sentence.remove_prefix(opening);
        const std::string_view closing = sentence.starts_with("{{")  ? "}}"
                                         : sentence.starts_with('{') ? "}"
                                                                     : ">";
        const auto end = std::min(sentence.find(closing), sentence.size());
        const auto length = std::min(end + closing.size(), sentence.size());
        text += sentence.substr(0, length);
        sentence.remove_prefix(length);
    }
    return text;
}

}  // namespace tidy
