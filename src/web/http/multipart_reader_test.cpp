// Parts of a form, cut anywhere.
#include "web/http/multipart_reader.hpp"

#include <doctest/doctest.h>

namespace grappe::http {
namespace {

class Notes final : public MultipartReader::Receiver {
public:
    void begin(Part part) override {
        text += "<" + part.name + (part.file_name ? ":" + *part.file_name : "") + ">";
    }
    void data(std::string_view bytes) override { text += bytes; }
    void end() override { text += "</>"; }

    std::string text;
};

std::string read(std::string_view body, std::size_t piece) {
    Notes notes;
    MultipartReader reader{"xyz", notes};
    for (std::size_t at = 0; at < body.size(); at += piece) reader.feed(body.substr(at, piece));
    if (reader.state() == MultipartReader::State::malformed) return "malformed";
    if (reader.state() != MultipartReader::State::complete) return "incomplete";
    return notes.text;
}

constexpr std::string_view two =
    "--xyz\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nDOC-01\r\n"
    "--xyz\r\nContent-Type: application/pdf\r\ncontent-disposition: form-data; name=\"fichier\"; "
    "filename=\"a%22b.pdf\"\r\n\r\n%PDF\r\n--xy\r\n\r\n-\r\n--xyz--\r\n";

}  // namespace

TEST_CASE("parts are the same however their bytes are cut") {
    const auto whole = read(two, two.size());
    CHECK(whole == "<type>DOC-01</><fichier:a\"b.pdf>%PDF\r\n--xy\r\n\r\n-</>");
    for (std::size_t piece = 1; piece < two.size(); ++piece) CHECK(read(two, piece) == whole);
}

TEST_CASE("a body that ends early or has a part without a name is not a form") {
    CHECK(read(two.substr(0, two.size() - 6), 7) == "incomplete");
    CHECK(read("--xyz\r\n\r\nrien\r\n--xyz--", 5) == "malformed");
    CHECK(read("--xyz\r\nContent-Disposition: form-data\r\n\r\nrien\r\n--xyz--", 9) == "malformed");
    CHECK(read("--xyzz\r\n\r\n", 100) == "malformed");
    CHECK(read("--xyz\r\n" + std::string(5000, 'a'), 100) == "malformed");
    CHECK(read("--xyz--", 3) == "");
    CHECK(read("avant\r\n--xyz--", 4) == "");
}

TEST_CASE("an empty part is told as one") {
    CHECK(read("--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--xyz--", 3) ==
          "<a></>");
}

TEST_CASE("the boundary is read from the type") {
    CHECK(boundary_of("multipart/form-data; boundary=xyz") == "xyz");
    CHECK(boundary_of("multipart/form-data; boundary=\"x y\"; charset=utf-8") == "x y");
    CHECK(boundary_of("application/json; boundary=xyz") == "");
    CHECK(boundary_of("multipart/form-data") == "");
}

}  // namespace grappe::http
