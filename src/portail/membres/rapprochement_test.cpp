// Which requests go together, with each reason and each reserve.
#include "portail/membres/rapprochement.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace grappe::membres {
namespace {

std::string codes(const std::vector<Raison>& raisons) {
    std::string texte;
    for (const auto& raison : raisons)
        texte.append(texte.empty() ? "" : " ").append(raison.code.substr(7));
    return texte;
}

std::string issue(const Profil& un, const Profil& autre) {
    const auto trouve = rapprocher(un, autre);
    return trouve ? codes(trouve->raisons) + " | " + codes(trouve->reserves) : "rien";
}

const Profil sienne{.region = "75", .couloir = "PA", .logiciel = "Logiciel Fictif", .essms = 6};

}  // namespace

TEST_CASE("only requests of one known region are put together") {
    CHECK(issue(sienne, {"94", "PA", "Logiciel fictif", 9}) == "rien");
    CHECK(issue({"", "PA", "", 6}, {"", "PA", "", 9}) == "rien");
}

TEST_CASE("each criterion is a reason, a reserve, or not said") {
    CHECK(issue(sienne, {"75", "PA", "LOGICIEL  FICTIF", 9}) ==
          "meme_region couloir_commun logiciel_commun taille_suffisante | ");
    CHECK(issue(sienne, {"75", "PH", "Autre", 8}) ==
          "meme_region | couloirs_differents logiciels_differents sous_le_minimum");
    CHECK(issue(sienne, {"75", "", "", 43}) == "meme_region taille_suffisante | ");
    CHECK(issue(sienne, {"75", "", "", 44}) == "meme_region | au_dela_de_la_tranche");
}

TEST_CASE("the minimum is eight in Corsica and overseas, fifteen elsewhere") {
    CHECK(taille_minimale("94") == 8);
    CHECK(taille_minimale("04") == 8);
    CHECK(taille_minimale("75") == 15);
    CHECK(issue({"94", "", "", 4}, {"94", "", "", 4}) == "meme_region taille_suffisante | ");
    CHECK(issue({"94", "", "", 4}, {"94", "", "", 3}) == "meme_region | sous_le_minimum");
}

TEST_CASE("a proposal is the same seen from both sides, and reasons come before reserves") {
    for (const auto& autre : {Profil{"75", "PA", "Autre", 9}, Profil{"75", "PH", "", 2}}) {
        const auto ici = rapprocher(sienne, autre), la_bas = rapprocher(autre, sienne);
        CHECK(codes(ici->raisons) == codes(la_bas->raisons));
        CHECK(codes(ici->reserves) == codes(la_bas->reserves));
    }
    const auto bon = *rapprocher(sienne, {"75", "PA", "Logiciel fictif", 9});
    const auto moins = *rapprocher(sienne, {"75", "PA", "Autre", 9});
    CHECK(convient_mieux(bon, moins));
    CHECK_FALSE(convient_mieux(moins, bon));
    CHECK_FALSE(convient_mieux(bon, bon));
}

}  // namespace grappe::membres
