// A transmission is written once, amended by its author, withdrawn with a reason; and read by whom
// its class allows. On both engines.
#include "dui/transmission/redaction.hpp"

#include <doctest/doctest.h>

#include "dui/transmission/essai_pour_tests.hpp"

namespace grappe::transmission {
namespace {

using namespace std::string_literals;
using tests::Classe, tests::Profession, tests::Reader;
using tests::Essai, tests::essayer, tests::id, tests::professionnel;

const auto ines = professionnel("ines", Profession::aide_soignant);
const auto eddy = professionnel("eddy", Profession::educateur);
const auto chef = professionnel("chef", Profession::cadre, access::Role::encadrement);
const auto sans = professionnel("sans", std::nullopt);

std::vector<Version> lues(const Essai& essai, const acces::Professionnel& qui, int n) {
    return essai.base.read([&](Reader& db) {
        auto lue = lire(db, qui, id(n));
        return lue ? *std::move(lue) : std::vector<Version>{};
    });
}

}  // namespace

TEST_CASE("a second sending of the same form writes nothing more") {
    essayer([](Essai& essai) {
        const auto une = Essai::saisie(1, "p1", 50);
        CHECK(essai.redige(ines, une) == "fait");
        CHECK(essai.redige(ines, une, 150) == "fait");
        CHECK(lues(essai, ines, 1).size() == 1);
        auto autre = une;
        autre.dit.texte = "Autre chose";
        CHECK(essai.redige(ines, autre) == "element.version");
    });
}

TEST_CASE("all that a form got wrong is told at once, and nothing is written") {
    essayer([](Essai& essai) {
        auto une = Essai::saisie(1, "p1", 500);
        une.dit.texte = " ";
        une.classe = Classe::social;
        une.lie_a = "nulle-part";
        CHECK(essai.redige(ines, une) ==
              "transmission.vide transmission.classe transmission.futur transmission.lien");
        CHECK(lues(essai, ines, 1).empty());
    });
}

TEST_CASE("who writes, where, and of whom") {
    essayer([](Essai& essai) {
        auto une = Essai::saisie(1, "p1", 0);
        CHECK(essai.redige(sans, une) == "transmission.classe");
        CHECK(essai.redige(professionnel("di", Profession::cadre, access::Role::direction), une) ==
              "dui.etablissement_interdit");
        auto ailleurs = ines;
        ailleurs.etablissements = {"330000019"};
        CHECK(essai.redige(ailleurs, une) == "dui.etablissement_interdit");
        une.personne = "inconnue";
        CHECK(essai.redige(ines, une) == "dui.dossier_inconnu");
        une = Essai::saisie(1, "p1", 0);
        une.id = "ABC";
        CHECK(essai.redige(ines, une) == "transmission.id");
    });
}

TEST_CASE("amended by its author, with the former text kept; nobody else's") {
    essayer([](Essai& essai) {
        REQUIRE(essai.redige(ines, Essai::saisie(1, "p1", 0)) == "fait");
        const Amendement amendement{id(1), 1, {.texte = "Corrigée."}};
        CHECK(essai.amende(eddy, amendement) == "transmission.autre_auteur");
        CHECK(essai.amende(chef, amendement) == "transmission.autre_auteur");
        CHECK(essai.amende(ines, {id(1), 1, {.texte = ""}}) == "transmission.vide");
        CHECK(essai.amende(ines, amendement) == "fait");
        CHECK(essai.amende(ines, {id(1), 1, {.texte = "Encore."}}) == "element.version");
        const auto versions = lues(essai, ines, 1);
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].dit.texte == "Transmission 1");
        CHECK(versions[1].dit.texte == "Corrigée.");
        CHECK(versions[1].signature.auteur == "ines");
    });
}

TEST_CASE("withdrawn with a reason, by its author or who leads; then it changes no more") {
    essayer([](Essai& essai) {
        REQUIRE(essai.redige(ines, Essai::saisie(1, "p1", 0)) == "fait");
        CHECK(essai.retire(eddy, {id(1), 1, "Erreur"}) == "transmission.autre_auteur");
        CHECK(essai.retire(chef, {id(1), 1, "  "}) == "transmission.motif");
        CHECK(essai.retire(chef, {id(1), 1, "Autre personne."}) == "fait");
        CHECK(essai.retire(ines, {id(1), 2, "Encore."}) == "transmission.retiree");
        CHECK(essai.amende(ines, {id(1), 2, {.texte = "Encore."}}) == "transmission.retiree");
        const auto versions = lues(essai, ines, 1);
        REQUIRE(versions.size() == 2);
        CHECK(versions[1].dit.motif == "Autre personne.");
        CHECK(versions[1].dit.texte == "Transmission 1");
    });
}

TEST_CASE("a class that one does not read: its transmissions are not there, and are counted") {
    essayer([](Essai& essai) {
        auto soin = Essai::saisie(1, "p1", 0);
        soin.classe = Classe::soins;
        REQUIRE(essai.redige(ines, soin) == "fait");
        REQUIRE(essai.redige(ines, Essai::saisie(2, "p1", 10)) == "fait");
        CHECK(lues(essai, ines, 1).size() == 1);
        CHECK(lues(essai, eddy, 1).empty());
        CHECK(essai.amende(eddy, {id(1), 1, {.texte = "x"}}) == "transmission.inconnue");
        auto suite = Essai::saisie(3, "p1", 20);
        suite.lie_a = id(1);
        CHECK(essai.redige(eddy, suite) == "transmission.lien");
        CHECK(essai.redige(ines, suite) == "fait");
        const auto page = [&](const acces::Professionnel& qui) {
            return essai.base.read([&](Reader& db) { return page_de(db, qui, {"p1", 10}); });
        };
        CHECK(page(ines).transmissions.size() == 3);
        CHECK(page(eddy).transmissions.size() == 2);
        CHECK(page(eddy).tues == 1);
        CHECK(page(sans).tues == 3);
    });
}

}  // namespace grappe::transmission
