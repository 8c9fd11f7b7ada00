// An evaluation as JSON, both ways: what is written is read back the same.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dui/evaluation/evaluation.hpp"
#include "dui/evaluation/grille.hpp"
#include "saisie/faute.hpp"

namespace grappe::evaluation {

struct Contexte {
    const std::vector<Grille>& grilles;
    core::Date aujourd_hui;  // an evaluation is not of a day to come
};

// The evaluation, or all its faults, each with its path: "reponses.TOILETTE.modalite".
std::variant<Evaluation, saisie::Fautes> lire_evaluation(std::string_view json,
                                                         const Contexte& contexte);

std::string en_json(const Evaluation& evaluation);

}  // namespace grappe::evaluation
