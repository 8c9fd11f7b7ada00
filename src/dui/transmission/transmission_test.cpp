// What a transmission must say, its shift, and its contents there and back. Pure.
#include "dui/transmission/transmission.hpp"

#include <doctest/doctest.h>

#include <random>

namespace grappe::transmission {
namespace {

using Fautes = std::vector<Faute>;

Transmission narrative(std::string texte) { return {.texte = std::move(texte)}; }

}  // namespace

TEST_CASE("all that is missing is told at once") {
    CHECK(fautes_de(narrative("")) == Fautes{{"texte", "transmission.vide"}});
    CHECK(fautes_de(narrative("A mangé.")).empty());
    CHECK(fautes_de({.forme = Forme::ciblee}) ==
          Fautes{{"cible", "transmission.cible"}, {"donnees", "transmission.dar"}});
    CHECK(fautes_de({.forme = Forme::ciblee, .cible = "Chute", .actions = "Relevée."}).empty());
    CHECK(fautes_de({.forme = Forme::ciblee,
                     .cible = std::string(121, 'a'),
                     .donnees = std::string(4'001, 'b')}) ==
          Fautes{{"cible", "transmission.cible_longue"}, {"donnees", "transmission.long"}});
}

TEST_CASE("a length is counted in characters, not in bytes") {
    std::string accents;
    for (int n = 0; n < 4'000; ++n) accents += "é";
    CHECK(fautes_de(narrative(accents)).empty());
    CHECK(fautes_de(narrative(accents + "é")) == Fautes{{"texte", "transmission.long"}});
}

TEST_CASE("spaces around and parts of the other form go") {
    const auto nettee = nette({.texte = "  Calme.\n", .cible = "Sommeil", .donnees = "x"});
    CHECK(nettee == narrative("Calme."));
    CHECK(fautes_de(nette(narrative(" \n "))) == Fautes{{"texte", "transmission.vide"}});
}

TEST_CASE("contents come back as they went, whatever was typed") {
    std::mt19937 hasard{4};
    const std::vector<std::string> morceaux{"",   "a",  "é",    "\"",   "\\",
                                            "\n", "\t", "🙂", "\x01", "}"};
    const auto texte = [&] {
        std::string un;
        for (auto n = hasard() % 6; n > 0; --n) un += morceaux[hasard() % morceaux.size()];
        return un;
    };
    for (int n = 0; n < 2'000; ++n) {
        const Transmission une{.forme = n % 2 == 0 ? Forme::narrative : Forme::ciblee,
                               .urgence = n % 3 == 0 ? Urgence::urgente : Urgence::ordinaire,
                               .texte = texte(),
                               .cible = texte(),
                               .donnees = texte(),
                               .actions = texte(),
                               .resultats = texte(),
                               .motif = texte()};
        CHECK(lue(contenu_de(une)) == une);
    }
}

TEST_CASE("a shift begins at its minute, by the clock of Paris in summer as in winter") {
    const auto poste = [](const char* instant) {
        return core::name_of(poste_de(core::Instant::parse(instant).value()));
    };
    for (const auto* jour : {"2024-01-15T%+01:00", "2024-07-15T%+02:00", "2024-03-31T%+02:00"}) {
        const auto a = [&](const char* heure) {
            std::string texte{jour};
            return poste(texte.replace(texte.find('%'), 1, heure).c_str());
        };
        CHECK(a("06:44:59") == "nuit");
        CHECK(a("06:45:00") == "matin");
        CHECK(a("13:44:59") == "matin");
        CHECK(a("13:45:00") == "apres_midi");
        CHECK(a("20:59:59") == "apres_midi");
        CHECK(a("21:00:00") == "nuit");
    }
}

}  // namespace grappe::transmission
