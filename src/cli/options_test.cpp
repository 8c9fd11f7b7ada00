// Commands declared as values, and lines that ask for them.
#include "cli/options.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace grappe::cli {
namespace {

rules::Phrases phrases() {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
    return rules::Phrases::charger(std::string{std::istreambuf_iterator{fichier}, {}}).value();
}

struct Options {
    std::string fichier, ecoute = "ici", motif;
    std::optional<std::string> le;
    std::vector<std::string> dossiers, mots;
    int ouvriers = 2;
    std::int64_t nombre = 0;
    std::uint32_t lieux = 1;
    std::uint64_t graine = 1;
    bool json = false;
};

int rendre_sept(const Session&, const Options&) { return 7; }

// A program of three commands; the sentences are any that exist.
class Essai {
public:
    Essai() {
        auto& une = programme_.commande("faire", "cli.servir");
        une.option("--ecoute", o->ecoute, "cli.aide").mot("ADRESSE").derniere().defaut_dit();
        une.option("--le", o->le, "cli.aide").mot("INSTANT");
        une.option("--appels,--dossiers", o->dossiers, "cli.aide").mot("DOSSIER").une_par_nom();
        une.option("--ouvriers", o->ouvriers, "cli.aide").mot("N").entre(1, 64);
        une.option("--nombre", o->nombre, "cli.aide");
        une.option("--lieux", o->lieux, "cli.aide");
        une.option("--graine", o->graine, "cli.aide");
        une.option("--motif", o->motif, "cli.aide");
        une.drapeau("--json", o->json, "cli.aide");
        une.option("mots", o->mots, "cli.aide");
        une.faire(rendre_sept, o);
        auto& lire = programme_.commande("lire", "cli.servir");
        lire.option("fichier", o->fichier, "cli.aide").requise();
        lire.faire([](const Session&) { return 8; });
        lire.commande("encore", "cli.servir").faire([](const Session&) { return 9; });
        programme_.commande("ranger", "cli.servir").commande("tout", "cli.servir");
    }

    Lue lire(std::vector<std::string> mots) const {
        return lire_la_ligne(
            {.programme = programme_, .version = "essai 1", .mots = std::move(mots)}, phrases_);
    }
    std::string refus(std::vector<std::string> mots) const {
        const auto lue = lire(std::move(mots));
        CHECK(lue.action == nullptr);
        CHECK(lue.code == saisie_illisible);
        return lue.texte;
    }
    int code(std::vector<std::string> mots) const {
        const auto lue = lire(std::move(mots));
        CHECK(lue.texte == "");
        REQUIRE(lue.action != nullptr);
        return (*lue.action)(
            Session{.racine = "", .phrases = phrases_, .maintenant = core::Instant::now()});
    }

    std::shared_ptr<Options> o = std::make_shared<Options>();

private:
    rules::Phrases phrases_ = phrases();
    Commande programme_{"essai", "cli.servir"};
};

}  // namespace

TEST_CASE("a line puts its values where the options say, and what to do is the command's") {
    const Essai essai;
    CHECK(essai.code({"faire", "--le", "midi", "--ouvriers", "64", "--nombre", "-3", "--lieux",
                      "4294967295", "--graine", "18446744073709551615", "--json", "un", "deux"}) ==
          7);
    CHECK(essai.o->le == "midi");
    CHECK(essai.o->ouvriers == 64);
    CHECK(essai.o->nombre == -3);
    CHECK(essai.o->lieux == 4294967295U);
    CHECK(essai.o->graine == 18446744073709551615U);
    CHECK(essai.o->json);
    CHECK(essai.o->mots == std::vector<std::string>{"un", "deux"});
    CHECK(essai.o->ecoute == "ici");
}

TEST_CASE("an optional value that is not given stays nothing; an empty one is a value") {
    const Essai essai;
    CHECK(essai.code({"faire"}) == 7);
    CHECK_FALSE(essai.o->le.has_value());
    CHECK(essai.code({"faire", "--le", ""}) == 7);
    CHECK(essai.o->le == "");
}

TEST_CASE("the name of another option is no value") {
    const Essai essai;
    CHECK(essai.refus({"faire", "--le", "--json"}) ==
          "L'option «\u00a0--le\u00a0» attend une valeur. Essayez essai --aide.\n");
    CHECK(essai.refus({"faire", "--appels", "--le", "midi"}) ==
          "L'option «\u00a0--appels\u00a0» attend une valeur. Essayez essai --aide.\n");
    const std::string sans_motif = "L'option «\u00a0--motif\u00a0» attend une valeur.";
    CHECK(essai.refus({"faire", "--motif", ""}).starts_with(sans_motif));
    CHECK(essai.refus({"faire", "--motif="}).starts_with(sans_motif));
    CHECK(essai.refus({"faire", "--appels", "a", "--appels", ""}).starts_with("L'option"));
    CHECK(essai.code({"faire", "--le=--json"}) == 7);
    CHECK(essai.o->le == "--json");
}

TEST_CASE("given twice: refused, the last one, or both in a list") {
    const Essai essai;
    CHECK(essai.refus({"faire", "--motif", "a", "--motif", "b"}) ==
          "L'option «\u00a0--motif\u00a0» ne se donne qu'une fois. Essayez essai --aide.\n");
    CHECK(essai.code({"faire", "--ecoute", "a", "--ecoute", "b"}) == 7);
    CHECK(essai.o->ecoute == "b");
    CHECK(essai.code({"faire", "--appels", "a", "--dossiers", "b", "c"}) == 7);
    CHECK(essai.o->dossiers == std::vector<std::string>{"a", "b"});
    CHECK(essai.o->mots == std::vector<std::string>{"c"});
}

TEST_CASE("a command may act and have commands: the last one of the line acts") {
    const Essai essai;
    CHECK(essai.code({"lire", "a"}) == 8);
    CHECK(essai.code({"lire", "a", "encore"}) == 9);
}

TEST_CASE("a command that does nothing itself wants one of its commands") {
    const Essai essai;
    CHECK(essai.refus({}) ==
          "Dites quelle commande lancer après «\u00a0essai\u00a0»\u00a0: faire, lire, ranger. "
          "Essayez essai --aide.\n");
    CHECK(essai.refus({"ranger"}) ==
          "Dites quelle commande lancer après «\u00a0essai ranger\u00a0»\u00a0: tout. "
          "Essayez essai ranger --aide.\n");
}

TEST_CASE("what cannot be read is said in French, with the word at fault") {
    const Essai essai;
    CHECK(essai.refus({"fair"}) ==
          "«\u00a0fair\u00a0» est inconnu\u00a0; le plus proche est «\u00a0faire\u00a0». "
          "Essayez essai --aide.\n");
    CHECK(essai.refus({"faire", "--jsn"}) ==
          "«\u00a0--jsn\u00a0» est inconnu\u00a0; le plus proche est "
          "«\u00a0--json\u00a0». Essayez essai --aide.\n");
    CHECK(essai.refus({"lire", "a", "b"}) ==
          "«\u00a0b\u00a0» est inconnu. Essayez essai --aide.\n");
    CHECK(essai.refus({"lire"}) ==
          "Il manque l'argument «\u00a0fichier\u00a0». Essayez essai --aide.\n");
    CHECK(essai.refus({"faire", "--le"}) ==
          "L'option «\u00a0--le\u00a0» attend une valeur. Essayez essai --aide.\n");
    for (const std::string valeur : {"0", "65", "un", "1.5"})
        CHECK(essai.refus({"faire", "--ouvriers=" + valeur}) ==
              "L'option «\u00a0--ouvriers\u00a0» attend un nombre de 1 à 64, pas «\u00a0" + valeur +
                  "\u00a0». Essayez essai --aide.\n");
    CHECK(essai.refus({"faire", "--lieux", "4294967296"}) ==
          "L'option «\u00a0--lieux\u00a0» attend un nombre entier, pas «\u00a04294967296\u00a0». "
          "Essayez essai --aide.\n");
}

TEST_CASE("help and version are answers; help says the defaults, the types, what is needed") {
    const Essai essai;
    const auto version = essai.lire({"--version"});
    CHECK(version.action == nullptr);
    CHECK(version.code == reussi);
    CHECK(version.texte == "essai 1\n");
    const auto aide = essai.lire({"faire", "--aide"});
    CHECK(aide.code == reussi);
    CHECK(aide.action == nullptr);
    CHECK(aide.texte == essai.lire({"faire", "-h"}).texte);
    for (const auto* dit : {"essai faire [OPTIONS]", "--ecoute ADRESSE=ici", "--motif TEXTE",
                            "--ouvriers N:de 1 à 64", "--nombre INT", "--graine UINT"})
        CHECK_MESSAGE(aide.texte.find(dit) != std::string::npos, dit);
    CHECK(essai.lire({"lire", "--help"}).texte.find("(obligatoire)") != std::string::npos);
    CHECK(essai.lire({"--help"}).texte.find("\nCommandes:\n") != std::string::npos);
}

}  // namespace grappe::cli
