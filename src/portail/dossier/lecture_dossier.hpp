// Reading of a dossier from its JSON (contract portail-check, "Input"): typed, or all its faults.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/dossier/arbre_json.hpp"
#include "portail/dossier/dossier.hpp"
#include "portail/dossier/faute.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::dossier {

inline constexpr std::size_t essms_max = 5'000;
inline constexpr std::size_t fautes_max = 10'000;

struct OptionsDeLecture {
    std::optional<std::string> appel_impose;  // replaces the `appel` of the text
    const referentiels::Territoires& territoires;
};

struct Lecture {
    std::optional<Dossier> dossier;  // empty as soon as there is one fault
    std::string appel;               // imposed or as written; empty: it could not be read
    std::vector<Faute> fautes;       // order of the text, missing keys at the end of their object
};

Lecture lire_dossier(std::string_view texte, const OptionsDeLecture& options);
Lecture lire_dossier(const Arbre& arbre, const OptionsDeLecture& options);

// The `appel` of a text, before all the rest is judged; nothing where it cannot be read.
std::optional<std::string> appel_ecrit(std::string_view texte);

}  // namespace grappe::dossier
