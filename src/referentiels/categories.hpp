// FINESS categories and what the programme makes of them. A dated table that an administrator can
// change; `Categories` is the state of the table at one date (pure value).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/date.hpp"
#include "referentiels/secteur.hpp"

namespace grappe::referentiels {

enum class Eligibilite { oui, a_confirmer, non };  // O, A, N of the table

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

private:
    std::unordered_map<std::string, Categorie> par_code_;
};

}  // namespace grappe::referentiels
