// Reading of the small reference files.
#include "referentiels/table.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/csv.hpp"
#include "core/texte.hpp"

namespace grappe::referentiels {
namespace {

core::Refusal illisible(const std::string& chemin, std::int64_t ligne) {
    return core::refuse(core::Reason::invalid, "donnees.illisibles",
                        chemin + ":" + std::to_string(ligne));
}

// Where each wanted column stands in the header.
core::Result<std::vector<std::size_t>> places(const std::vector<std::string_view>& en_tete,
                                              const std::vector<std::string_view>& colonnes) {
    std::vector<std::size_t> trouvees;
    for (const auto& colonne : colonnes) {
        const auto place = std::find(en_tete.begin(), en_tete.end(), colonne);
        if (place == en_tete.end())
            return core::refuse(core::Reason::invalid, "donnees.colonne", std::string{colonne});
        trouvees.push_back(static_cast<std::size_t>(place - en_tete.begin()));
    }
    return trouvees;
}

}  // namespace

core::Result<Table> Table::lire(const std::string& chemin,
                                const std::vector<std::string_view>& colonnes) {
    std::ifstream fichier{chemin, std::ios::binary};
    if (!fichier) return core::refuse(core::Reason::not_found, "donnees.absentes", chemin);
    std::ostringstream contenu;
    contenu << fichier.rdbuf();
    const auto texte = core::to_utf8(contenu.str());
    core::CsvReader lecteur{texte, ';'};
    if (const auto en_tete = lecteur.next(); !en_tete || !*en_tete) return illisible(chemin, 1);
    const auto ordre = places(lecteur.fields(), colonnes);
    if (!ordre) return ordre.error();

    std::vector<Ligne> lignes;
    for (;;) {
        const auto suite = lecteur.next();
        if (!suite) return illisible(chemin, lecteur.line());
        if (!*suite) return Table{std::move(lignes)};
        Ligne ligne;
        for (const auto place : *ordre) {
            if (place >= lecteur.fields().size()) return illisible(chemin, lecteur.line());
            ligne.emplace_back(lecteur.fields()[place]);
        }
        lignes.push_back(std::move(ligne));
    }
}

}  // namespace grappe::referentiels
