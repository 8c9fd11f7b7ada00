// Typed searches.
#include "portail/instruction/recherche.hpp"

#include <doctest/doctest.h>

namespace grappe::instruction {
namespace {

Filtre lue(std::string_view texte) {
    Filtre filtre;
    CHECK(appliquer(filtre, {texte, "compte-1"}).empty());
    return filtre;
}

}  // namespace

TEST_CASE("words are folded, a FINESS is one, criteria have a name") {
    const auto filtre = lue("  L’Étoile appel:NA-2024 instructeur:moi 330012345 essms:>20 ");
    CHECK(filtre.mots == std::vector<std::string>{"l", "etoile"});
    CHECK(filtre.appel == "NA-2024");
    CHECK(filtre.instructeur == "compte-1");
    CHECK(filtre.finess == "330012345");
    CHECK(filtre.essms_min == 20);
    CHECK_FALSE(filtre.simple());
    CHECK(lue("").simple());
    CHECK(lue("statut:depose").simple());
    CHECK_FALSE(lue("statut:depose montant:>1000.50").simple());
}

TEST_CASE("what cannot be read is told back, and the rest holds") {
    Filtre filtre;
    const auto illisibles =
        appliquer(filtre, {"statut:rien depuis:hier couleur:bleu essms:12x jusque:2024-03-01", ""});
    CHECK(illisibles ==
          std::vector<std::string>{"statut:rien", "depuis:hier", "couleur:bleu", "essms:12x"});
    CHECK(filtre.jusque->text() == "2024-03-01");
    CHECK(filtre.mots.empty());
}

}  // namespace grappe::instruction
