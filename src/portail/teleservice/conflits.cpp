// Each text as its fields by path, then compared.
#include "portail/teleservice/conflits.hpp"

#include <map>
#include <set>

#include "portail/dossier/lecteur.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::teleservice {
namespace {

using dossier::Arbre, dossier::Chemin, dossier::Noeud;
using Champs = std::map<std::string, std::string, std::less<>>;

std::string en_json(const Noeud& noeud) {
    using enum Noeud::Genre;
    if (noeud.genre == nul) return "null";
    if (noeud.genre == objet) return "{}";
    if (noeud.genre == liste) return "[]";
    if (noeud.genre != texte) return std::string{noeud.texte};
    std::string sortie;
    rendu::EcrivainJson{sortie}.texte(noeud.texte);
    return sortie;
}

// Only what holds nothing else is a field: a full list is its elements.
void etaler(const Arbre& arbre, const Noeud& noeud, const Chemin& chemin, Champs& champs) {
    if (noeud.premier == Noeud::aucun) {
        champs.emplace(chemin.texte(), en_json(noeud));
        return;
    }
    int rang = 0;
    for (auto n = noeud.premier; n != Noeud::aucun; n = arbre.noeuds[n].suivant) {
        const auto& enfant = arbre.noeuds[n];
        const bool dans_un_objet = noeud.genre == Noeud::Genre::objet;
        const auto ici = dans_un_objet ? Chemin{.parent = &chemin, .cle = enfant.cle}
                                       : Chemin{.parent = &chemin, .rang = rang++};
        etaler(arbre, enfant, ici, champs);
    }
}

Champs champs_de(std::string_view texte) {
    Champs champs;
    const auto lu = dossier::lire_arbre(texte);
    if (lu.arbre) etaler(*lu.arbre, lu.arbre->noeuds.front(), Chemin{}, champs);
    return champs;
}

std::optional<std::string> valeur(const Champs& champs, const std::string& chemin) {
    const auto trouve = champs.find(chemin);
    return trouve == champs.end() ? std::nullopt : std::optional{trouve->second};
}

}  // namespace

std::vector<Ecart> ecarts(std::string_view depart, std::string_view en_place,
                          std::string_view propose) {
    const auto un = champs_de(depart), deux = champs_de(en_place), trois = champs_de(propose);
    std::set<std::string, std::less<>> chemins;
    for (const auto* champs : {&un, &deux})
        for (const auto& [chemin, texte] : *champs) chemins.insert(chemin);
    std::vector<Ecart> trouves;
    for (const auto& chemin : chemins) {
        Ecart ecart{.chemin = chemin,
                    .depart = valeur(un, chemin),
                    .en_place = valeur(deux, chemin),
                    .propose = valeur(trois, chemin)};
        if (ecart.depart != ecart.en_place) trouves.push_back(std::move(ecart));
    }
    return trouves;
}

}  // namespace grappe::teleservice
