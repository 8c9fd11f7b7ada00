// Profession × class of data → what a professional may do of it. CSP R.1110-1 and R.1110-2; which
// cell says what is a choice of ours, told in decision 0058. Pure.
#pragma once

#include <string>

#include "core/named.hpp"

namespace grappe::partage {

// What data are about. An element has one class; a record has all of them.
enum class Classe { administratif, quotidien, soins, psychologie, social, projet };

constexpr auto names(Classe) {
    using enum Classe;
    return std::to_array<core::Named<Classe>>({{administratif, "administratif"},
                                               {quotidien, "quotidien"},
                                               {soins, "soins"},
                                               {psychologie, "psychologie"},
                                               {social, "social"},
                                               {projet, "projet"}});
}

// `cadre` and the last ones are salaried staff that R.1110-2 2° admits without naming a trade.
enum class Profession {
    medecin,
    infirmier,
    aide_soignant,
    reeducateur,
    psychologue,
    accompagnant,
    educateur,
    assistant_social,
    mandataire,
    cadre,
    secretaire,
    agent
};

constexpr auto names(Profession) {
    using enum Profession;
    return std::to_array<core::Named<Profession>>({{medecin, "medecin"},
                                                   {infirmier, "infirmier"},
                                                   {aide_soignant, "aide_soignant"},
                                                   {reeducateur, "reeducateur"},
                                                   {psychologue, "psychologue"},
                                                   {accompagnant, "accompagnant"},
                                                   {educateur, "educateur"},
                                                   {assistant_social, "assistant_social"},
                                                   {mandataire, "mandataire"},
                                                   {cadre, "cadre"},
                                                   {secretaire, "secretaire"},
                                                   {agent, "agent"}});
}

// R.1110-2: 1° the professions of health, 2° the others.
enum class Categorie { sante, autre };
Categorie categorie_de(Profession profession);

// Writing holds reading.
enum class Portee { rien, lecture, ecriture };

constexpr auto names(Portee) {
    using enum Portee;
    return std::to_array<core::Named<Portee>>(
        {{rien, "-"}, {lecture, "lecture"}, {ecriture, "ecriture"}});
}

Portee portee(Profession profession, Classe classe);

inline bool lit(Profession profession, Classe classe) {
    return portee(profession, classe) != Portee::rien;
}
inline bool ecrit(Profession profession, Classe classe) {
    return portee(profession, classe) == Portee::ecriture;
}

// The whole table as a text: tests/committed/partage.txt.
std::string table();

}  // namespace grappe::partage
