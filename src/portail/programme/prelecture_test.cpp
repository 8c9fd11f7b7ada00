// Accents are for texts and comments.
#include "portail/programme/prelecture.hpp"

#include <doctest/doctest.h>

namespace grappe::programme {

TEST_CASE("accents in texts and comments are fine") {
    const char* const admis[] = {
        "",
        "# é\na = 1",
        "a = \"é\" # à\n",
        "a = 'é \\' # 'b' é\n",
        "a = \"guillemet \\\" é\"\n",
        "a = \"\"\"é\né \"\" é\"\"\"\nb = 1",
        "a = '''é\n'é '''\n",
        "\xEF\xBB\xBF# é",
    };
    for (const auto* texte : admis) {
        CAPTURE(texte);
        CHECK(!accent_hors_texte(texte));
    }
}

TEST_CASE("an accent elsewhere is found at its place") {
    CHECK(accent_hors_texte("é = 1") == Position{1, 1});
    CHECK(accent_hors_texte("a = 1\n  été = 2") == Position{2, 3});
    CHECK(accent_hors_texte("a = \"x\" é") == Position{1, 9});
    CHECK(accent_hors_texte("a = \"non fermé\né") == Position{2, 1});
    CHECK(accent_hors_texte("a = \"\"\"x\"\"\" é") == Position{1, 13});
    CHECK(accent_hors_texte("a = 'x\\' é") == Position{1, 10});
}

TEST_CASE("the id of a call is read from its plain line") {
    CHECK(identifiant_annonce("# L'appel\n\nappel = \"NA-2024\"\n[a]\n") == "NA-2024");
    CHECK(identifiant_annonce("titre = \"x\"\r\n  appel=\"A\" # celui-ci\r\n") == "A");
    CHECK(identifiant_annonce("appel = \"\"") == "");
}

TEST_CASE("the id of a call is left to the whole reading where a line cannot tell it") {
    const char* const douteux[] = {
        "",
        "titre = \"x\"\n",
        "[table]\nappel = \"A\"\n",
        "titre = \"\"\"\nappel = \"A\"\n\"\"\"\n",
        "titre = '''\nappel = \"A\"\n'''\n",
        "liste = [\nappel = \"A\"\n",
        "appel = \"A\\u0042\"",
        "appel = 'A'",
        "appel = \"A\" \"B\"",
        "appel = \"A",
        "appels = \"A\"",
        "\"appel\" = \"A\"",
    };
    for (const auto* texte : douteux) {
        CAPTURE(texte);
        CHECK_FALSE(identifiant_annonce(texte));
    }
}

}  // namespace grappe::programme
