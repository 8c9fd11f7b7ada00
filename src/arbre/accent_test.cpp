// Accents are for texts and comments.
#include "arbre/accent.hpp"

#include <doctest/doctest.h>

namespace grappe::arbre {

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

}  // namespace grappe::arbre
