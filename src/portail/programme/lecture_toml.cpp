// TOML text to neutral tree, over toml++.
#include "portail/programme/lecture_toml.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <stdexcept>
#include <tuple>

namespace grappe::programme {
namespace {
[[noreturn]] void refuser_la_suite() { throw std::invalid_argument{"toml++"}; }
}  // namespace
}  // namespace grappe::programme

// The library aborts on some malformed headers, such as "[#": its own hook makes it throw instead.
#define TOML_ASSERT(condition) \
    static_cast<void>((condition) || (::grappe::programme::refuser_la_suite(), false))
#include <toml++/toml.h>

#include "portail/programme/prelecture.hpp"

namespace grappe::programme {
namespace {

Noeud convertir(const toml::node& source);

template <class T>
std::string texte_iso(const T& valeur) {
    std::ostringstream sortie;
    sortie << valeur;
    return sortie.str();
}

std::string instant_iso(const toml::date_time& valeur) {
    auto texte = texte_iso(valeur);
    std::replace(texte.begin(), texte.end(), ' ', 'T');
    return texte;
}

// The library keeps keys in alphabetical order; the file's own order is that of their places.
std::vector<Membre> membres(const toml::table& table) {
    std::vector<std::tuple<toml::source_index, toml::source_index, const toml::key*>> ordre;
    for (const auto& [cle, valeur] : table)
        ordre.emplace_back(cle.source().begin.line, cle.source().begin.column, &cle);
    std::sort(ordre.begin(), ordre.end(), [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    std::vector<Membre> lus;
    lus.reserve(ordre.size());
    for (const auto& [ligne, colonne, cle] : ordre) {
        auto noeud = convertir(*table.get(cle->str()));
        noeud.ligne = static_cast<int>(ligne);
        noeud.colonne = static_cast<int>(colonne);
        lus.push_back({std::string{cle->str()}, std::move(noeud)});
    }
    return lus;
}

void remplir(Noeud& noeud, const toml::node& source) {
    using Genre = Noeud::Genre;
    noeud.genre = Genre::autre;
    if (const auto* texte = source.as_string()) {
        noeud.genre = Genre::texte;
        noeud.texte = texte->get();
    } else if (const auto* entier = source.as_integer()) {
        noeud.genre = Genre::entier;
        noeud.entier = entier->get();
    } else if (const auto* booleen = source.as_boolean()) {
        noeud.genre = Genre::booleen;
        noeud.booleen = booleen->get();
    } else if (const auto* date = source.as_date()) {
        noeud.genre = Genre::date;
        noeud.texte = texte_iso(date->get());
    } else if (const auto* instant = source.as_date_time()) {
        noeud.genre = Genre::date;
        noeud.texte = instant_iso(instant->get());
    }
}

Noeud convertir(const toml::node& source) {
    Noeud noeud;
    noeud.ligne = static_cast<int>(source.source().begin.line);
    noeud.colonne = static_cast<int>(source.source().begin.column);
    if (const auto* table = source.as_table()) {
        noeud.membres = membres(*table);
    } else if (const auto* liste = source.as_array()) {
        noeud.genre = Noeud::Genre::liste;
        for (const auto& element : *liste) noeud.elements.push_back(convertir(element));
    } else {
        remplir(noeud, source);
    }
    return noeud;
}

// The first line that opens a table without a name: the library does not say which.
int ligne_de_titre_malforme(std::string_view texte) {
    for (int ligne = 1; !texte.empty(); ++ligne) {
        const auto fin = std::min(texte.find('\n'), texte.size());
        const auto debut = texte.find_first_not_of(" \t");
        const auto apres = texte.find_first_not_of("[ \t", debut);
        const bool titre = debut < fin && texte[debut] == '[' && apres != std::string_view::npos;
        if (titre && std::isalnum(static_cast<unsigned char>(texte[apres])) == 0 &&
            std::string_view{"_-\"'"}.find(texte[apres]) == std::string_view::npos)
            return ligne;
        texte.remove_prefix(std::min(fin + 1, texte.size()));
    }
    return 0;
}

}  // namespace

const Noeud* Noeud::membre(std::string_view cle) const {
    for (const auto& candidat : membres)
        if (candidat.cle == cle) return &candidat.noeud;
    return nullptr;
}

std::variant<Noeud, Defaut> lire_toml(std::string_view texte, std::string_view fichier) {
    if (const auto accent = accent_hors_texte(texte))
        return Defaut{.fichier = std::string{fichier},
                      .ligne = accent->ligne,
                      .colonne = accent->colonne,
                      .chemin = {},
                      .code = "syntaxe_accent",
                      .faits = {}};
    try {
        return convertir(toml::parse(texte));
    } catch (const toml::parse_error& erreur) {
        return Defaut{.fichier = std::string{fichier},
                      .ligne = static_cast<int>(erreur.source().begin.line),
                      .colonne = static_cast<int>(erreur.source().begin.column),
                      .chemin = {},
                      .code = "syntaxe",
                      .faits = {{"detail", std::string{erreur.description()}}}};
    } catch (const std::invalid_argument&) {
        return Defaut{.fichier = std::string{fichier},
                      .ligne = ligne_de_titre_malforme(texte),
                      .colonne = 1,
                      .chemin = {},
                      .code = "syntaxe_titre",
                      .faits = {}};
    }
}

}  // namespace grappe::programme
