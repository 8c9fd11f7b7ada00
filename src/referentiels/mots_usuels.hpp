// What people type in a search besides a name or a number: a category, a department, a region, in
// full or in everyday short forms. Pure value, loaded once.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/named.hpp"
#include "core/result.hpp"

namespace grappe::referentiels {

enum class Critere { categorie, departement, region };
constexpr auto names(Critere) {
    using enum Critere;
    return std::to_array<core::Named<Critere>>(
        {{categorie, "categorie"}, {departement, "departement"}, {region, "region"}});
}

struct Sens {
    Critere critere;
    std::string code;
    bool operator==(const Sens&) const = default;
};

// The senses that each of the asked words takes part in, in the order of the words.
using SensParMot = std::vector<std::vector<Sens>>;

class MotsUsuels {
public:
    struct Nom {
        std::string texte;
        Sens sens;
    };

    MotsUsuels() = default;  // no word means anything
    // "Pays de la Loire" counts as pays, loire; one name may have several senses.
    explicit MotsUsuels(const std::vector<Nom>& noms);

    // A name counts when all its words are asked; the last asked one may be only begun.
    SensParMot sens(const std::vector<std::string>& mots) const;

private:
    struct Entree {  // a word of a name
        std::string mot;
        std::uint32_t nom;
    };
    struct Touche {  // a word of a name that is asked, and where
        std::uint32_t nom, entree, demande;
        auto operator<=>(const Touche&) const = default;
    };
    struct Retenu {
        std::size_t longueur;  // words of the name
        Sens sens;
    };

    enum class Ecriture { entiere, commencee };
    void toucher(std::string_view mot, std::uint32_t demande, Ecriture ecriture,
                 std::vector<Touche>& touches) const;

    std::vector<Entree> entrees_;  // in alphabetical order
    std::vector<Retenu> noms_;
};

// "de", "la", "pour"… that say nothing of a category or a territory.
bool est_mot_vide(std::string_view mot);

// From the folder donnees/: names of regions and departments, labels and acronyms of the
// categories, and the short forms of nomenclatures/mots-usuels.csv.
core::Result<MotsUsuels> charger_mots_usuels(const std::string& donnees);

}  // namespace grappe::referentiels
