// Walking and writing of JSON trees.
#include "portail/membres/noeuds.hpp"

#include <algorithm>

#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::membres {
namespace {

using dossier::Arbre, dossier::Noeud;

const Noeud* noeud(const Arbre& arbre, std::uint32_t rang) {
    return rang == Noeud::aucun ? nullptr : &arbre.noeuds[rang];
}

std::vector<const Noeud*> ranges(const Arbre& arbre, const Noeud& objet, Ordre ordre) {
    auto trouves = enfants(arbre, objet);
    if (ordre == Ordre::trie)
        std::sort(trouves.begin(), trouves.end(), [](const auto* un, const auto* autre) {
            return std::pair{un->cle, un} < std::pair{autre->cle, autre};
        });
    return trouves;
}

void ecrire_objet(std::string& sortie, const Arbre& arbre, const Noeud& objet, Ordre ordre) {
    sortie += '{';
    for (const auto* membre : ranges(arbre, objet, ordre)) {
        if (sortie.back() != '{') sortie += ',';
        ecrire_texte(sortie, membre->cle);
        sortie += ':';
        ecrire(sortie, arbre, *membre, ordre);
    }
    sortie += '}';
}

void ecrire_liste(std::string& sortie, const Arbre& arbre, const Noeud& liste, Ordre ordre) {
    sortie += '[';
    for (const auto* element : enfants(arbre, liste)) {
        if (sortie.back() != '[') sortie += ',';
        ecrire(sortie, arbre, *element, ordre);
    }
    sortie += ']';
}

}  // namespace

std::vector<const Noeud*> enfants(const Arbre& arbre, const Noeud& parent) {
    std::vector<const Noeud*> trouves;
    for (const auto* n = noeud(arbre, parent.premier); n; n = noeud(arbre, n->suivant))
        trouves.push_back(n);
    return trouves;
}

const Noeud* enfant(const Arbre& arbre, const Noeud& parent, std::string_view cle) {
    if (parent.genre != Noeud::Genre::objet) return nullptr;
    for (const auto* n = noeud(arbre, parent.premier); n; n = noeud(arbre, n->suivant))
        if (n->cle == cle) return n;
    return nullptr;
}

std::string_view texte_de(const Arbre& arbre, const Noeud& parent, std::string_view cle) {
    const auto* trouve = enfant(arbre, parent, cle);
    return trouve && trouve->genre == Noeud::Genre::texte ? trouve->texte : std::string_view{};
}

std::vector<const Noeud*> liste_de(const Arbre& arbre, std::string_view cle) {
    const auto* liste = enfant(arbre, arbre.noeuds.front(), cle);
    if (!liste || liste->genre != Noeud::Genre::liste) return {};
    return enfants(arbre, *liste);
}

void ecrire_texte(std::string& sortie, std::string_view texte) {
    rendu::EcrivainJson{sortie}.texte(texte);
}

void ecrire(std::string& sortie, const Arbre& arbre, const Noeud& valeur, Ordre ordre) {
    switch (valeur.genre) {
        case Noeud::Genre::objet:
            return ecrire_objet(sortie, arbre, valeur, ordre);
        case Noeud::Genre::liste:
            return ecrire_liste(sortie, arbre, valeur, ordre);
        case Noeud::Genre::texte:
            return ecrire_texte(sortie, valeur.texte);
        case Noeud::Genre::nul:
            sortie += "null";
            return;
        default:
            sortie += valeur.texte;
    }
}

}  // namespace grappe::membres
