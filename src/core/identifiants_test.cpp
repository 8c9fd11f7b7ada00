// Every vector of tests/donnees/identifiants: valid or not, and which test fails.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <type_traits>

#include "core/csv.hpp"
#include "core/finess.hpp"
#include "core/iban.hpp"
#include "core/nir.hpp"
#include "core/rpps.hpp"
#include "core/siren.hpp"
#include "core/siret.hpp"

namespace grappe::core {
namespace {

template <class Type>
std::string code_with_key(std::string_view text, const char* wrong_key) {
    const auto parsed = Type::parse(text);
    if (!parsed) return parsed.error().code;
    return parsed->has_valid_key() ? "" : wrong_key;
}

template <class Type>
std::string code(std::string_view text) {
    const auto parsed = Type::parse(text);
    return parsed ? "" : parsed.error().code;
}

// The code of the test that failed, empty when the number is right.
std::string judged(std::string_view type, std::string_view text) {
    if (type.starts_with("FINESS")) return code_with_key<Finess>(text, "finess.cle");
    if (type == "SIRET") return code_with_key<Siret>(text, "siret.cle");
    if (type == "SIREN") return code_with_key<Siren>(text, "siren.cle");
    if (type == "RPPS") return code_with_key<Rpps>(text, "rpps.cle");
    if (type == "NIR") return code<Nir>(text);
    if (type == "RIB") return code<Rib>(text);
    if (type == "IBAN" && text.find(' ') == text.npos) return code<Iban>(text);
    if (type == "IBAN") return Iban::parse_lenient(text) ? "" : "iban.forme";
    REQUIRE(type == "BIC");
    return code<Bic>(text);
}

std::string vectors() {
    std::ifstream file{GRAPPE_ROOT "/tests/donnees/identifiants/identifiants-test.csv"};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// The wrong vectors whose failing test is not the key.
const std::map<std::string, std::string, std::less<>> other_faults{
    {"2a0000022", "finess.caractere"},
    {"12345678", "finess.longueur"},
    {"1234567890", "finess.longueur"},
    {"01000002O", "finess.caractere"},
    {"", "finess.longueur"},
    {"2C0000012", "finess.prefixe"},
    {"000000000", "finess.prefixe"},
    {"200000022", "finess.prefixe"},
    {"010 000 024", "finess.longueur"},
    {"7732829320007", "siret.forme"},
    {"385057800608491", "nir.sexe"},
    {"FR142004101005", "iban.longueur"},
    {"AGRIFRP", "bic.longueur"},
    {"1GRIFRPP", "bic.caractere"},
};

std::string expected(std::string_view type, std::string_view text) {
    if (type == "RPPS" && text.size() != 11) return "rpps.longueur";
    if (const auto fault = other_faults.find(text); fault != other_faults.end())
        return fault->second;
    auto code = std::string{type.substr(0, type.find('_'))} + ".cle";
    for (char& c : code)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return code;
}

}  // namespace

TEST_CASE("every vector is judged as its table says, and says which test failed") {
    const auto text = vectors();
    CsvReader reader{text, ';'};
    REQUIRE(*reader.next());
    int read = 0;
    while (*reader.next()) {
        const auto type = reader.fields()[0], value = reader.fields()[1];
        CAPTURE(std::string{type});
        CAPTURE(std::string{value});
        const bool valid = reader.fields()[2] == "O";
        CHECK(judged(type, value) == (valid ? "" : expected(type, value)));
        ++read;
    }
    CHECK(read == 123);
}

TEST_CASE("a NIR has its sex, its month and its Corsican letters checked") {
    CHECK(code<Nir>("102042A00412333") == "");
    CHECK(code<Nir>("102042B00412333") == "nir.cle");
    CHECK(code<Nir>("102042C00412333") == "nir.caractere");
    CHECK(code<Nir>("102132A00412333") == "nir.mois");
    CHECK(code<Nir>("10204200412333") == "nir.longueur");
    CHECK(Nir::parse_lenient("1 02 04 2a 004 123 33")->reveal().text() == "102042A00412333");
}

TEST_CASE("a refused NIR is not quoted, and an accepted one has no text form") {
    CHECK(Nir::parse("185057800608492").error().detail.empty());
    static_assert(!fmt::is_formattable<Confidential<Nir>>::value);
    static_assert(!fmt::is_formattable<Confidential<std::string>>::value);
    static_assert(!std::is_convertible_v<Confidential<std::string>, std::string>);
}

TEST_CASE("the key of a RIB counts every letter of the account") {
    for (const char* rib : {"3000400082ABCDEFGHIJK86", "3000400082LMNOPQRSTUV34",
                            "3000400082WXYZ012345697", "3000400082SZSZSZSZSZS54"})
        CHECK(code<Rib>(rib) == "");
    CHECK(code<Rib>("3000400082ABDDEFGHIJK86") == "rib.cle");
}

TEST_CASE("a French IBAN has the key of its RIB checked besides its own") {
    // The key of the IBAN is right, that of the RIB inside is not.
    CHECK(code<Iban>("FR8420041010050500013M02607") == "rib.cle");
    CHECK(code<Iban>("fr1420041010050500013M02606") == "iban.caractere");
    CHECK(code<Iban>("DE89 370400440532013000") == "iban.caractere");
    CHECK(Iban::parse("DE89370400440532013000")->country() == "DE");
}

}  // namespace grappe::core
