// From what was typed to the JSON of the contract: the paths become a tree, each text its value.
#include <fmt/format.h>

#include <algorithm>

#include "core/identifiant.hpp"
#include "portail/pages/modele.hpp"
#include "portail/pages/saisie.hpp"

namespace grappe::pages {
namespace {

struct Arbre {
    std::map<std::string, Arbre, std::less<>> cles;
    std::map<int, Arbre> rangs;
    std::string valeur;  // JSON of a leaf

    bool vide() const { return cles.empty() && rangs.empty() && valeur.empty(); }
};

std::string entre_guillemets(std::string_view texte) {
    std::string json{"\""};
    for (const char c : texte) {
        if (c == '"' || c == '\\')
            json.append(1, '\\').append(1, c);
        else if (static_cast<unsigned char>(c) < 0x20)
            json += fmt::format("\\u{:04x}", c);
        else
            json += c;
    }
    return json + "\"";
}

bool dit_aucun(std::string_view texte) {
    return texte == "aucun" || texte == "aucune" || texte == "null";
}

// "2024-05-24T23:59" as a form writes it: the local hour of the call's zone.
std::string instant(std::string_view texte, const core::Zone& fuseau) {
    if (core::Instant::parse(texte)) return std::string{texte};
    const auto seconde = texte.size() == 16 ? ":00" : "";
    const auto utc = core::Instant::parse(std::string{texte} + seconde + "Z");
    const auto jour = core::Date::parse(texte.substr(0, std::min<std::size_t>(10, texte.size())));
    if (!utc || !jour) return std::string{texte};
    const auto depuis_minuit = utc->utc() - std::chrono::sys_seconds{jour->days()};
    const auto minutes = static_cast<int>(depuis_minuit / std::chrono::minutes{1});
    const auto local = fuseau.at(*jour, minutes / 60, minutes % 60);
    return fuseau.text(core::Instant::of(local.utc() + depuis_minuit % std::chrono::minutes{1}));
}

std::string liste_de_mots(std::string_view texte) {
    std::string json{"["};
    while (!texte.empty()) {
        const auto fin = std::min(texte.find(','), texte.size());
        if (json.size() > 1) json += ", ";
        json += entre_guillemets(texte.substr(0, fin));
        texte.remove_prefix(std::min(fin + 1, texte.size()));
    }
    return json + "]";
}

std::string feuille(std::string_view chemin, std::string_view texte, const core::Zone& fuseau) {
    const auto genre = genre_de(chemin);
    if (dit_aucun(texte)) return "null";
    if (genre == Genre::liste) return liste_de_mots(texte);
    if (genre == Genre::instant) return entre_guillemets(instant(texte, fuseau));
    const auto propre = nettoyer(genre, texte);
    const bool nombre = genre == Genre::entier && core::all_digits(propre) && !propre.empty() &&
                        (propre.front() != '0' || propre.size() == 1);
    const bool logique = genre == Genre::oui_non && (propre == "true" || propre == "false");
    return nombre || logique ? propre : entre_guillemets(propre);
}

void planter(Arbre& arbre, std::string_view chemin, std::string json) {
    auto* ici = &arbre;
    while (!chemin.empty()) {
        if (chemin.front() == '[') {
            const auto fin = std::min(chemin.find(']'), chemin.size() - 1);
            ici = &ici->rangs[rang_en_tete(chemin.substr(1, fin - 1))];
            chemin.remove_prefix(fin + 1);
        } else {
            const auto fin = std::min(chemin.find_first_of(".["), chemin.size());
            ici = &ici->cles[std::string{chemin.substr(0, fin)}];
            chemin.remove_prefix(fin);
        }
        if (chemin.starts_with('.')) chemin.remove_prefix(1);
    }
    ici->valeur = std::move(json);
}

void ecrire(std::string& json, const Arbre& arbre, std::size_t retrait);

template <class Entrees, class Ecrire>
void ecrire_entrees(std::string& json, const Entrees& entrees, std::size_t retrait,
                    const Ecrire& ecrire_une) {
    bool premiere = true;
    for (const auto& entree : entrees) {
        json.append(premiere ? "\n" : ",\n").append(retrait + 2, ' ');
        ecrire_une(entree);
        premiere = false;
    }
    json.append("\n").append(retrait, ' ');
}

// A value said "none" gives way to facts typed below it.
void ecrire(std::string& json, const Arbre& arbre, std::size_t retrait) {
    if (!arbre.rangs.empty()) {
        json += '[';
        ecrire_entrees(json, arbre.rangs, retrait,
                       [&](const auto& entree) { ecrire(json, entree.second, retrait + 2); });
        json += ']';
    } else if (!arbre.cles.empty()) {
        json += '{';
        ecrire_entrees(json, arbre.cles, retrait, [&](const auto& entree) {
            json += entre_guillemets(entree.first) + ": ";
            ecrire(json, entree.second, retrait + 2);
        });
        json += '}';
    } else {
        json += arbre.valeur;
    }
}

// A shared fact, on each line that does not speak of it.
void partager(const Saisie& saisie, std::string_view chemin, const core::Zone& fuseau,
              Arbre& arbre) {
    const auto champ = chemin.substr(7);  // after "commun."
    const int lignes = saisie.essms();
    for (int rang = 0; rang < lignes; ++rang) {
        const auto ici = chemin_essms(rang, champ);
        if (!saisie.contient(ici)) planter(arbre, ici, feuille(ici, saisie.texte(chemin), fuseau));
    }
}

// A body of which nothing is typed but its number, which the register gave: no fact yet.
bool est_propose(const Saisie& saisie, std::string_view chemin) {
    constexpr std::string_view fin{"].finess_ej"};
    if (!chemin.starts_with("organismes[") || !chemin.ends_with(fin)) return false;
    const std::string prefixe{chemin.substr(0, chemin.size() - fin.size() + 1)};
    return !saisie.contient(prefixe + ".essms_geres") &&
           !saisie.contient(prefixe + ".raison_sociale");
}

}  // namespace

std::string en_json(const Saisie& saisie, const core::Zone& fuseau) {
    Arbre arbre;
    for (const auto& [chemin, texte] : saisie.valeurs()) {
        if (texte.empty() || est_propose(saisie, chemin)) continue;
        if (chemin.starts_with("commun."))
            partager(saisie, chemin, fuseau, arbre);
        else
            planter(arbre, chemin, feuille(chemin, texte, fuseau));
    }
    if (arbre.cles["essms"].vide()) arbre.cles["essms"].valeur = "[]";
    std::string json;
    ecrire(json, arbre, 0);
    return json + "\n";
}

}  // namespace grappe::pages
