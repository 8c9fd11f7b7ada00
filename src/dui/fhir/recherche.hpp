// Recherche: what a search asks, read whole with all its faults, and whether a value answers it.
// Pure. FHIR R4, http://hl7.org/fhir/R4/search.html.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/instant.hpp"
#include "dui/fhir/description.hpp"

namespace grappe::fhir {

inline constexpr std::size_t par_page = 20, par_page_au_plus = 100;

enum class Prefixe { eq, ne, gt, lt, ge, le, sa, eb };

constexpr auto names(Prefixe) {
    using enum Prefixe;
    return std::to_array<core::Named<Prefixe>>({{eq, "eq"},
                                                {ne, "ne"},
                                                {gt, "gt"},
                                                {lt, "lt"},
                                                {ge, "ge"},
                                                {le, "le"},
                                                {sa, "sa"},
                                                {eb, "eb"}});
}

// From the first instant to the one after the last; without end, it goes on.
struct Intervalle {
    core::Instant debut;
    std::optional<core::Instant> fin;
};
Intervalle jour(core::Date jour);  // of Paris
Intervalle jours(core::Date premier, std::optional<core::Date> dernier);
Intervalle seconde(core::Instant instant);

enum class Modificateur { aucun, exact, contient };

struct Valeur {
    std::string texte;                     // folded unless exact; of a token, its code
    std::optional<std::string> systeme{};  // of a token: nothing: any; "": none
    Prefixe prefixe = Prefixe::eq;
    std::optional<Intervalle> quand{};
};

// One of the values must agree; all criteria must.
struct Critere {
    std::string_view nom;
    Genre genre;
    Modificateur modificateur;
    std::vector<Valeur> valeurs;
};

struct Tri {
    std::string_view parametre{};  // empty: the order of recording
    bool decroissant = false;
};

struct Faute {
    std::string parametre, code;

    bool operator==(const Faute&) const = default;
};

struct Recherche {
    std::vector<Critere> criteres;
    std::vector<std::string> inclusions;
    Tri tri;
    std::size_t combien = par_page;
    std::string apres;            // our id of the last one given; empty: from the first
    std::vector<Faute> fautes;    // some: nothing is to be searched
    std::vector<Faute> ignorees;  // lenient: left out
    std::string comprise;         // "name=du&_count=20", without what was left out

    const Critere* critere(std::string_view nom) const;
};

enum class Traitement { strict, tolerant };

// Codes "fhir.parametre_inconnu", "fhir.modificateur", "fhir.vide", "fhir.date", "fhir.reference",
// "fhir.compte", "fhir.tri", "fhir.inclusion", "fhir.suite", "fhir.personne_requise".
Recherche lire_recherche(const Description& description,
                         std::span<const std::pair<std::string, std::string>> question,
                         Traitement traitement);

// `comprise` with another `_apres`.
std::string suite_de(const Recherche& recherche, std::string_view apres);

struct Jeton {
    std::string_view systeme, code;
};
bool convient(const Critere& critere, const Intervalle& cible);
bool convient(const Critere& critere, std::span<const std::string_view> textes);
bool convient(const Critere& critere, std::span<const Jeton> jetons);

}  // namespace grappe::fhir
