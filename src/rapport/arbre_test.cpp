// The evidence tree: ways, sums, sides, and what a forger tries with it.
#include "rapport/arbre.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "rapport/json.hpp"

namespace grappe::rapport {
namespace {

using usage::Compteur, usage::Compteurs;

std::vector<Noeud> feuilles_de_un(std::int64_t combien) {
    Arbre arbre;
    std::vector<Noeud> feuilles;
    for (std::int64_t rang = 0; rang < combien; ++rang) {
        Compteurs compteurs;
        compteurs[Compteur::fenetre] = 1;
        compteurs[Compteur::mssante] = rang;
        feuilles.push_back(arbre.feuille(std::string(32, static_cast<char>(rang)), compteurs,
                                         "faits " + std::to_string(rang)));
    }
    return feuilles;
}

}  // namespace

TEST_CASE("each leaf of trees of every small size leads to the root, at its place only") {
    Arbre arbre;
    for (std::int64_t combien = 1; combien <= 33; ++combien) {
        const auto feuilles = feuilles_de_un(combien);
        std::vector<std::int64_t> rangs;
        for (std::int64_t rang = 0; rang < combien; ++rang) rangs.push_back(rang);
        const auto tracee = arbre.tracer(feuilles, rangs);
        CHECK(tracee.racine == arbre.racine(feuilles));
        CHECK(tracee.racine.compteurs[Compteur::fenetre] == combien);
        CHECK(tracee.racine.compteurs[Compteur::mssante] == combien * (combien - 1) / 2);
        for (std::size_t rang = 0; rang < feuilles.size(); ++rang) {
            const auto ici = static_cast<std::int64_t>(rang);
            const auto mene = [&](std::int64_t ou, std::int64_t taille) {
                return arbre.remonter(feuilles[rang], {ou, taille}, tracee.chemins[rang]) ==
                       tracee.racine;
            };
            REQUIRE(mene(ici, combien));
            for (std::int64_t ailleurs = 0; ailleurs < combien; ++ailleurs)
                if (ailleurs != ici) REQUIRE_FALSE(mene(ailleurs, combien));
            REQUIRE_FALSE(mene(ici, ici));
            REQUIRE_FALSE(mene(-1, combien));
        }
    }
}

TEST_CASE("a leaf that is added, dropped, swapped or doubled changes the root") {
    Arbre arbre;
    const auto feuilles = feuilles_de_un(6);
    const auto racine = arbre.racine(feuilles);
    auto moins = feuilles;
    moins.pop_back();
    CHECK_FALSE(arbre.racine(moins) == racine);
    auto double_ = feuilles;
    double_.push_back(feuilles.back());
    CHECK_FALSE(arbre.racine(double_) == racine);
    auto echange = feuilles;
    std::swap(echange[1], echange[4]);
    CHECK_FALSE(arbre.racine(echange) == racine);
    CHECK(arbre.racine(echange).compteurs == racine.compteurs);
}

TEST_CASE("a way of another length leads nowhere") {
    Arbre arbre;
    const auto feuilles = feuilles_de_un(8);
    const std::vector<std::int64_t> rangs{3};
    auto chemin = arbre.tracer(feuilles, rangs).chemins.front();
    chemin.push_back(feuilles.front());
    CHECK_FALSE(arbre.remonter(feuilles[3], {3, 8}, chemin));
    chemin.resize(2);
    CHECK_FALSE(arbre.remonter(feuilles[3], {3, 8}, chemin));
    chemin.resize(1000);
    CHECK_FALSE(arbre.remonter(feuilles[3], {3, 8}, chemin));
}

TEST_CASE("an inner node does not pass for a leaf of a smaller tree") {
    Arbre arbre;
    const auto feuilles = feuilles_de_un(4);
    const std::vector<std::int64_t> rangs{0, 2};
    const auto tracee = arbre.tracer(feuilles, rangs);
    // The two halves of the tree, told as its two leaves: the root is the same digest, but no facts
    // make a leaf of that digest, for what is digested says first what it is.
    const auto gauche = arbre.racine(std::span{feuilles}.first(2));
    CHECK(arbre.remonter(gauche, {0, 2}, {tracee.chemins[0][1]}) == tracee.racine);
    std::string sel(32, '\0'), reste;
    const auto texte = std::string(reinterpret_cast<const char*>(feuilles[0].empreinte.data()), 32);
    CHECK_FALSE(arbre.feuille(texte, feuilles[0].compteurs, "").empreinte == gauche.empreinte);
}

TEST_CASE("sums never go down, never wrap, never leave what JSON carries") {
    Arbre arbre;
    auto feuilles = feuilles_de_un(2);
    feuilles[0].compteurs[Compteur::dmp] = -1;
    CHECK_FALSE(arbre.remonter(feuilles[1], {1, 2}, {feuilles[0]}));
    CHECK_THROWS_AS((void)arbre.racine(feuilles), core::Bug);
    feuilles[0].compteurs[Compteur::dmp] = plus_grand_nombre;
    CHECK(arbre.remonter(feuilles[1], {1, 2}, {feuilles[0]}));
    feuilles[1].compteurs[Compteur::dmp] = 1;
    CHECK_FALSE(arbre.remonter(feuilles[1], {1, 2}, {feuilles[0]}));
    feuilles[1].compteurs[Compteur::dmp] = std::numeric_limits<std::int64_t>::max();
    CHECK_FALSE(arbre.remonter(feuilles[1], {1, 2}, {feuilles[0]}));
}

TEST_CASE("a tree commits to the counts of each child, not to their sum alone") {
    Arbre arbre;
    const auto feuilles = feuilles_de_un(2);
    const auto racine = arbre.racine(feuilles);
    auto gauche = feuilles[0], droite = feuilles[1];
    gauche.compteurs[Compteur::mssante] += 1;
    droite.compteurs[Compteur::mssante] -= 1;
    const auto refaite = arbre.remonter(gauche, {0, 2}, {droite});
    REQUIRE(refaite);
    CHECK(refaite->compteurs == racine.compteurs);
    CHECK_FALSE(refaite->empreinte == racine.empreinte);
}

TEST_CASE("the digest of a text is its SHA-256, and only lower-case digits are read") {
    const auto abc = en_texte(Sha256{}.de("abc"));
    CHECK(abc == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(lire_empreinte(abc));
    auto grand = abc;
    grand[0] = 'B';
    CHECK_FALSE(lire_empreinte(grand));
    CHECK_FALSE(lire_empreinte(abc.substr(1)));
}

}  // namespace grappe::rapport
