// Lectures: how the call reads what its text leaves open about delays. A call that chose nothing
// is said so; no reading has a default here. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/named.hpp"
#include "portail/jalons/jalon.hpp"
#include "portail/programme/appel.hpp"

namespace grappe::jalons {

// `depart_des_delais`: what starts a project. `declaree`: a day that somebody declares, also where
// the call does not say.
enum class Depart { signature_de_la_convention, versement_de_l_avance, date_declaree };
constexpr auto names(Depart) {
    using enum Depart;
    return std::to_array<core::Named<Depart>>(
        {{signature_de_la_convention, "signature_de_la_convention"},
         {versement_de_l_avance, "versement_de_l_avance"},
         {date_declaree, "date_declaree"}});
}

struct Lecture {
    std::string_view nom;  // of the option
    std::string question;  // of the catalogue: "AMB-11"; empty: the call does not say
    std::string choisie;   // empty: the call does not say
    rules::Source source;
};
// The three of them, in this order: depart_des_delais, delais_conditions_ou_indicatifs (CONF-23),
// depassement_des_delais (AMB-11).
std::vector<Lecture> lectures_de(const programme::Appel& appel);

Depart depart_de(const programme::Appel& appel);
// Of the 9 and 18 months.
Nature nature_des_delais(const programme::Appel& appel);

// Null: the call does not give this delay in months.
const programme::Enonce* delai_de(const programme::Appel& appel, std::string_view nom);

}  // namespace grappe::jalons
