// From what was typed to the JSON of the contract: the paths become a tree, each text its value.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <ranges>
#include <span>
#include <vector>

#include "core/identifiant.hpp"
#include "portail/pages/modele.hpp"
#include "portail/pages/saisie.hpp"

namespace grappe::pages {
namespace {

// The paths as a tree. Its nodes stand in one row: a form has hundreds of them, and is written
// while one types. Keys are views of the paths that were planted. Paths come nearly in order: a
// place that comes back later is another node, and is joined with the first when it is written.
class Arbre {
public:
    void planter(std::string_view chemin, std::string json);
    void planter_dans(std::string_view liste, int rang, std::string_view chemin, std::string json);
    std::string ecrit() const;

private:
    static constexpr std::size_t racine = 0, aucun = static_cast<std::size_t>(-1);
    static constexpr int sans_rang = std::numeric_limits<int>::min();
    struct Noeud {
        std::string_view cle{};
        int rang = sans_rang;  // in a list; then there is no key
        std::size_t premier = aucun, dernier = aucun, suivant = aucun;
        std::string valeur{};  // JSON of a leaf

        std::pair<int, std::string_view> place() const { return {rang, cle}; }
    };
    using Rangs = std::vector<std::size_t>;

    std::size_t enfant(std::size_t parent, std::string_view cle, int rang);
    std::size_t descendre(std::size_t depuis, std::string_view chemin);
    std::size_t ligne_de(std::size_t liste, int rang);
    Rangs enfants_en_ordre(std::span<const std::size_t> place) const;
    void ecrire(std::string& json, std::span<const std::size_t> place, std::size_t retrait) const;
    void ecrire_enfants(std::string& json, const Rangs& enfants, std::size_t retrait) const;

    std::vector<Noeud> noeuds_{1};
    std::size_t liste_ = aucun;  // whose lines were planted last
    Rangs lignes_{};             // the node of each
};

bool a_echapper(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

void citer(std::string& json, std::string_view texte) {
    json += '"';
    while (!texte.empty()) {
        const auto fin = std::ranges::find_if(texte, a_echapper);
        json.append(texte.begin(), fin);
        texte.remove_prefix(static_cast<std::size_t>(fin - texte.begin()));
        if (texte.empty()) break;
        const char c = texte.front();
        if (c == '"' || c == '\\')
            json.append(1, '\\').append(1, c);
        else
            json += fmt::format("\\u{:04x}", c);
        texte.remove_prefix(1);
    }
    json += '"';
}

std::string entre_guillemets(std::string_view texte) {
    std::string json;
    json.reserve(texte.size() + 2);
    citer(json, texte);
    return json;
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

std::size_t Arbre::enfant(std::size_t parent, std::string_view cle, int rang) {
    const auto dernier = noeuds_[parent].dernier;
    if (dernier != aucun && noeuds_[dernier].place() == std::pair{rang, cle}) return dernier;
    const auto nouveau = noeuds_.size();
    noeuds_.push_back({.cle = cle, .rang = rang});
    (dernier == aucun ? noeuds_[parent].premier : noeuds_[dernier].suivant) = nouveau;
    noeuds_[parent].dernier = nouveau;
    return nouveau;
}

std::size_t Arbre::descendre(std::size_t depuis, std::string_view chemin) {
    auto ici = depuis;
    while (!chemin.empty()) {
        if (chemin.front() == '[') {
            const auto fin = std::min(chemin.find(']'), chemin.size() - 1);
            ici = enfant(ici, {}, rang_en_tete(chemin.substr(1, fin - 1)));
            chemin.remove_prefix(fin + 1);
        } else {
            const auto fin =
                std::ranges::find_if(chemin, [](char c) { return c == '.' || c == '['; });
            const std::string_view cle{chemin.begin(), fin};
            ici = enfant(ici, cle, sans_rang);
            chemin.remove_prefix(cle.size());
        }
        if (chemin.starts_with('.')) chemin.remove_prefix(1);
    }
    return ici;
}

void Arbre::planter(std::string_view chemin, std::string json) {
    noeuds_[descendre(racine, chemin)].valeur = std::move(json);
}

// Shared facts come one after the other, each for all lines: a line is the node it was before.
std::size_t Arbre::ligne_de(std::size_t liste, int rang) {
    if (liste != liste_) lignes_.clear();
    liste_ = liste;
    const auto numero = static_cast<std::size_t>(rang);
    if (numero >= lignes_.size()) lignes_.resize(numero + 1, aucun);
    if (lignes_[numero] == aucun) lignes_[numero] = enfant(liste, {}, rang);
    return lignes_[numero];
}

void Arbre::planter_dans(std::string_view liste, int rang, std::string_view chemin,
                         std::string json) {
    const auto ligne = ligne_de(enfant(racine, liste, sans_rang), rang);
    noeuds_[descendre(ligne, chemin)].valeur = std::move(json);
}

// What is a list by some of its paths and an object by others is a list.
Arbre::Rangs Arbre::enfants_en_ordre(std::span<const std::size_t> place) const {
    Rangs enfants;
    bool est_liste = false;
    for (const auto un : place)
        for (auto ici = noeuds_[un].premier; ici != aucun; ici = noeuds_[ici].suivant) {
            enfants.push_back(ici);
            est_liste = est_liste || noeuds_[ici].rang != sans_rang;
        }
    if (est_liste) std::erase_if(enfants, [&](auto ici) { return noeuds_[ici].rang == sans_rang; });
    // Those of one place stay in the order they came in.
    const auto place_de = [&](std::size_t ici) { return noeuds_[ici].place(); };
    if (std::ranges::is_sorted(enfants, {}, place_de)) return enfants;
    std::multimap<decltype(place_de(0)), std::size_t> par_place;
    for (const auto ici : enfants) par_place.emplace(place_de(ici), ici);
    std::ranges::copy(std::views::values(par_place), enfants.begin());
    return enfants;
}

void Arbre::ecrire_enfants(std::string& json, const Rangs& enfants, std::size_t retrait) const {
    for (std::size_t debut = 0, fin = 0; debut < enfants.size(); debut = fin) {
        const auto& premier = noeuds_[enfants[debut]];
        while (fin < enfants.size() && noeuds_[enfants[fin]].place() == premier.place()) ++fin;
        json.append(debut == 0 ? "\n" : ",\n").append(retrait, ' ');
        if (premier.rang == sans_rang) {
            citer(json, premier.cle);
            json += ": ";
        }
        ecrire(json, std::span{enfants}.subspan(debut, fin - debut), retrait);
    }
}

// The nodes of one place. A value said "none" gives way to facts typed below it.
void Arbre::ecrire(std::string& json, std::span<const std::size_t> place,
                   std::size_t retrait) const {
    const auto enfants = enfants_en_ordre(place);
    if (enfants.empty()) {
        const auto dite =
            std::ranges::find_if(place, [&](auto ici) { return !noeuds_[ici].valeur.empty(); });
        if (dite != place.end()) json += noeuds_[*dite].valeur;
        return;
    }
    const bool est_liste = noeuds_[enfants.front()].rang != sans_rang;
    json += est_liste ? '[' : '{';
    ecrire_enfants(json, enfants, retrait + 2);
    json.append("\n").append(retrait, ' ');
    json += est_liste ? ']' : '}';
}

std::string Arbre::ecrit() const {
    std::string json;
    json.reserve(16'384);
    ecrire(json, std::array{racine}, 0);
    json += '\n';
    return json;
}

// A shared fact, on each line that does not speak of it.
void partager(const Saisie& saisie, std::string_view chemin, const core::Zone& fuseau,
              Arbre& arbre) {
    const auto champ = chemin.substr(7);  // after "commun."
    const int lignes = saisie.essms();
    const auto json = feuille(chemin, saisie.texte(chemin), fuseau);
    for (int rang = 0; rang < lignes; ++rang)
        if (!saisie.contient(chemin_essms(rang, champ)))
            arbre.planter_dans("essms", rang, champ, json);
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
            arbre.planter(chemin, feuille(chemin, texte, fuseau));
    }
    arbre.planter("essms", "[]");  // gives way to the lines
    return arbre.ecrit();
}

}  // namespace grappe::pages
