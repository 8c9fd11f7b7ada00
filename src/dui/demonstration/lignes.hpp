// The rows of a shipped CSV behind its head, each read or refused.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "core/csv.hpp"
#include "core/result.hpp"

namespace grappe::demonstration {

// `lire`: the fields of a row → what it says, or nothing. Codes "demonstration.phrases_absentes",
// "demonstration.phrase" (the detail is the line).
template <class T, class Lire>
core::Result<std::vector<T>> lire_les_lignes(const std::filesystem::path& fichier, Lire lire) {
    std::ifstream flux{fichier};
    if (!flux)
        return core::refuse(core::Reason::not_found, "demonstration.phrases_absentes",
                            fichier.string());
    std::ostringstream contenu;
    contenu << flux.rdbuf();
    const auto texte = contenu.str();
    core::CsvReader lecteur{texte, ';'};
    std::vector<T> toutes;
    for (bool entete = true;; entete = false) {
        const auto lue = lecteur.next();
        if (lue && !*lue) return toutes;
        if (lue && entete) continue;
        auto une = lue ? lire(lecteur.fields()) : std::nullopt;
        if (!une)
            return core::refuse(core::Reason::invalid, "demonstration.phrase",
                                std::to_string(lecteur.line()));
        toutes.push_back(*std::move(une));
    }
}

}  // namespace grappe::demonstration
