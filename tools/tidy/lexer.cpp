// Blanking of comments and literals, and the search for function bodies.
#include "lexer.hpp"

#include <algorithm>
#include <cctype>

namespace tidy {
namespace {

// Blanks [from, to) but keeps the ends of lines.
void blank(std::string& text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, text.size()); ++i)
        if (text[i] != '\n') text[i] = ' ';
}

std::size_t end_of_literal(const std::string& text, std::size_t start) {
    for (std::size_t i = start + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == text[start])
            return i;
        else if (text[i] == '\n')
            return i;
    }
    return text.size();
}

std::size_t end_of_raw_literal(const std::string& text, std::size_t quote) {
    const auto paren = text.find('(', quote);
    if (paren == std::string::npos) return text.size();
    const auto closing = ")" + text.substr(quote + 1, paren - quote - 1) + "\"";
    const auto end = text.find(closing, paren);
    return end == std::string::npos ? text.size() : end + closing.size() - 1;
}

bool word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::size_t blank_from(std::string& text, std::size_t i) {
    if (text.compare(i, 2, "//") == 0) {
        const auto end = std::min(text.find('\n', i), text.size());
        blank(text, i, end);
        return end;
    }
    if (text.compare(i, 2, "/*") == 0) {
        const auto end = std::min(text.find("*/", i), text.size() - 2) + 2;
        blank(text, i, end);
        return end;
    }
    if (text[i] == '"') {
        const bool raw = i > 0 && text[i - 1] == 'R';
        const auto end = raw ? end_of_raw_literal(text, i) : end_of_literal(text, i);
        blank(text, i + 1, end);
        return end + 1;
    }
    if (text[i] == '\'' && (i == 0 || !word_character(text[i - 1]))) {
        const auto end = end_of_literal(text, i);
        blank(text, i + 1, end);
        return end + 1;
    }
    return i + 1;
}

std::size_t matching(std::string_view text, std::size_t open, char left, char right) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        if (text[i] == left) ++depth;
        if (text[i] == right && --depth == 0) return i;
    }
    return text.size();
}

std::size_t opening(std::string_view text, std::size_t close) {
    int depth = 0;
    for (std::size_t i = close + 1; i-- > 0;) {
        if (text[i] == ')') ++depth;
        if (text[i] == '(' && --depth == 0) return i;
    }
    return std::string_view::npos;
}

// Number of parameters between two parentheses, commas inside <>, (), {} and [] left out.
int parameters(std::string_view inside) {
    if (inside.find_first_not_of(" \n\t") == std::string_view::npos) return 0;
    int depth = 0, count = 1;
    for (const char c : inside) {
        if (c == '<' || c == '(' || c == '{' || c == '[') ++depth;
        if (c == '>' || c == ')' || c == '}' || c == ']') --depth;
        if (c == ',' && depth == 0) ++count;
    }
    return count;
}

std::string word_before(std::string_view text, std::size_t position) {
    while (position > 0 && std::isspace(static_cast<unsigned char>(text[position - 1]))) --position;
    auto start = position;
    while (start > 0 && word_character(text[start - 1])) --start;
    return std::string{text.substr(start, position - start)};
}

bool is_control(const std::string& word) {
    static const char* const controls[] = {"if", "for", "while", "switch", "catch", "constexpr"};
    return std::find(std::begin(controls), std::end(controls), word) != std::end(controls);
}

// Position of the ')' that ends the parameter list of the body opened at `brace`, or npos.
std::size_t end_of_parameters(std::string_view text, std::size_t brace) {
    std::size_t i = brace;
    while (i > 0) {
        const char c = text[i - 1];
        if (c == ')') return i - 1;
        const bool part_of_signature = word_character(c) || c == ' ' || c == '\n' || c == ':' ||
                                       c == '<' || c == '>' || c == '-' || c == '*' || c == '&' ||
                                       c == ',';
        if (!part_of_signature) return std::string_view::npos;
        --i;
    }
    return std::string_view::npos;
}

}  // namespace

std::string blanked(std::string_view source) {
    std::string text{source};
    for (std::size_t i = 0; i < text.size();) i = blank_from(text, i);
    return text;
}

std::vector<Function> functions(std::string_view text) {
    std::vector<Function> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{') continue;
        const auto close = end_of_parameters(text, i);
        if (close == std::string_view::npos) continue;
        const auto open = opening(text, close);
        if (open == std::string_view::npos || is_control(word_before(text, open))) continue;
        const auto end = matching(text, i, '{', '}');
        const auto lines = [&](std::size_t from, std::size_t to) {
            return static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(from),
                                               text.begin() + static_cast<std::ptrdiff_t>(to),
                                               '\n'));
        };
        found.push_back({lines(0, i) + 1, lines(i, end) + 1,
                         parameters(text.substr(open + 1, close - open - 1))});
    }
    return found;
}

}  // namespace tidy
