// The id of a call, read from its first lines.
#include "portail/programme/prelecture.hpp"

#include <doctest/doctest.h>

namespace grappe::programme {

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
