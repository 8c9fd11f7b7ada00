// Plan: a project as a chain (expectation, need, objective, action, means) and month by month.
// Pure.
#pragma once

#include <vector>

#include "dui/projet/lecture.hpp"

namespace grappe::projet {

// Without object: what follows belongs to nothing that stands.
struct Maillon {
    const Objet* objet = nullptr;
    std::vector<Maillon> suite{};
};

// Each need, objective, action, means and service that stands is in it: an action of two objectives
// twice, any other once. The objects are the project's.
std::vector<Maillon> chaine(const Projet& projet);

enum class Temps { action, prestation, objectif_finit, bilan_prevu, bilan_tenu, revision, revue };

constexpr auto names(Temps) {
    using enum Temps;
    return std::to_array<core::Named<Temps>>({{action, "action"},
                                              {prestation, "prestation"},
                                              {objectif_finit, "objectif_finit"},
                                              {bilan_prevu, "bilan_prevu"},
                                              {bilan_tenu, "bilan_tenu"},
                                              {revision, "revision"},
                                              {revue, "revue"}});
}

struct Evenement {
    Temps quoi;
    const Objet* objet;            // null: the term of the next review
    std::optional<core::Date> le;  // nothing: all the month
};

struct Mois {
    core::Date premier;
    std::vector<Evenement> evenements;  // dated ones first, by day
};

// An action or a service is in each month that it spans; without end, until the project's own.
std::vector<Mois> mois_de(const Projet& projet, const std::optional<Revision>& revision,
                          core::Date premier, int combien);

}  // namespace grappe::projet
