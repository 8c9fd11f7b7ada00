// Reading of the first sheet of an XLSX workbook (ISO/IEC 29500): cells as text.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "tableur/archive.hpp"
#include "tableur/lignes.hpp"
#include "tableur/xml.hpp"

namespace grappe::tableur {
namespace {

// The texts of xl/sharedStrings.xml, by index; phonetic readings are left out.
bool lire_textes_partages(const std::string& xml, Ligne& textes) {
    bool dans_texte = false;
    int phonetique = 0;
    Visiteur visiteur;
    visiteur.debut = [&](std::string_view nom) {
        if (nom == "si") textes.emplace_back();
        if (nom == "rPh") ++phonetique;
        if (nom == "t") dans_texte = true;
    };
    visiteur.fin = [&](std::string_view nom) {
        if (nom == "rPh") --phonetique;
        if (nom == "t") dans_texte = false;
    };
    visiteur.texte = [&](std::string_view texte) {
        if (dans_texte && phonetique == 0 && !textes.empty()) textes.back() += texte;
    };
    return lire_xml(xml, visiteur);
}

// "C12" gives {2, 11}: column and row, from zero.
struct Place {
    std::size_t colonne;
    std::size_t ligne;
};

std::optional<Place> place(std::string_view reference) {
    std::size_t colonne = 0, i = 0;
    for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && i < 3; ++i)
        colonne = colonne * 26 + static_cast<std::size_t>(reference[i] - 'A' + 1);
    std::size_t ligne = 0;
    const auto* fin = reference.data() + reference.size();
    const auto lu = std::from_chars(reference.data() + i, fin, ligne);
    if (colonne == 0 || ligne == 0 || lu.ec != std::errc{} || lu.ptr != fin) return std::nullopt;
    return Place{colonne - 1, ligne - 1};
}

// A whole number that a spreadsheet wrote as "3.30012345E8" or "330012345.0", in plain digits.
std::string nombre_en_clair(const std::string& brut) {
    const auto exposant_a = brut.find_first_of("eE");
    const auto mantisse = brut.substr(0, exposant_a);
    int exposant = 0;
    if (exposant_a != std::string::npos) {
        const char* debut = brut.data() + exposant_a + 1;
        if (*debut == '+') ++debut;
        const auto lu = std::from_chars(debut, brut.data() + brut.size(), exposant);
        if (lu.ec != std::errc{} || exposant < 0 || exposant > 17) return brut;
    }
    const auto point = mantisse.find('.');
    auto chiffres = mantisse.substr(0, point);
    auto decimales = point == std::string::npos ? std::string{} : mantisse.substr(point + 1);
    while (!decimales.empty() && decimales.back() == '0') decimales.pop_back();
    if (static_cast<int>(decimales.size()) > exposant) return exposant ? brut : mantisse;
    decimales.resize(static_cast<std::size_t>(exposant), '0');
    return chiffres + decimales;
}

std::string_view rogne(std::string_view texte) {
    const auto debut = texte.find_first_not_of(" \t\r\n");
    if (debut == std::string_view::npos) return {};
    return texte.substr(debut, texte.find_last_not_of(" \t\r\n") - debut + 1);
}

// The sheet as it is read: the cell under way, then the rows.
class Feuille {
public:
    explicit Feuille(const Ligne& textes_partages) : textes_partages_{textes_partages} {}

    bool lire(const std::string& xml) {
        visiteur_.debut = [&](std::string_view nom) { debut(nom); };
        visiteur_.fin = [&](std::string_view nom) { fin(nom); };
        visiteur_.texte = [&](std::string_view texte) {
            if (dans_valeur_) valeur_ += texte;
        };
        return lire_xml(xml, visiteur_);
    }
    bool trop_grande() const { return trop_grande_; }
    Lignes lignes() && { return std::move(lignes_); }

private:
    void debut(std::string_view nom) {
        if (nom == "row") debuter_rangee(visiteur_.attribut("r"));
        if (nom == "c") debuter_cellule(visiteur_.attribut("r"));
        if (nom == "v" || nom == "t") dans_valeur_ = true;
    }

    // A row or a cell without a reference follows the one before it (18.3.1.4, 18.3.1.73).
    void debuter_rangee(const std::string& reference) {
        const auto lue = place("A" + reference);
        suivante_ = {.colonne = 0, .ligne = lue ? lue->ligne : prochaine_rangee_};
        prochaine_rangee_ = suivante_.ligne + 1;
    }

    void debuter_cellule(const std::string& reference) {
        type_ = visiteur_.attribut("t");
        valeur_.clear();
        place_ = reference.empty() ? std::optional{suivante_} : place(reference);
        if (place_) suivante_ = {.colonne = place_->colonne + 1, .ligne = place_->ligne};
    }

    void fin(std::string_view nom) {
        if (nom == "v" || nom == "t") dans_valeur_ = false;
        if (nom == "c" && place_ && !trop_grande_) poser(rogne(texte_de_la_cellule()));
    }

    // A view, never a copy: a shared text may be long and shown by every cell.
    std::string_view texte_de_la_cellule() {
        if (type_ == "s") {
            std::size_t index = 0;
            const auto lu = std::from_chars(valeur_.data(), valeur_.data() + valeur_.size(), index);
            const bool connu = lu.ec == std::errc{} && index < textes_partages_.size();
            return connu ? std::string_view{textes_partages_[index]} : std::string_view{};
        }
        if (type_ == "e") return {};
        if (type_.empty() || type_ == "n") valeur_ = nombre_en_clair(valeur_);
        return valeur_;
    }

    void poser(std::string_view texte) {
        if (texte.empty()) return;
        octets_ += texte.size();
        if (place_->ligne >= lignes_au_plus || place_->colonne >= colonnes_au_plus ||
            octets_ > octets_des_cellules_au_plus) {
            trop_grande_ = true;
            return;
        }
        if (lignes_.size() <= place_->ligne) lignes_.resize(place_->ligne + 1);
        auto& ligne = lignes_[place_->ligne];
        if (ligne.size() <= place_->colonne) {
            cellules_ += place_->colonne + 1 - ligne.size();
            trop_grande_ = cellules_ > cellules_au_plus;
            if (trop_grande_) return;
            ligne.resize(place_->colonne + 1);
        }
        ligne[place_->colonne] = texte;
    }

    const Ligne& textes_partages_;
    Visiteur visiteur_;
    std::string type_, valeur_;
    std::optional<Place> place_;
    Place suivante_{};
    std::size_t prochaine_rangee_ = 0;
    bool dans_valeur_ = false, trop_grande_ = false;
    std::size_t cellules_ = 0, octets_ = 0;
    Lignes lignes_;
};

core::Refusal illisible(const std::string& partie) {
    return core::refuse(core::Reason::invalid, "tableur.xlsx_illisible", partie);
}

// The parts of one workbook, which share what may be unfolded.
class Parties {
public:
    explicit Parties(const Archive& archive) : archive_{archive} {}

    std::optional<core::Result<std::string>> lire(const std::string& nom) {
        auto lue = archive_.partie(nom, reste_);
        if (lue && *lue) reste_ -= (*lue)->size();
        return lue;
    }

private:
    const Archive& archive_;
    std::size_t reste_ = octets_deplies_au_plus;
};

core::Result<Ligne> textes_partages(Parties& parties) {
    const std::string nom = "xl/sharedStrings.xml";
    Ligne textes;
    const auto xml = parties.lire(nom);
    if (!xml) return textes;
    if (!*xml) return xml->error();
    if (!lire_textes_partages(**xml, textes)) return illisible(nom);
    return textes;
}

// Calls `lire` on each element of that name, with what gives its attributes.
bool lire_elements(const std::string& xml, std::string_view element,
                   const std::function<void(const Visiteur&)>& lire) {
    Visiteur visiteur{.attribut = {},
                      .debut =
                          [&](std::string_view nom) {
                              if (nom == element) lire(visiteur);
                          },
                      .fin = [](std::string_view) {},
                      .texte = [](std::string_view) {}};
    return lire_xml(xml, visiteur);
}

// The parts of the sheets in the order of the tabs; the usual names where a workbook lists none.
std::vector<std::string> noms_des_feuilles(Parties& parties) {
    constexpr std::size_t au_plus = 20;
    std::map<std::string, std::string> cibles;
    std::vector<std::string> noms;
    const auto relations = parties.lire("xl/_rels/workbook.xml.rels");
    const auto classeur = parties.lire("xl/workbook.xml");
    const bool lus = relations && *relations && classeur && *classeur &&
                     lire_elements(**relations, "Relationship",
                                   [&](const Visiteur& relation) {
                                       cibles[relation.attribut("Id")] =
                                           relation.attribut("Target");
                                   }) &&
                     lire_elements(**classeur, "sheet", [&](const Visiteur& onglet) {
                         const auto cible = cibles.find(onglet.attribut("r:id"));
                         if (cible == cibles.end() || noms.size() == au_plus) return;
                         const bool absolue = cible->second.starts_with('/');
                         noms.push_back(absolue ? cible->second.substr(1) : "xl/" + cible->second);
                     });
    if (lus && !noms.empty()) return noms;
    return {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"};
}

core::Result<Lignes> lire_feuille(const std::string& nom, const std::string& xml,
                                  const Ligne& partages) {
    Feuille feuille{partages};
    if (!feuille.lire(xml)) return illisible(nom);
    if (feuille.trop_grande())
        return core::refuse(core::Reason::too_large, "tableur.trop_grand", nom);
    return std::move(feuille).lignes();
}

}  // namespace

core::Result<Lignes> lire_xlsx(std::string_view octets) {
    const auto archive = Archive::ouvrir(octets);
    if (!archive) return illisible("zip");
    Parties parties{*archive};
    const auto partages = textes_partages(parties);
    if (!partages) return partages.error();

    for (const auto& nom : noms_des_feuilles(parties)) {
        const auto xml = parties.lire(nom);
        if (!xml) continue;
        if (!*xml) return xml->error();
        auto lignes = lire_feuille(nom, **xml, *partages);
        if (!lignes || !lignes->empty()) return lignes;
    }
    return illisible("xl/worksheets");
}

}  // namespace grappe::tableur
