// Comparaison: what another version of the rules makes of one dossier, and why. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/analyse/analyse.hpp"
#include "referentiels/secteur.hpp"

namespace grappe::repetition {

// A value of the call that another version gives otherwise. Borrows both calls; null: that version
// has no such value.
struct ValeurChangee {
    const programme::ValeurTracee* avant;
    const programme::ValeurTracee* apres;

    const std::string& chemin() const { return avant ? avant->chemin : apres->chemin; }
};
// In the order of the call files, those that only the first one has last.
std::vector<ValeurChangee> valeurs_changees(const programme::Appel& avant,
                                            const programme::Appel& apres);

inline constexpr std::size_t nombre_de_secteurs = names(referentiels::Secteur{}).size();
using ParSecteur = std::array<core::Money, nombre_de_secteurs>;

// What one version of the rules makes of a dossier.
struct Resultat {
    analyse::IssueDossier issue;
    std::string guichet;               // label; empty: none
    std::optional<bool> a_temps;       // empty: the call has no window for it
    int essms;                         // that count
    std::optional<core::Money> total;  // empty: the call gives no amounts
    core::Money usage, equipement, specifique;
    ParSecteur par_secteur{};

    core::Money montant() const { return total.value_or(core::Money{}); }
};
Resultat resultat_de(const analyse::Analyse& analyse, const dossier::DossierResolu& dossier);

// Findings of one rule that go from one outcome to another; empty: the rule said nothing there.
struct Passage {
    rules::RegleId regle;
    std::optional<rules::Issue> avant, apres;
    int objets;           // establishments, pieces, or the dossier
    std::string message;  // in French: of the first of them as it is judged afterwards, or was
};

struct Jugee {  // one side of a comparison
    const analyse::Analyse& analyse;
    const dossier::DossierResolu& dossier;
};
std::vector<Passage> passages(const Jugee& avant, const Jugee& apres,
                              const rules::Phrases& phrases);

// Ranks in `changees` of the values that a step of either side has read.
std::vector<std::size_t> valeurs_lues(const Jugee& avant, const Jugee& apres,
                                      const std::vector<ValeurChangee>& changees);

}  // namespace grappe::repetition
