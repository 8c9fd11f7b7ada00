// Statut: which status an event may take from another, and what that asks for. One table.
#pragma once

#include <string>
#include <string_view>

#include "dui/agenda/evenement.hpp"

namespace grappe::agenda {

enum class Condition { aucune, commence, fini_et_pointe, motif };
constexpr auto names(Condition) {
    using enum Condition;
    return std::to_array<core::Named<Condition>>({{aucune, "aucune"},
                                                  {commence, "commence"},
                                                  {fini_et_pointe, "fini_et_pointe"},
                                                  {motif, "motif"}});
}

struct Passage {
    Statut de, vers;
    Condition condition;
};

// Done is never planned again: a mistake is said (`motif`) and the event validated anew. What is
// closed is opened again by its reason only.
inline constexpr std::array passages{
    Passage{Statut::planifie, Statut::valide, Condition::aucune},
    Passage{Statut::planifie, Statut::realise, Condition::commence},
    Passage{Statut::planifie, Statut::annule, Condition::motif},
    Passage{Statut::valide, Statut::planifie, Condition::aucune},
    Passage{Statut::valide, Statut::realise, Condition::commence},
    Passage{Statut::valide, Statut::annule, Condition::motif},
    Passage{Statut::realise, Statut::termine, Condition::fini_et_pointe},
    Passage{Statut::realise, Statut::valide, Condition::motif},
    Passage{Statut::termine, Statut::realise, Condition::motif},
    Passage{Statut::annule, Statut::planifie, Condition::motif}};

struct Demande {
    Statut vers;
    core::Instant maintenant;
    std::string_view motif{};
};

// Codes "agenda.passage", "agenda.pas_commence", "agenda.pas_fini", "agenda.a_pointer" (a person
// is still awaited), "agenda.motif".
core::Result<void> admettre(const Evenement& evenement, const Demande& demande);

// A person says no: it is kept, whatever the others do. Codes "agenda.refus_annule",
// "agenda.refus_inconnu", "agenda.refus_present" (was there).
core::Result<Evenement> refuser(Evenement evenement, std::string_view personne);

std::string table_des_statuts();  // for people: tests/committed/agenda.txt

}  // namespace grappe::agenda
