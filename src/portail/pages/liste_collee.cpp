// Search of the FINESS numbers in pasted rows.
#include "portail/pages/liste_collee.hpp"

#include <algorithm>
#include <iterator>

#include "core/identifiant.hpp"
#include "core/texte.hpp"
#include "portail/pages/numeros.hpp"

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

// "Montée de version", "montée", "acquisition du DUI": people rarely type the words of the texts.
std::optional<programme::Regime> regime_de(const Ligne& ligne) {
    for (const auto& cellule : ligne) {
        const auto mots = " " + core::fold(cellule);
        if (contient(mots, " acquisition")) return programme::Regime::acquisition;
        if (contient(mots, " montee") || contient(mots, " version"))
            return programme::Regime::montee_de_version;
    }
    return std::nullopt;
}

std::string brute(const Ligne& ligne) {
    std::string texte;
    for (const auto& cellule : ligne) texte.append(texte.empty() ? "" : "\t").append(cellule);
    return texte;
}

// The numbers of a row, by what the register says of each.
struct Tri {
    std::vector<Numero> etablissements, inconnus, juridiques;
    bool numeros_seuls = true;  // nothing else in the row
};

Tri trier(const Ligne& ligne, const Connaissance& nature) {
    Tri tri;
    for (const auto& cellule : ligne) {
        tri.numeros_seuls = tri.numeros_seuls && (cellule.empty() || que_des_numeros(cellule));
        for (const auto& numero : numeros_de(cellule)) {
            const auto dit = nature(numero.finess);
            if (dit == Nature::etablissement) tri.etablissements.push_back(numero);
            if (dit == Nature::inconnue) tri.inconnus.push_back(numero);
            if (dit == Nature::entite_juridique) tri.juridiques.push_back(numero);
        }
    }
    return tri;
}

// The establishments of a row without a head; where the register knows none, the number with a
// right key, else the first. A row of numbers alone loses none but a legal entity's.
std::vector<Numero> retenus(const Ligne& ligne, const Connaissance& nature) {
    auto tri = trier(ligne, nature);
    if (tri.numeros_seuls && tri.juridiques.empty()) {
        auto& tous = tri.etablissements;
        tous.insert(tous.end(), tri.inconnus.begin(), tri.inconnus.end());
    }
    if (!tri.etablissements.empty()) return tri.etablissements;
    auto& douteux = tri.inconnus.empty() ? tri.juridiques : tri.inconnus;
    if (douteux.empty()) return {};
    const auto juste = std::find_if(douteux.begin(), douteux.end(),
                                    [](const Numero& un) { return un.finess.has_valid_key(); });
    return {juste != douteux.end() ? *juste : douteux.front()};
}

// Why a row gives no number: the fault of what looks most like one.
std::string faute_de(const Ligne& ligne, std::optional<std::size_t> colonne) {
    const auto dire = [](const std::string& cellule) {
        const auto lu = core::Finess::parse_lenient(cellule);
        return lu ? std::string{} : lu.error().code;
    };
    if (colonne && *colonne < ligne.size() && a_un_chiffre(ligne[*colonne]))
        return dire(ligne[*colonne]);
    const auto douteuse = std::find_if(ligne.begin(), ligne.end(), ressemble);
    return douteuse == ligne.end() ? "pages.liste.sans_numero" : dire(*douteuse);
}

std::vector<LigneCollee> lire_ligne(LigneCollee modele, const Ligne& ligne,
                                    std::optional<std::size_t> colonne,
                                    const Connaissance& nature) {
    const bool annoncee = colonne && *colonne < ligne.size() && a_un_chiffre(ligne[*colonne]);
    const auto numeros = annoncee ? numeros_de(ligne[*colonne]) : retenus(ligne, nature);
    if (numeros.empty()) modele.faute = faute_de(ligne, colonne);
    std::vector<LigneCollee> lues{std::max<std::size_t>(numeros.size(), 1), modele};
    for (std::size_t rang = 0; rang < numeros.size(); ++rang) {
        lues[rang].finess = numeros[rang].finess;
        lues[rang].zero_remis = numeros[rang].zero_remis;
    }
    return lues;
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

std::vector<LigneCollee> lire_liste(const tableur::Lignes& lignes, const Connaissance& nature) {
    std::vector<LigneCollee> collees;
    const auto titre = rang_du_titre(lignes);
    const auto colonne = titre ? colonne_annoncee(lignes[*titre]) : std::nullopt;
    for (std::size_t rang = titre ? *titre + 1 : 0; rang < lignes.size(); ++rang) {
        const auto& ligne = lignes[rang];
        if (est_vide(ligne)) continue;
        LigneCollee modele{.numero = static_cast<int>(rang) + 1,
                           .brute = brute(ligne),
                           .finess = {},
                           .regime = regime_de(ligne),
                           .faute = {}};
        auto lues = lire_ligne(std::move(modele), ligne, colonne, nature);
        std::move(lues.begin(), lues.end(), std::back_inserter(collees));
    }
    return collees;
}

}  // namespace grappe::pages
