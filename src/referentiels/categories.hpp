// FINESS categories and what the programme makes of them. A dated table that an administrator can
// change; `Categories` is the state of the table at one date (pure value).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/date.hpp"
#include "core/named.hpp"
#include "core/result.hpp"
#include "referentiels/secteur.hpp"

namespace grappe::referentiels {

enum class Eligibilite { oui, a_confirmer, non };
constexpr auto names(Eligibilite) {
    using enum Eligibilite;
    return std::to_array<core::Named<Eligibilite>>({{oui, "O"}, {a_confirmer, "A"}, {non, "N"}});
}

struct Categorie {
    std::string code;
    std::string libelle;
    Eligibilite eligibilite;
    std::optional<Secteur> secteur;
    std::optional<core::Date> fermee_le;  // a category withdrawn from the nomenclature
    std::string recodee_en;               // "460" when the source names a successor
    std::string agregat;                  // "4401"
    std::string remarque;
};

class Categories {
public:
    explicit Categories(std::unordered_map<std::string, Categorie> par_code)
        : par_code_{std::move(par_code)} {}

    const Categorie* find(std::string_view code) const;
    const std::unordered_map<std::string, Categorie>& par_code() const { return par_code_; }
    // The same table with one category changed: an administrator's decision.
    Categories avec(const Categorie& categorie) const;

private:
    std::unordered_map<std::string, Categorie> par_code_;
};

// Sector that an aggregate of the nomenclature suggests for a category that our table does not
// know; nothing where the aggregate mixes several. Only ever a suggestion: the outcome stays A.
std::optional<Secteur> secteur_d_agregat(std::string_view agregat);

// From the files of nomenclatures/ in the folder donnees/: the official categories, and what our
// table says of those of the programme. Same refusals as charger_territoires.
core::Result<Categories> charger_categories(const std::string& donnees);

}  // namespace grappe::referentiels
