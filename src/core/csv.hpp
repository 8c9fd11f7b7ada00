// Rows of separated values, RFC 4180: quotes doubled inside quotes, CRLF or LF, bounded sizes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::core {

struct CsvLimits {
    std::size_t row = std::size_t{64} * 1024;  // bytes
    std::size_t fields = 512;
};

// Cuts one line into fields, in views of the line or of itself: no allocation once warm.
class CsvSplitter {
public:
    explicit CsvSplitter(char separator, CsvLimits limits = {})
        : separator_{separator}, limits_{limits} {}

    // The views live until the next call. Codes "csv.guillemet" (a quote never closed, or text
    // after a closing quote), "csv.ligne_trop_longue", "csv.trop_de_champs".
    Result<void> split(std::string_view line);
    const std::vector<std::string_view>& fields() const { return fields_; }

private:
    Result<void> split_quoted(std::string_view line);
    std::size_t quoted_field(std::string_view line, std::size_t start);

    char separator_;
    CsvLimits limits_;
    std::vector<std::string_view> fields_;
    std::string unquoted_;  // the text of quoted fields, quotes undone
};

// The rows of a whole text; a quoted field may span lines. Empty lines are skipped.
class CsvReader {
public:
    CsvReader(std::string_view text, char separator, CsvLimits limits = {});

    // False at the end. After a refusal, the next call goes on with the next row.
    Result<bool> next();
    const std::vector<std::string_view>& fields() const { return splitter_.fields(); }
    std::int64_t line() const { return line_; }    // 1-based, where the row begins
    std::string_view row() const { return row_; }  // as written, without its line end

private:
    void take_row();

    CsvSplitter splitter_;
    std::string_view rest_;
    std::string_view row_;
    std::int64_t line_ = 0;
    std::int64_t next_line_ = 1;
    char separator_;
    std::size_t longest_;
};

// The separator of a header or of a first line: the most frequent of ; , tab and | outside
// quotes, ; when there is none.
char csv_separator(std::string_view first_line);

// A text as a cell of a file separated by ; that no spreadsheet takes for a formula (=, +, -, @,
// tab, return at its head).
std::string csv_cell(std::string_view text);

// Adds a row of cells as they are to be written, with its CRLF.
void append_csv_row(std::string& out, const std::vector<std::string>& cells);

}  // namespace grappe::core
