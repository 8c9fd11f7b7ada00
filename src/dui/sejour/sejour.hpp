// Séjour: what a stay says besides the fact that indicators count; how it ended. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named.hpp"
#include "dui/fait/fait.hpp"
#include "dui/sejour/geste.hpp"

namespace grappe::sejour {

// Words of ours: no nomenclature of exits is known here (decision 0072).
enum class Issue { domicile, autre_etablissement, hopital, fin_d_accompagnement, deces, autre };
constexpr auto names(Issue) {
    using enum Issue;
    return std::to_array<core::Named<Issue>>({{domicile, "domicile"},
                                              {autre_etablissement, "autre_etablissement"},
                                              {hopital, "hopital"},
                                              {fin_d_accompagnement, "fin_d_accompagnement"},
                                              {deces, "deces"},
                                              {autre, "autre"}});
}

enum class Reponse { non, oui };
constexpr auto names(Reponse) {
    return std::to_array<core::Named<Reponse>>({{Reponse::non, "non"}, {Reponse::oui, "oui"}});
}

// The element beside the fact: what deadlines are computed from, and the exit.
struct Suivi {
    std::string motif{};                       // of the admission
    std::optional<core::Date> fin_prevue{};    // as foreseen at the admission
    std::optional<core::Date> entretien{};     // of admission
    std::optional<core::Date> notification{};  // of the judgment
    std::optional<Reponse> mesure{};           // a judge's, about a minor; nothing: nobody said
    std::optional<Reponse> sans_sejour{};      // sessions without staying; nothing: nobody said
    std::optional<Issue> issue{};
    std::string motif_de_sortie{};

    bool operator==(const Suivi&) const = default;
};

std::string contenu_de(const Suivi& suivi);
Suivi suivi_lu(std::string_view contenu);

struct Admission {
    std::string id;  // of the stay: 32 hexadecimal digits, given by the form
    core::Finess finess_et;
    std::string personne;
    std::string entree;    // as typed
    std::string modalite;  // a word of an imported stay
    bool projet_possible = true;
    std::string fin_prevue{}, entretien{}, motif{};
};
// Of the words alone. Codes "sejour.faute.entree", ".jour", ".entree_future", ".modalite",
// ".fin_avant", ".entretien_apres", ".long".
std::vector<Faute> fautes_de(const Admission& admission, core::Date aujourd_hui);

struct Sortie {
    std::string sejour;
    std::int64_t vue;  // the version of its `Suivi` that was before the eyes; 0: there was none
    std::string jour, issue, motif{};
};
// Codes "sejour.faute.sortie", ".jour", ".sortie_future", ".sortie_avant", ".issue", ".motif",
// ".long". A death has an act of its own.
std::vector<Faute> fautes_de(const Sortie& sortie, core::Date entree, core::Date aujourd_hui);

// The line of an import that says this fact again, corrected.
std::string ligne_de(const fait::Fait& fait);

}  // namespace grappe::sejour
