// Papiers: documents of the month's persons, each a PDF of a few words. Inside this module and its
// command only.
#pragma once

#include "dui/demonstration/vie.hpp"
#include "dui/document/coffret.hpp"
#include "dui/document/types.hpp"

namespace grappe::demonstration {

struct Papier {
    std::string secteur;
    std::size_t rang;  // of who lives there
    std::string type, titre;
    int jour;                          // from the last day told
    std::optional<int> jours_valable;  // from the last day told
    std::string texte;
};

// Codes "demonstration.phrases_absentes", "demonstration.phrase" (its detail the line).
core::Result<std::vector<Papier>> lire_les_papiers(const std::filesystem::path& fichier);

struct Armoire {
    const document::Types& types;
    const document::Coffret& coffret;
};
// Answers of how many were deposited: those that an account of the place may write.
core::Result<std::int64_t> classer(const Vie& vie, const std::vector<Papier>& papiers,
                                   const Armoire& armoire);

}  // namespace grappe::demonstration
