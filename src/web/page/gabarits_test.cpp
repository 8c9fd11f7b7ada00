// Templates: escaping, parts, strictness.
#include "web/page/gabarits.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace core = grappe::core;
using grappe::page::Gabarits, grappe::page::Vue;
namespace fs = std::filesystem;

namespace {

class Dossier {
public:
    Dossier() : chemin_{fs::temp_directory_path() / "grappe-gabarits-test"} {
        fs::remove_all(chemin_);
        fs::create_directories(chemin_);
    }
    ~Dossier() { fs::remove_all(chemin_); }
    const fs::path& ecrire(const char* nom, const char* texte) const {
        std::ofstream{chemin_ / nom} << texte;
        return chemin_;
    }

private:
    fs::path chemin_;
};

grappe::core::Result<Gabarits> charger(const fs::path& dossier) {
    static const auto phrases = grappe::rules::Phrases::charger(
        "page.salut = Bonjour {nom}, <em>bien</em> ?\npage.compte = {n|mot|mots}");
    return Gabarits::charger({dossier}, *phrases);
}

}  // namespace

TEST_CASE("a sentence is said by its code, with the values of the template") {
    const Dossier dossier;
    const auto gabarits =
        charger(dossier.ecrire("a.mustache", "<p>{{@ page.salut}}</p>{{@page.salut}}"));
    CHECK(gabarits->rendre("a", Vue{{"nom", "<i>"}}) ==
          "<p>Bonjour &lt;i&gt;, <em>bien</em> ?</p>Bonjour &lt;i&gt;, <em>bien</em> ?");
}

TEST_CASE("a code without a sentence, or whose words agree with a number, is a refusal") {
    const Dossier dossier;
    for (const char* code : {"page.rien", "page.compte"})
        CHECK(charger(dossier.ecrire("a.mustache", (std::string{"{{@"} + code + "}}").c_str()))
                  .error() == core::refuse(core::Reason::invalid, "gabarit.phrase", code));
}

TEST_CASE("a value is escaped unless the template asks for markup") {
    const Dossier dossier;
    const auto gabarits = charger(dossier.ecrire("a.mustache", "<p>{{nom}}</p>{{{svg}}}"));
    const Vue vue{{"nom", "<b>L'Été & « co »</b>"}, {"svg", "<svg/>"}};
    CHECK(gabarits->rendre("a", vue) == "<p>&lt;b&gt;L&#39;Été &amp; « co »&lt;/b&gt;</p><svg/>");
}

TEST_CASE("a part is included where the template names it") {
    const Dossier dossier;
    dossier.ecrire("haut.mustache", "[{{titre}}]");
    const auto gabarits = charger(dossier.ecrire("a.mustache", "{{> haut}} suite"));
    CHECK(gabarits->rendre("a", Vue{{"titre", "T"}}) == "[T] suite");
}

TEST_CASE("a missing part or a section left open is a refusal that names the template") {
    const Dossier dossier;
    CHECK(charger(dossier.ecrire("a.mustache", "{{> rien}}")).error() ==
          core::refuse(core::Reason::invalid, "gabarit.absent", "rien"));
    CHECK(charger(dossier.ecrire("a.mustache", "{{#x}}")).error().code == "gabarit.syntaxe");
}

TEST_CASE("a template that names a value which its view lacks is a bug that names it") {
    const Dossier dossier;
    const auto gabarits = charger(dossier.ecrire("a.mustache", "{{#liste}}{{b}}{{/liste}}"));
    CHECK_THROWS_WITH_AS(gabarits->rendre("a", Vue{}),
                         "template names a value that is absent: liste", core::Bug);
    const Vue sans_b{{"liste", Vue::Liste{Vue{{"a", "1"}}}}};
    CHECK_THROWS_AS(gabarits->rendre("a", sans_b), core::Bug);
    CHECK(gabarits->rendre("a", Vue{{"liste", Vue::Liste{}}}).empty());
}

TEST_CASE("an empty text closes its section, a text opens it") {
    const Dossier dossier;
    const auto gabarits =
        charger(dossier.ecrire("a.mustache", "{{#t}}({{t}}){{/t}}{{^t}}rien{{/t}}"));
    CHECK(gabarits->rendre("a", Vue{{"t", ""}}) == "rien");
    CHECK(gabarits->rendre("a", Vue{{"t", "x"}}) == "(x)");
    CHECK(gabarits->rendre("a", Vue{{"t", false}}) == "rien");
}
