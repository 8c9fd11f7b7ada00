// Persons, authors and moments as a page says them.
#pragma once

#include <map>

#include "dui/rencontre/rencontre.hpp"
#include "web/page/vue.hpp"

namespace grappe::rencontre {

// The names of accounts, each read once.
class Auteurs {
public:
    explicit Auteurs(storage::Reader& db) : db_{db} {}
    std::string nom(const std::string& compte);

private:
    storage::Reader& db_;
    std::map<std::string, std::string> noms_;
};

// "MARTIN Anne", with the name of use where there is one.
std::string nom_de(const annuaire::Personne& personne);
// In whole years on that day, or at death; empty: the birth is not known.
std::string age_de(const dui::Services& services, const annuaire::Personne& personne,
                   core::Date jour);

// "permanent, depuis le 2 mars 2024"
std::string sejour_dit(const dui::Services& services, const annuaire::Sejour& sejour);

// "aujourd'hui à 14 h 05", "hier à 21 h 04", else the day.
std::string quand(const dui::Services& services, core::Instant instant, core::Instant maintenant);

// Why one sees this record: one's role where, and which classes one's profession reads. A "phrase"
// each.
page::Vue::Liste raisons(const Ecrans& ecrans, const Rencontre& rencontre);

}  // namespace grappe::rencontre
