// A list of what was funded before this portail, as rows of a sheet: all faults at once. Pure.
#pragma once

#include <string>
#include <vector>

#include "portail/comite/comite_repository.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::comite {

// Codes "portefeuille.colonne" (the detail is the one that is missing),
// "portefeuille.colonne_double", "portefeuille.secteur", "portefeuille.departement",
// "portefeuille.statut", "portefeuille.essms", "portefeuille.montant", "portefeuille.vide".
struct FauteDeCellule {
    std::size_t ligne;    // 1-based, that of the sheet
    std::string colonne;  // as a spreadsheet names it, "B"; empty: the whole row
    std::string code, detail;

    bool operator==(const FauteDeCellule&) const = default;
};

struct PortefeuilleLu {
    std::vector<LigneImportee> lignes;
    std::vector<FauteDeCellule> fautes;
};

// The first row names the columns, in any order, whatever their accents and their case: secteur,
// departement, statut, essms, montant; the others are left aside. Empty rows are skipped. An empty
// sector, department or status is unknown.
PortefeuilleLu lire_le_tableau(const std::vector<std::vector<std::string>>& tableau,
                               std::string_view source,
                               const referentiels::Territoires& territoires);

inline constexpr std::size_t source_au_plus = 200;  // characters

// Whether its sector, department and status are names and codes that exist, or empty.
bool a_des_mots_connus(const Element& element, const referentiels::Territoires& territoires);

// The same lines as text that `lire_le_tableau` reads, once `tableur` has cut it.
std::string en_csv(const std::vector<LigneImportee>& lignes);

}  // namespace grappe::comite
