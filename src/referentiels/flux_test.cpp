// Bytes to lines: gzip, encodings, line ends, and the bounds that keep a trap from being a hang.
#include "referentiels/flux.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <vector>

#include "referentiels/lecture_essai.hpp"

namespace grappe::referentiels {
namespace {

std::string gzip(std::string_view texte) {
    z_stream etat{};
    REQUIRE(deflateInit2(&etat, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string sortie(deflateBound(&etat, texte.size()), '\0');
    auto entree = std::string{texte};
    etat.next_in = reinterpret_cast<Bytef*>(entree.data());
    etat.avail_in = static_cast<uInt>(entree.size());
    etat.next_out = reinterpret_cast<Bytef*>(sortie.data());
    etat.avail_out = static_cast<uInt>(sortie.size());
    REQUIRE(deflate(&etat, Z_FINISH) == Z_STREAM_END);
    sortie.resize(etat.total_out);
    deflateEnd(&etat);
    return sortie;
}

// The lines, or the code of the refusal as the last one.
std::vector<std::string> lignes(std::string_view octets) {
    OctetsEnMemoire source{octets};
    Flux flux{source, nullptr};
    Lignes lues{flux};
    std::vector<std::string> textes;
    for (;;) {
        const auto suite = lues.suivante();
        if (!suite) return textes.push_back(suite.error().code), textes;
        if (!*suite) return textes;
        textes.emplace_back(lues.texte());
    }
}

using Textes = std::vector<std::string>;

// One repeated piece, as long as one asks: a file that never ends.
class SansFin : public SourceOctets {
public:
    explicit SansFin(std::string morceau) : morceau_{std::move(morceau)} {}
    std::size_t lire(std::span<char> tampon) override {
        std::size_t lus = 0;
        while (lus + morceau_.size() <= tampon.size())
            lus += morceau_.copy(tampon.data() + lus, morceau_.size());
        return lus;
    }

private:
    std::string morceau_;
};

std::string code_de(SourceOctets& source) {
    const auto lu = lire_octets(source, territoires_d_essai(), {});
    return lu ? "" : lu.error().code;
}

}  // namespace

TEST_CASE("lines end by LF or CRLF and lose their byte order mark and control characters") {
    CHECK(lignes("\xEF\xBB\xBF"
                 "a\r\nb\n\nc") == Textes{"a", "b", "", "c"});
    CHECK(lignes(std::string_view{"a\0b\x1B[1m\n", 8}) == Textes{"a b [1m"});
    CHECK(lignes("").empty());
}

TEST_CASE("a control character is seen wherever it stands, and nothing else is") {
    for (int code = -128; code < 128; ++code) {
        CAPTURE(code);
        const bool attendu = (code >= 0 && code < 32 && code != '\t') || code == 127;
        for (std::size_t place = 0; place < 19; ++place) {
            std::string texte = "\tABC \xC3\xA9~\x80\xFF 0123456789";
            texte[place] = static_cast<char>(code);
            CHECK(a_des_controles(texte) == attendu);
        }
    }
}

TEST_CASE("each line is UTF-8 or else windows-1252") {
    CHECK(lignes("\xC9t\xE9 \x8C\n\u00C9t\u00E9\n") == Textes{"Été Œ", "Été"});
}

TEST_CASE("a line that spans two pieces is whole") {
    const std::string longue(60'000, 'x');
    CHECK(lignes(longue + "\n" + longue + "\nfin") == Textes{longue, longue, "fin"});
}

TEST_CASE("gzip is unzipped, members after members") {
    CHECK(lignes(gzip("a\nb")) == Textes{"a", "b"});
    CHECK(lignes(gzip("a\nb") + gzip("c\nd")) == Textes{"a", "bc", "d"});
    std::string grand;
    for (int i = 0; i < 30'000; ++i) grand += std::to_string(i) + "\n";
    CHECK(lignes(gzip(grand)).size() == 30'000);
}

TEST_CASE("damaged gzip is refused") {
    auto octets = gzip("structureet;a\n");
    CHECK(lignes(octets.substr(0, octets.size() - 6)).back() == "registre.illisible");
    octets[octets.size() - 7] ^= 0x55;
    CHECK(lignes(octets).back() == "registre.illisible");
    CHECK(lignes("\x1F\x8B").back() == "registre.illisible");
    CHECK(lignes("\x1F\x8Bnot a gzip").back() == "registre.illisible");
}

TEST_CASE("a line without end is refused at once") {
    CHECK(lignes("a\n" + std::string(65'537, 'x')) == Textes{"a", "registre.trop_grand"});
    CHECK(lignes(std::string(65'536, 'x')).back() != "registre.trop_grand");
    SansFin ligne{"x"};
    CHECK(code_de(ligne) == "registre.format_inconnu");
}

TEST_CASE("a file without end is refused in bounded time and memory") {
    SansFin vides{std::string(1000, '\n')};
    CHECK(code_de(vides) == "registre.format_inconnu");  // an empty header
    struct PuisVides : SansFin {
        PuisVides() : SansFin{"finess;etalab;0;2026-01-01\n\n\n\n\n\n\n\n\n\n"} {}
    } etalab;
    CHECK(code_de(etalab) == "registre.trop_grand");
    SansFin json{"{\"a\":["};
    CHECK(code_de(json) == "registre.trop_grand");
    SansFin espaces{"{ "};
    CHECK(code_de(espaces) == "registre.illisible");
}

TEST_CASE("what unzips beyond measure is refused") {
    const std::string entete = "finess;etalab;0;2026-01-01\n";
    std::string vide;
    for (int i = 0; i < 1200; ++i) vide.append(60'000, ' ').append("\n");
    const auto bombe = gzip(entete + vide);
    CHECK(bombe.size() < 100'000);
    OctetsEnMemoire source{bombe};
    const auto lu = lire_octets(source, territoires_d_essai(), {});
    REQUIRE_FALSE(lu);
    CHECK(lu.error().code == "registre.trop_grand");
    CHECK(lu.error().detail == "compression anormale");
}

}  // namespace grappe::referentiels
