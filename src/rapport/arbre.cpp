// The evidence tree. Recipe, byte for byte: docs/rapport-d-usage.md.
#include "rapport/arbre.hpp"

#include <algorithm>
#include <bit>

#include "core/ensure.hpp"
#include "rapport/json.hpp"

namespace grappe::rapport {
namespace {

// What is digested says first what it is: a leaf never passes for a node.
enum class Sorte : char { feuille = 0, noeud = 1, etablissement = 2, vide = 3 };

void ajouter_entier(std::string& octets, std::int64_t valeur) {
    for (int decalage = 56; decalage >= 0; decalage -= 8)
        octets.push_back(static_cast<char>(valeur >> decalage));
}

void ajouter(std::string& octets, const usage::Compteurs& compteurs) {
    for (const auto valeur : compteurs.valeurs) ajouter_entier(octets, valeur);
}

void ajouter(std::string& octets, const Noeud& noeud) {
    octets.append(reinterpret_cast<const char*>(noeud.empreinte.data()), noeud.empreinte.size());
    ajouter(octets, noeud.compteurs);
}

void ouvrir(std::string& octets, Sorte sorte) {
    octets.clear();
    octets.push_back(static_cast<char>(sorte));
}

std::optional<usage::Compteurs> somme(const usage::Compteurs& une, const usage::Compteurs& autre) {
    usage::Compteurs faite;
    for (std::size_t rang = 0; rang < faite.valeurs.size(); ++rang) {
        const auto gauche = une.valeurs[rang], droite = autre.valeurs[rang];
        if (gauche < 0 || droite < 0 || gauche > plus_grand_nombre - droite) return std::nullopt;
        faite.valeurs[rang] = gauche + droite;
    }
    return faite;
}

// How many of `feuilles` leaves stand on the left.
std::int64_t a_gauche(std::int64_t feuilles) {
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(feuilles - 1)));
}

// From the leaf up: whether it stands on the left at each level.
std::vector<bool> cotes(std::int64_t rang, std::int64_t feuilles) {
    std::vector<bool> gauche;
    while (feuilles > 1) {
        const auto k = a_gauche(feuilles);
        gauche.push_back(rang < k);
        feuilles = rang < k ? k : feuilles - k;
        if (rang >= k) rang -= k;
    }
    std::reverse(gauche.begin(), gauche.end());
    return gauche;
}

}  // namespace

Noeud Arbre::feuille(std::string_view sel, const usage::Compteurs& compteurs,
                     std::string_view faits) {
    ouvrir(tampon_, Sorte::feuille);
    tampon_.append(sel);
    ajouter(tampon_, compteurs);
    tampon_.append(faits);
    return {sha_.de(tampon_), compteurs};
}

Noeud Arbre::etablissement(std::string_view finess, std::int64_t feuilles, const Noeud& racine) {
    ouvrir(tampon_, Sorte::etablissement);
    tampon_.append(finess);
    ajouter_entier(tampon_, feuilles);
    ajouter(tampon_, racine);
    return {sha_.de(tampon_), racine.compteurs};
}

std::optional<Noeud> Arbre::noeud(const Noeud& gauche, const Noeud& droite) {
    const auto total = somme(gauche.compteurs, droite.compteurs);
    if (!total) return std::nullopt;
    ouvrir(tampon_, Sorte::noeud);
    ajouter(tampon_, gauche);
    ajouter(tampon_, droite);
    return Noeud{sha_.de(tampon_), *total};
}

// The part of a tree that is being walked, and the ways of the leaves wanted there.
struct Arbre::Trace {
    std::int64_t premier = 0;
    std::span<const std::int64_t> rangs{};
    std::span<Chemin> chemins{};
};

Noeud Arbre::descendre(std::span<const Noeud> feuilles, Trace trace) {
    if (feuilles.size() == 1) return feuilles.front();
    const auto k = static_cast<std::size_t>(a_gauche(static_cast<std::int64_t>(feuilles.size())));
    const auto milieu = trace.premier + static_cast<std::int64_t>(k);
    const auto coupe = static_cast<std::size_t>(
        std::lower_bound(trace.rangs.begin(), trace.rangs.end(), milieu) - trace.rangs.begin());
    const auto chemins_gauche = trace.chemins.first(coupe);
    const auto chemins_droite = trace.chemins.subspan(coupe);
    const auto gauche =
        descendre(feuilles.first(k), {trace.premier, trace.rangs.first(coupe), chemins_gauche});
    const auto droite =
        descendre(feuilles.subspan(k), {milieu, trace.rangs.subspan(coupe), chemins_droite});
    for (auto& chemin : chemins_gauche) chemin.push_back(droite);
    for (auto& chemin : chemins_droite) chemin.push_back(gauche);
    const auto haut = noeud(gauche, droite);
    core::ensure(haut.has_value(), "sums that a report can carry");
    return *haut;
}

Arbre::Tracee Arbre::tracer(std::span<const Noeud> feuilles, std::span<const std::int64_t> rangs) {
    if (feuilles.empty()) {
        ouvrir(tampon_, Sorte::vide);
        return {{sha_.de(tampon_), {}}, {}};
    }
    std::vector<Chemin> chemins(rangs.size());
    const auto racine = descendre(feuilles, {.premier = 0, .rangs = rangs, .chemins = chemins});
    return {racine, std::move(chemins)};
}

Noeud Arbre::racine(std::span<const Noeud> feuilles) { return tracer(feuilles, {}).racine; }

std::optional<Noeud> Arbre::remonter(const Noeud& feuille, Place place, const Chemin& chemin) {
    if (place.rang < 0 || place.rang >= place.feuilles) return std::nullopt;
    const auto gauche = cotes(place.rang, place.feuilles);
    if (gauche.size() != chemin.size()) return std::nullopt;
    std::optional<Noeud> ici = feuille;
    for (std::size_t niveau = 0; ici && niveau < chemin.size(); ++niveau)
        ici = gauche[niveau] ? noeud(*ici, chemin[niveau]) : noeud(chemin[niveau], *ici);
    return ici;
}

}  // namespace grappe::rapport
