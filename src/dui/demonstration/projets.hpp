// Projects of the demonstration: one for each sector, written for its first persons. Inside this
// module and its command only.
#pragma once

#include <filesystem>
#include <map>

#include "dui/nomenclature/serafin.hpp"
#include "dui/projet/redaction.hpp"

namespace grappe::demonstration {

// One thing that a project holds. In a value, "@a1" is the thing of that key, "#-30" a day from the
// one on which the month is told.
struct Trait {
    std::string secteur, cle;
    element::Genre genre;
    projet::Textes champs;
};

// Codes "demonstration.phrases_absentes", "demonstration.phrase" (its detail the line).
core::Result<std::vector<Trait>> lire_les_projets(const std::filesystem::path& fichier);

struct Dessein {
    const std::vector<Trait>& traits;
    std::string_view secteur;
    core::Finess finess_et;
    std::string personne;
    core::Date jour;
};
// Through the use cases of the screens; the project is started where its structure agreed. Its
// objective under way; empty: the sector has none.
core::Result<std::string> ecrire_un_projet(storage::Writer& db, const projet::Redacteur& redacteur,
                                           const Dessein& dessein);

}  // namespace grappe::demonstration
