// The register that a command or a server works with: the one shipped with the program, imported
// on first use, or another one named by the user.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "referentiels/categories.hpp"
#include "referentiels/registre_en_memoire.hpp"
#include "referentiels/territoires.hpp"
#include "storage/base.hpp"

namespace grappe::referentiels {

struct Fiches {
    std::unordered_map<std::string, Etablissement> par_finess_et;
    std::unordered_set<std::string> entites_juridiques;  // those of the numbers that are EJ
};

// One connection: for one thread. A server calls `en_memoire` once and shares that value.
class RegistreEnService {
public:
    RegistreEnService(storage::Base base, Territoires territoires, Categories categories,
                      std::optional<core::Date> date)
        : base_{std::move(base)},
          territoires_{std::move(territoires)},
          categories_{std::move(categories)},
          date_{date} {}

    std::optional<core::Date> date() const { return date_; }  // empty: nothing says it
    const Territoires& territoires() const { return territoires_; }
    const Categories& categories() const { return categories_; }
    storage::Base& base() { return base_; }

    // What the register knows of these numbers, in one go; unknown ones are left out.
    Fiches fiches(std::span<const std::string> numeros);
    RegistreEnMemoire en_memoire(MotsUsuels usuels);

private:
    storage::Base base_;
    Territoires territoires_;
    Categories categories_;
    std::optional<core::Date> date_;
};

// The same question to the register in memory.
Fiches fiches(const RegistreEnMemoire& registre, std::span<const std::string> numeros);

struct DemandeRegistre {
    std::string racine;                 // the program's folder, with donnees/ and schema/
    std::optional<std::string> option;  // a FINESS file, a path, "sqlite:PATH" or "postgresql://…"
    core::Instant maintenant;
    std::function<void(std::uint64_t lus, std::uint64_t total)> progres = nullptr;
};

// Without option: the shipped register, from a private database made on first use in `var/` of the
// program, else in the user's cache folder, else in a temporary folder, else in memory. Two first
// uses at once are safe, and a killed one leaves nothing that is read later.
// Refusals: those of the files and imports, "base.absente", "registre.base_vide",
// "registre.manifeste".
core::Result<RegistreEnService> ouvrir_registre(const DemandeRegistre& demande);

// The shorter form: no progress.
core::Result<RegistreEnService> ouvrir_registre(const std::string& racine,
                                                const std::optional<std::string>& option,
                                                core::Instant maintenant);

}  // namespace grappe::referentiels
