// Redacteur: who acts on stays, when; and what an act answers: all its faults, or what it wrote.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dui/acces/rattachement.hpp"
#include "dui/element/ecriture.hpp"

namespace grappe::sejour {

struct Faute {
    std::string chemin, code;  // the field of the form; its sentence

    bool operator==(const Faute&) const = default;
};

struct Redacteur {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;

    core::Date aujourd_hui() const { return core::paris().day_of(maintenant.seconde()); }
    element::Geste geste() const { return {qui.acteur.compte, maintenant}; }
};

// Some faults: nothing was written.
struct Ecrit {
    std::vector<Faute> fautes{};
    std::string id{};
    std::int64_t version = 0;
};

inline constexpr std::size_t texte_au_plus = 1'000;  // characters of each free text

// The class of administrative data, at that establishment. Codes "dui.etablissement_interdit",
// "sejour.profession".
core::Result<void> peut_ecrire(const acces::Professionnel& qui, std::string_view finess_et);
// As `peut_ecrire`, for what every carer tells of a day: daily life or administrative data.
core::Result<void> peut_ecrire_le_quotidien(const acces::Professionnel& qui,
                                            std::string_view finess_et);

// A line of the journal: ids only.
void noter(storage::Writer& db, const Redacteur& redacteur, const char* acte,
           const element::Element& un);

// A day that a field says; absent where it is empty, a fault where it says none.
std::optional<core::Date> jour_dit(std::string_view texte, const char* chemin,
                                   std::vector<Faute>& fautes);

}  // namespace grappe::sejour
