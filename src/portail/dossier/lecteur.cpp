// Faults with their place, and the nearest known word.
#include "portail/dossier/lecteur.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "portail/dossier/utf8.hpp"

namespace grappe::dossier {
namespace {

constexpr std::size_t extrait_max = 60;

std::string ecrite(const Noeud& noeud) {
    using enum Noeud::Genre;
    if (noeud.genre == liste) return "[…]";
    if (noeud.genre == objet) return "{…}";
    return extrait(noeud.texte, extrait_max);
}

// A text where another kind is due keeps its quotes: else 5 would be refused for being 5.
std::string montree(const Noeud& noeud, std::string_view code) {
    auto valeur = ecrite(noeud);
    if (noeud.genre != Noeud::Genre::texte || !code.starts_with("dossier.attendu_")) return valeur;
    return '"' + valeur + '"';
}

}  // namespace

std::string Chemin::texte() const {
    std::string avant = parent ? parent->texte() : std::string{};
    if (rang >= 0) return avant + "[" + std::to_string(rang) + "]";
    if (cle.empty()) return avant;
    if (!avant.empty()) avant += '.';
    return avant + extrait(cle, extrait_max);
}

void Lecteur::refuser(const Lieu& lieu, std::string_view code, rules::Faits faits) {
    faits.insert(faits.begin(), {"valeur", montree(lieu.noeud, code)});
    refuser_cle(lieu.chemin, code, std::move(faits));
}

void Lecteur::refuser_cle(const Chemin& chemin, std::string_view code, rules::Faits faits) {
    if (fautes_.size() > fautes_max) return;
    if (fautes_.size() == fautes_max) {
        fautes_.push_back({.position = {},
                           .chemin = {},
                           .code = "dossier.trop_de_fautes",
                           .faits = {{"valeur", std::string{}},
                                     {"maximum", static_cast<std::int64_t>(fautes_max)}}});
        return;
    }
    fautes_.push_back(
        {.position = {}, .chemin = chemin.texte(), .code = code, .faits = std::move(faits)});
}

std::string_view plus_proche(std::string_view nom, const std::vector<std::string_view>& connus) {
    constexpr std::size_t utile = 64;  // no known word is longer
    const auto court = nom.substr(0, utile);
    return *std::ranges::min_element(connus, {}, [&](auto c) { return core::distance(court, c); });
}

std::string enumeration(const std::vector<std::string_view>& noms) {
    std::string sortie;
    for (std::size_t i = 0; i < noms.size(); ++i) {
        if (i > 0) sortie += i + 1 == noms.size() ? " ou " : ", ";
        sortie += "«\u00a0";
        sortie += noms[i];
        sortie += "\u00a0»";
    }
    return sortie;
}

}  // namespace grappe::dossier
