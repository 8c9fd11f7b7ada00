// Fields by path, lines by their number, then words by the longest common sequence.
#include "portail/bureau/comparaison.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

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

// Lists whose lines are known by a number: one that goes must not make another of each that
// follows.
struct ListeNumerotee {
    std::string_view liste, numero;
};
constexpr std::array numerotees{ListeNumerotee{"essms[", "finess_et"},
                                ListeNumerotee{"organismes[", "finess_ej"}};

// "essms[3]" of "essms[3].regime"; empty: no line of such a list.
std::string_view ligne_de(std::string_view chemin) {
    const bool une = std::any_of(numerotees.begin(), numerotees.end(), [&](const auto& numerotee) {
        return chemin.starts_with(numerotee.liste);
    });
    const auto fin = chemin.find(']');
    return une && fin != std::string_view::npos ? chemin.substr(0, fin + 1) : std::string_view{};
}

bool est_un_numero(std::string_view chemin, std::string_view ligne) {
    return std::any_of(numerotees.begin(), numerotees.end(), [&](const auto& numerotee) {
        return ligne.starts_with(numerotee.liste) &&
               chemin.substr(ligne.size()) == "." + std::string{numerotee.numero};
    });
}

using Feuilles = std::vector<std::pair<std::string, std::string>>;  // path, value as read

// "essms[3]" → "essms[339900144]", of the lines that have a number nobody else has. What has not
// the length of one could be taken for a rank.
std::map<std::string, std::string, std::less<>> noms_des_lignes(const Feuilles& feuilles) {
    std::map<std::string, std::string, std::less<>> noms;
    std::set<std::string> pris;
    for (const auto& [chemin, valeur] : feuilles) {
        const auto ligne = ligne_de(chemin);
        if (ligne.empty() || valeur.size() != 9 || !est_un_numero(chemin, ligne)) continue;
        const auto nom = std::string{ligne.substr(0, ligne.find('[') + 1)} + valeur + "]";
        if (pris.insert(nom).second) noms.emplace(ligne, nom);
    }
    return noms;
}

// Every field of a content, by the path that a person finds it at.
Feuilles feuilles_de(std::string_view texte) {
    Feuilles feuilles;
    for (const auto& ecart : teleservice::ecarts("0", texte, texte))
        if (!ecart.chemin.empty()) feuilles.emplace_back(ecart.chemin, lisible(ecart.en_place));
    const auto noms = noms_des_lignes(feuilles);
    for (auto& [chemin, valeur] : feuilles) {
        const auto ligne = ligne_de(chemin);
        if (const auto nom = noms.find(ligne); nom != noms.end())
            chemin = nom->second + chemin.substr(ligne.size());
    }
    return feuilles;
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
    std::map<std::string, Champ> champs;
    for (const auto& [texte, place] : {std::pair{avant, &Champ::avant}, {apres, &Champ::apres}})
        for (auto& [chemin, valeur] : feuilles_de(texte)) {
            auto& champ = champs[chemin];
            champ.chemin = chemin;
            champ.*place = std::move(valeur);
        }
    std::vector<Champ> tous;
    for (auto& [chemin, champ] : champs) {
        if (champ.change()) champ.mots = differences(champ.avant, champ.apres);
        tous.push_back(std::move(champ));
    }
    return tous;
}

}  // namespace grappe::bureau
