// Rows of separated values: quotes, line ends, bounds.
#include "core/csv.hpp"

#include <doctest/doctest.h>

using grappe::core::CsvReader;
using Rows = std::vector<std::vector<std::string>>;

namespace {

// Every row of the text; a refused row is its code alone.
Rows read(std::string_view text, char separator) {
    Rows rows;
    CsvReader reader{text, separator, {.row = 100, .fields = 5}};
    for (;;) {
        const auto more = reader.next();
        if (!more)
            rows.push_back({more.error().code});
        else if (*more)
            rows.emplace_back(reader.fields().begin(), reader.fields().end());
        else
            return rows;
    }
}

}  // namespace

TEST_CASE("rows are cut at separators and at line ends") {
    CHECK(read("a;b;\r\n;c;d\n\n\re", ';') == Rows{{"a", "b", ""}, {"", "c", "d"}, {"\re"}});
    CHECK(read("a,b;c", ',') == Rows{{"a", "b;c"}});
    CHECK(read("", ';').empty());
    CHECK(read("\xEF\xBB\xBF"
               "a;b",
               ';') == Rows{{"a", "b"}});
}

TEST_CASE("quotes protect separators, line ends and doubled quotes") {
    CHECK(read(R"("FOYER ""LES EXEMPLES""; SITE 1";b)", ';') ==
          Rows{{R"(FOYER "LES EXEMPLES"; SITE 1)", "b"}});
    CHECK(read("\"deux\nlignes\";b\nc", ';') == Rows{{"deux\nlignes", "b"}, {"c"}});
    CHECK(read(R"("";"""";x)", ';') == Rows{{"", "\"", "x"}});
    CHECK(read("12\" de haut;b\nc", ';') == Rows{{"12\" de haut", "b"}, {"c"}});
    CHECK(read("a;\"b\"", ';') == Rows{{"a", "b"}});
    CHECK(read("a;\"b\";", ';') == Rows{{"a", "b", ""}});
}

TEST_CASE("a quote left open spoils its own line only") {
    CHECK(read("a;\"b;c\nd;e", ';') == Rows{{"csv.guillemet"}, {"d", "e"}});
    CHECK(read("\"a\"b;c\nd", ';') == Rows{{"csv.guillemet"}, {"d"}});
    CHECK(read("\"a\n" + std::string(200, 'x'), ';') ==
          Rows{{"csv.guillemet"}, {"csv.ligne_trop_longue"}});
}

TEST_CASE("long rows and too many fields are refused, and reading goes on") {
    CHECK(read(std::string(101, 'x') + "\nb", ';') == Rows{{"csv.ligne_trop_longue"}, {"b"}});
    CHECK(read(std::string(100, 'x') + "\nb", ';') == Rows{{std::string(100, 'x')}, {"b"}});
    CHECK(read("1;2;3;4;5;6\nb", ';') == Rows{{"csv.trop_de_champs"}, {"b"}});
    CHECK(read("1;2;3;4;5\nb", ';') == Rows{{"1", "2", "3", "4", "5"}, {"b"}});
}

TEST_CASE("a row knows the line where it begins") {
    CsvReader reader{"a\n\n\"b\nb\"\nc", ';'};
    REQUIRE(*reader.next());
    CHECK(reader.line() == 1);
    REQUIRE(*reader.next());
    CHECK(reader.line() == 3);
    CHECK(reader.row() == "\"b\nb\"");
    REQUIRE(*reader.next());
    CHECK(reader.line() == 5);
    CHECK_FALSE(*reader.next());
}

TEST_CASE("the separator is the most frequent sign outside quotes") {
    using grappe::core::csv_separator;
    CHECK(csv_separator("a;b,c;d") == ';');
    CHECK(csv_separator("a,b,\"c;d;e;f\"\n;;;;;;") == ',');
    CHECK(csv_separator("a\tb") == '\t');
    CHECK(csv_separator("a") == ';');
}

TEST_CASE("an empty cell keeps its place in a row, wherever it stands") {
    std::string row;
    grappe::core::append_csv_row(row, {"", "", "a", ""});
    CHECK(row == ";;a;\r\n");
}
