// Fields by path, then words by the longest common sequence.
#include "portail/bureau/comparaison.hpp"

#include <algorithm>

#include "portail/dossier/arbre_json.hpp"
#include "portail/teleservice/conflits.hpp"

namespace grappe::bureau {
namespace {

constexpr std::size_t mots_max = 400;  // of a text compared word by word; beyond, as a whole

std::vector<std::string_view> mots_de(std::string_view texte) {
    std::vector<std::string_view> mots;
    while (!texte.empty()) {
        const auto fin = std::min(texte.find(' '), texte.size());
        if (fin > 0) mots.push_back(texte.substr(0, fin));
        texte.remove_prefix(std::min(fin + 1, texte.size()));
    }
    return mots;
}

void ajouter(std::vector<Morceau>& morceaux, Genre genre, std::string_view mot) {
    if (morceaux.empty() || morceaux.back().genre != genre)
        morceaux.push_back({genre, std::string{mot}});
    else
        morceaux.back().texte.append(" ").append(mot);
}

// Lengths of the longest common sequences of what is left of both.
using Table = std::vector<std::vector<std::size_t>>;
Table longueurs(const std::vector<std::string_view>& un,
                const std::vector<std::string_view>& deux) {
    Table table(un.size() + 1, std::vector<std::size_t>(deux.size() + 1, 0));
    for (auto i = un.size(); i-- > 0;)
        for (auto j = deux.size(); j-- > 0;)
            table[i][j] = un[i] == deux[j] ? table[i + 1][j + 1] + 1
                                           : std::max(table[i + 1][j], table[i][j + 1]);
    return table;
}

// A JSON text as a person reads it.
std::string lisible(const std::optional<std::string>& json) {
    if (!json || *json == "null") return {};
    if (*json == "true") return "oui";
    if (*json == "false") return "non";
    const auto lu = dossier::lire_arbre(*json);
    if (!lu.arbre) return *json;
    return std::string{lu.arbre->noeuds.front().texte};
}

}  // namespace

std::vector<Morceau> differences(std::string_view avant, std::string_view apres) {
    const auto un = mots_de(avant), deux = mots_de(apres);
    if (un.size() > mots_max || deux.size() > mots_max)
        return {{Genre::ote, std::string{avant}}, {Genre::ajoute, std::string{apres}}};
    const auto table = longueurs(un, deux);
    std::vector<Morceau> morceaux;
    std::size_t i = 0, j = 0;
    while (i < un.size() || j < deux.size()) {
        if (i < un.size() && j < deux.size() && un[i] == deux[j]) {
            ajouter(morceaux, Genre::pareil, un[i]);
            ++i, ++j;
        } else if (i < un.size() && (j == deux.size() || table[i + 1][j] >= table[i][j + 1])) {
            ajouter(morceaux, Genre::ote, un[i++]);
        } else {
            ajouter(morceaux, Genre::ajoute, deux[j++]);
        }
    }
    return morceaux;
}

std::vector<Champ> comparer(std::string_view avant, std::string_view apres) {
    std::vector<Champ> champs;
    const auto ajouter_ceux = [&](std::string_view texte) {
        for (const auto& ecart : teleservice::ecarts("0", texte, texte))
            if (!ecart.chemin.empty()) champs.push_back({.chemin = ecart.chemin});
    };
    ajouter_ceux(avant);
    ajouter_ceux(apres);
    std::sort(champs.begin(), champs.end(),
              [](const Champ& un, const Champ& deux) { return un.chemin < deux.chemin; });
    champs.erase(
        std::unique(champs.begin(), champs.end(),
                    [](const Champ& un, const Champ& deux) { return un.chemin == deux.chemin; }),
        champs.end());
    const auto remplir = [&](std::string_view texte, std::string Champ::*place) {
        for (const auto& ecart : teleservice::ecarts("0", texte, texte)) {
            const auto champ = std::find_if(champs.begin(), champs.end(), [&](const Champ& un) {
                return un.chemin == ecart.chemin;
            });
            if (champ != champs.end()) (*champ).*place = lisible(ecart.en_place);
        }
    };
    remplir(avant, &Champ::avant);
    remplir(apres, &Champ::apres);
    for (auto& champ : champs)
        if (champ.change()) champ.mots = differences(champ.avant, champ.apres);
    return champs;
}

}  // namespace grappe::bureau
