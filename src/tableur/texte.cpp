// Pasted or dropped text as rows: the separator is found, quotes are undone, line numbers kept.
#include "core/texte.hpp"

#include <string>

#include "core/csv.hpp"
#include "tableur/lignes.hpp"

namespace grappe::tableur {
namespace {

std::string rogne(std::string_view texte) {
    constexpr std::string_view blancs = " \t\r\n";
    const auto debut = texte.find_first_not_of(blancs);
    if (debut == std::string_view::npos) return {};
    return std::string{texte.substr(debut, texte.find_last_not_of(blancs) - debut + 1)};
}

core::Refusal trop_grand(std::string detail) {
    return core::refuse(core::Reason::too_large, "tableur.trop_grand", std::move(detail));
}

// A row that no CSV reader understands is one cell: the page then says the fault beside it.
Ligne cellules(core::CsvReader& lecteur, bool lisible) {
    if (!lisible) return {rogne(lecteur.row())};
    Ligne ligne;
    for (const auto champ : lecteur.fields()) ligne.push_back(rogne(champ));
    while (!ligne.empty() && ligne.back().empty()) ligne.pop_back();
    return ligne;
}

bool est_binaire(std::string_view octets) {
    return octets.substr(0, 4096).find('\0') != std::string_view::npos;
}

}  // namespace

core::Result<Lignes> lire_texte(std::string_view octets) {
    if (est_binaire(octets)) return core::refuse(core::Reason::invalid, "tableur.format_inconnu");
    const auto texte = core::to_utf8(octets);
    const auto debut = texte.find_first_not_of("\r\n");
    if (debut == std::string::npos) return Lignes{};

    const auto premiere = std::string_view{texte}.substr(debut, texte.find('\n', debut) - debut);
    core::CsvReader lecteur{texte, core::csv_separator(premiere)};
    Lignes lignes;
    std::size_t cellules_lues = 0;
    while (true) {
        const auto lu = lecteur.next();
        if (lu && !*lu) return lignes;
        const auto numero = static_cast<std::size_t>(lecteur.line());
        if (numero > lignes_au_plus) return trop_grand(std::to_string(lignes_au_plus));
        lignes.resize(numero);
        lignes.back() = cellules(lecteur, lu.has_value());
        cellules_lues += lignes.back().size();
        const bool large = lignes.back().size() > colonnes_au_plus;
        if (large || cellules_lues > cellules_au_plus)
            return trop_grand(std::to_string(large ? colonnes_au_plus : cellules_au_plus));
    }
}

core::Result<Lignes> lire_lignes(std::string_view octets) {
    if (octets.size() > octets_au_plus) return trop_grand(std::to_string(octets_au_plus));
    if (octets.substr(0, 4) == "PK\x03\x04") return lire_xlsx(octets);
    return lire_texte(octets);
}

}  // namespace grappe::tableur
