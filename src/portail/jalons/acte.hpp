// Acte: whether something may be said of a milestone, by whom, with what. Pure.
#pragma once

#include "core/result.hpp"
#include "portail/jalons/suivi.hpp"

namespace grappe::jalons {

enum class Auteur { porteur, membre, guichet };

struct Voulu {
    Genre jalon;
    Acte acte;
    std::string finess_et{};  // empty: the project
    std::optional<core::Date> jour{};
    std::string motif{};
};

struct Contexte {
    const Accord& accord;
    const std::vector<Fait>& faits;
    const Suivi& suivi;
    core::Date aujourd_hui;
};

// Codes "jalon.calcule" (Reason::conflict: it is known from the agreement), "jalon.d_un_autre"
// (Reason::forbidden: not this actor's to say), "jalon.etablissement" (Reason::invalid: one of the
// agreement for a deployment, none for the rest), "jalon.jour" (Reason::invalid: none, where the
// act needs one), "jalon.motif" (Reason::invalid: none, idem), "jalon.jour_futur",
// "jalon.avant_le_depart" (Reason::rule_not_met; the detail is the start), "jalon.deja",
// "jalon.non_declare" (Reason::conflict), "jalon.sans_terme" (Reason::conflict: nothing to extend),
// "jalon.prolongation" (Reason::rule_not_met: not after the term in place, the detail).
core::Result<void> admettre(const Contexte& contexte, const Voulu& voulu, Auteur auteur);

// What a page offers: the day and the reason left aside.
bool peut_dire(const Contexte& contexte, Genre jalon, Acte acte, Auteur auteur);

}  // namespace grappe::jalons
