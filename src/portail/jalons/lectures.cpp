// Options and delays of a call, found by their names.
#include "portail/jalons/lectures.hpp"

#include <algorithm>
#include <array>

namespace grappe::jalons {
namespace {

constexpr std::string_view le_depart = "depart_des_delais";
constexpr std::string_view la_nature = "delais_conditions_ou_indicatifs";
constexpr std::string_view la_suite = "depassement_des_delais";

std::string choisie(const programme::Appel& appel, std::string_view nom) {
    const auto ou = std::ranges::find(appel.options, nom, &programme::OptionOuverte::nom);
    return ou == appel.options.end() ? std::string{} : ou->choisie;
}

}  // namespace

std::vector<Lecture> lectures_de(const programme::Appel& appel) {
    std::vector<Lecture> toutes;
    for (const auto nom : std::to_array({le_depart, la_nature, la_suite})) {
        const auto ou = std::ranges::find(appel.options, nom, &programme::OptionOuverte::nom);
        if (ou == appel.options.end())
            toutes.push_back({.nom = nom, .question = {}, .choisie = {}, .source = {}});
        else
            toutes.push_back({.nom = nom,
                              .question = ou->question,
                              .choisie = ou->choisie,
                              .source = ou->source});
    }
    return toutes;
}

Depart depart_de(const programme::Appel& appel) {
    return core::named<Depart>(choisie(appel, le_depart)).value_or(Depart::date_declaree);
}

Nature nature_des_delais(const programme::Appel& appel) {
    const auto lue = choisie(appel, la_nature);
    if (lue == "indicatifs") return Nature::indicative;
    return lue == "conditions" ? Nature::imperative : Nature::non_dite;
}

const programme::Enonce* delai_de(const programme::Appel& appel, std::string_view nom) {
    const auto ou = std::ranges::find(appel.delais, nom, &programme::Enonce::nom);
    return ou == appel.delais.end() || !ou->mois ? nullptr : &*ou;
}

}  // namespace grappe::jalons
