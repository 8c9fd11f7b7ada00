// Reading of separated values, written for lines of thirty short fields by the hundred thousand.
#include "core/csv.hpp"

#include <algorithm>
#include <array>

namespace grappe::core {
namespace {

constexpr char quote = '"';

Refusal refused(const char* code) { return refuse(Reason::invalid, code); }

}  // namespace

Result<void> CsvSplitter::split(std::string_view line) {
    fields_.clear();
    unquoted_.clear();
    if (line.size() > limits_.row) return refused("csv.ligne_trop_longue");
    if (line.find(quote) != std::string_view::npos) return split_quoted(line);
    while (fields_.size() < limits_.fields) {
        const auto end = line.find(separator_);
        fields_.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return {};
        line.remove_prefix(end + 1);
    }
    return refused("csv.trop_de_champs");
}

Result<void> CsvSplitter::split_quoted(std::string_view line) {
    unquoted_.reserve(line.size());  // so that views into it stay valid
    std::size_t start = 0;
    while (fields_.size() < limits_.fields) {
        auto end = line.find(separator_, start);
        if (start < line.size() && line[start] == quote)
            end = quoted_field(line, start + 1);
        else
            fields_.push_back(line.substr(start, end - start));
        if (end == std::string_view::npos || end == line.size()) return {};
        if (line[end] != separator_) return refused("csv.guillemet");
        start = end + 1;
    }
    return refused("csv.trop_de_champs");
}

// `start` is after the opening quote. Answers the place after the closing quote; that of the
// opening quote, which is no separator, when it is never closed.
std::size_t CsvSplitter::quoted_field(std::string_view line, std::size_t start) {
    const auto begin = unquoted_.size();
    auto from = start;
    for (;;) {
        const auto closing = line.find(quote, from);
        if (closing == std::string_view::npos) return start - 1;
        unquoted_ += line.substr(from, closing - from);
        from = closing + 2;
        if (closing + 1 < line.size() && line[closing + 1] == quote) {
            unquoted_ += quote;
            continue;
        }
        fields_.push_back(std::string_view{unquoted_}.substr(begin));
        return closing + 1;
    }
}

CsvReader::CsvReader(std::string_view text, char separator, CsvLimits limits)
    : splitter_{separator, limits}, rest_{text}, separator_{separator}, longest_{limits.row} {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
}

// A row ends at the first line end outside quotes. When a quote is still open after the longest
// row allowed, it was a slip: the row ends at its first line, so that the next ones are read.
void CsvReader::take_row() {
    bool quoted = false, field_start = true;
    auto end = std::string_view::npos;
    const auto searched = std::min(rest_.size(), longest_ + 1);
    for (std::size_t i = 0; i < searched && end == std::string_view::npos; ++i) {
        const char c = rest_[i];
        if (c == quote && (quoted || field_start)) quoted = !quoted;
        if (c == '\n' && !quoted) end = i;
        // A doubled quote closes then opens again at once.
        field_start = c == separator_ || (c == quote && !quoted);
    }
    if (end == std::string_view::npos && (quoted || searched < rest_.size()))
        end = rest_.find('\n');

    row_ = rest_.substr(0, end);
    line_ = next_line_;
    next_line_ += 1 + std::count(row_.begin(), row_.end(), '\n');
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (row_.ends_with('\r')) row_.remove_suffix(1);
}

Result<bool> CsvReader::next() {
    do {
        if (rest_.empty()) return false;
        take_row();
    } while (row_.empty());
    const auto split = splitter_.split(row_);
    if (!split) return split.error();
    return true;
}

char csv_separator(std::string_view first_line) {
    constexpr std::array candidates{';', ',', '\t', '|'};
    std::array<std::size_t, candidates.size()> counts{};
    bool quoted = false;
    for (const char c : first_line) {
        if (c == quote) quoted = !quoted;
        if (c == '\n' && !quoted) break;
        for (std::size_t i = 0; i < candidates.size() && !quoted; ++i)
            if (c == candidates[i]) ++counts[i];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return candidates[static_cast<std::size_t>(most - counts.begin())];
}

std::string csv_cell(std::string_view text) {
    constexpr std::string_view begins_a_formula = "=+-@\t\r", asks_quotes = ";\"\r\n";
    std::string cell{text};
    if (!text.empty() && begins_a_formula.find(text.front()) != std::string_view::npos)
        cell.insert(cell.begin(), '\'');
    if (cell.find_first_of(asks_quotes) == std::string::npos) return cell;
    std::string quoted{"\""};
    for (const char c : cell) quoted.append(c == '"' ? 2 : 1, c);
    return quoted += '"';
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out.append(i == 0 ? "" : ";").append(cells[i]);
    out += "\r\n";
}

}  // namespace grappe::core
