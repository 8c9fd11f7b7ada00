// Passage: the states of a project (TDDUI, JDV_J281) and what leads from one to the other. Pure.
// PP-01: in preparation, active, closed or to be written again.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "core/named.hpp"

namespace grappe::projet {

enum class Statut { en_preparation, en_cours, en_pause, termine };

constexpr auto names(Statut) {
    using enum Statut;
    return std::to_array<core::Named<Statut>>({{en_preparation, "ENPREPARATION"},
                                               {en_cours, "ENCOURS"},
                                               {en_pause, "ENPAUSE"},
                                               {termine, "TERMINE"}});
}

enum class Passage { demarrer, reprendre_l_ecriture, suspendre, reprendre, terminer };

constexpr auto names(Passage) {
    using enum Passage;
    return std::to_array<core::Named<Passage>>({{demarrer, "demarrer"},
                                                {reprendre_l_ecriture, "reprendre_l_ecriture"},
                                                {suspendre, "suspendre"},
                                                {reprendre, "reprendre"},
                                                {terminer, "terminer"}});
}

// Where that passage leads from there; nothing: it may not be taken.
std::optional<Statut> apres(Statut de, Passage passage);

// What an agreement of the structure is asked for: TDDUI wants one or more of a project.
constexpr bool demande_un_accord(Passage passage) {
    return passage == Passage::demarrer || passage == Passage::reprendre;
}

}  // namespace grappe::projet
