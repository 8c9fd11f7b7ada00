// Search of the FINESS numbers in pasted rows.
#include "portail/pages/liste_collee.hpp"

#include <algorithm>

#include "core/identifiant.hpp"
#include "core/texte.hpp"

namespace grappe::pages {
namespace {

using tableur::Ligne;

bool contient(std::string_view texte, std::string_view mot) {
    return texte.find(mot) != texte.npos;
}

bool est_vide(const Ligne& ligne) {
    return std::all_of(ligne.begin(), ligne.end(), [](const auto& c) { return c.empty(); });
}

// Digits enough to be meant as an identifier.
bool ressemble(std::string_view cellule) {
    return std::count_if(cellule.begin(), cellule.end(), core::is_digit) >= 6;
}

bool a_un_chiffre(std::string_view cellule) {
    return std::any_of(cellule.begin(), cellule.end(), core::is_digit);
}

bool est_un_titre(const Ligne& ligne) {
    return std::none_of(ligne.begin(), ligne.end(), [](const auto& c) { return ressemble(c); }) &&
           std::any_of(ligne.begin(), ligne.end(),
                       [](const auto& c) { return contient(core::fold(c), "finess"); });
}

// How well a column's title announces the number of an establishment.
int note_du_titre(std::string_view titre) {
    const auto mots = core::fold(titre);
    if (!contient(mots, "finess")) return 0;
    if (contient(mots, "ej") || contient(mots, "juridique")) return 1;
    const bool etablissement = contient(mots, "et") || contient(mots, "geographique");
    return etablissement ? 3 : 2;
}

std::optional<std::size_t> colonne_annoncee(const Ligne& titre) {
    const auto meilleure =
        std::max_element(titre.begin(), titre.end(), [](const auto& une, const auto& autre) {
            return note_du_titre(une) < note_du_titre(autre);
        });
    if (meilleure == titre.end() || note_du_titre(*meilleure) < 2) return std::nullopt;
    return static_cast<std::size_t>(meilleure - titre.begin());
}

const std::string* cellule_du_numero(const Ligne& ligne, std::optional<std::size_t> colonne) {
    if (colonne && *colonne < ligne.size() && a_un_chiffre(ligne[*colonne]))
        return &ligne[*colonne];
    const std::string* premiere = nullptr;
    for (const auto& cellule : ligne) {
        const auto lu = core::Finess::parse_lenient(cellule);
        if (lu && lu->has_valid_key()) return &cellule;
        const bool mieux = premiere == nullptr || (lu && !core::Finess::parse_lenient(*premiere));
        if (ressemble(cellule) && mieux) premiere = &cellule;
    }
    return premiere;
}

// "Montée de version", "montée", "acquisition du DUI": people rarely type the words of the texts.
std::optional<programme::Regime> regime_de(const Ligne& ligne) {
    for (const auto& cellule : ligne) {
        const auto mots = core::fold(cellule);
        if (mots.starts_with("acquisition")) return programme::Regime::acquisition;
        if (mots.starts_with("montee") || mots == "version" || mots == "changement de version")
            return programme::Regime::montee_de_version;
    }
    return std::nullopt;
}

std::string brute(const Ligne& ligne) {
    std::string texte;
    for (const auto& cellule : ligne) texte.append(texte.empty() ? "" : "\t").append(cellule);
    return texte;
}

LigneCollee lire_ligne(const Ligne& ligne, int numero, std::optional<std::size_t> colonne) {
    LigneCollee collee{.numero = numero,
                       .brute = brute(ligne),
                       .finess = {},
                       .regime = regime_de(ligne),
                       .faute = {}};
    const auto* cellule = cellule_du_numero(ligne, colonne);
    if (cellule == nullptr) {
        collee.faute = "pages.liste.sans_numero";
        return collee;
    }
    const auto lu = core::Finess::parse_lenient(*cellule);
    if (!lu) {
        collee.faute = lu.error().code;
        return collee;
    }
    collee.zero_remis = core::without_presentation(*cellule).size() == 8;
    collee.finess = *lu;
    return collee;
}

// The row of the titles, with what a table says above it left out; none once a number came.
std::optional<std::size_t> rang_du_titre(const tableur::Lignes& lignes) {
    const auto nombre = std::find_if(lignes.begin(), lignes.end(), [](const Ligne& ligne) {
        return std::any_of(ligne.begin(), ligne.end(), [](const auto& c) { return ressemble(c); });
    });
    const auto titre = std::find_if(lignes.begin(), nombre, est_un_titre);
    if (titre == nombre || nombre == lignes.end()) return std::nullopt;
    return static_cast<std::size_t>(titre - lignes.begin());
}

}  // namespace

std::vector<LigneCollee> lire_liste(const tableur::Lignes& lignes) {
    std::vector<LigneCollee> collees;
    const auto titre = rang_du_titre(lignes);
    const auto colonne = titre ? colonne_annoncee(lignes[*titre]) : std::nullopt;
    for (std::size_t rang = titre ? *titre + 1 : 0; rang < lignes.size(); ++rang)
        if (!est_vide(lignes[rang]))
            collees.push_back(lire_ligne(lignes[rang], static_cast<int>(rang) + 1, colonne));
    return collees;
}

}  // namespace grappe::pages
