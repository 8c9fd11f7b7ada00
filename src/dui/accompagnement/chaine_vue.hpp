// The chain of a project as a page says it: expectation, need, objective, action, means; with the
// last traces of each objective.
#pragma once

#include <map>

#include "dui/accompagnement/outils.hpp"
#include "dui/projet/plan.hpp"

namespace grappe::accompagnement {

// The last transmissions linked to an objective that one reads.
struct Trace {
    std::string quand, texte, adresse;
};
struct Traces {
    std::vector<Trace> dernieres{};
    std::optional<core::Date> derniere{};
};
using TracesParObjectif = std::map<std::string, Traces, std::less<>>;

// One bounded question an objective that stands.
TracesParObjectif lire_les_traces(const Outils& outils, storage::Reader& db, const Ouvert& ouvert);

// Days since the last trace of an objective under way, where it must speak up.
std::optional<int> silence_de(const Outils& outils, const projet::Objet& objectif,
                              const TracesParObjectif& traces);

struct Chainee {
    const Ouvert& ouvert;
    const TracesParObjectif& traces;
};
page::Vue::Liste vues_de_la_chaine(const Outils& outils, const Chainee& chainee);
// Objectives that speak up: "phrase" and "adresse".
page::Vue::Liste vues_des_silences(const Outils& outils, const Chainee& chainee);

}  // namespace grappe::accompagnement
