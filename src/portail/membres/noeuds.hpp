// Nœuds: walking the flat tree of a JSON text, and writing a part of it back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/dossier/arbre_json.hpp"

namespace grappe::membres {

// In order; none for what holds nothing.
std::vector<const dossier::Noeud*> enfants(const dossier::Arbre& arbre,
                                           const dossier::Noeud& parent);

// Null: the object has no such key, or is no object.
const dossier::Noeud* enfant(const dossier::Arbre& arbre, const dossier::Noeud& parent,
                             std::string_view cle);

// The text of that key; empty: no such key, or no text.
std::string_view texte_de(const dossier::Arbre& arbre, const dossier::Noeud& parent,
                          std::string_view cle);

// The elements of the list of that key.
std::vector<const dossier::Noeud*> liste_de(const dossier::Arbre& arbre, std::string_view cle);

enum class Ordre { ecrit, trie };  // of the keys of objects

void ecrire(std::string& sortie, const dossier::Arbre& arbre, const dossier::Noeud& noeud,
            Ordre ordre);
void ecrire_texte(std::string& sortie, std::string_view texte);  // a JSON string

}  // namespace grappe::membres
