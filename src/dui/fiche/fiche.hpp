// Fiche: one thing of a rubrique, as its fields say it; its faults, whether it stands on a day, how
// near its end is. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "dui/fiche/rubrique.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::fiche {

inline constexpr std::size_t ligne_au_plus = 200;    // characters
inline constexpr std::size_t texte_au_plus = 2'000;  // of a long one

using lecture::Textes;

struct Faute {
    std::string chemin, code;

    bool operator==(const Faute&) const = default;
};

// The fields of the rubrique only, without the spaces around.
Textes nettes(const Rubrique& rubrique, const Textes& tapes);

// Of nettes ones. Codes "fiche.vide", ".long", ".mot", ".jour", ".futur", ".nombre", ".telephone",
// ".courriel", ".fin_avant_debut", ".rien", and those of one genre: "fiche.contact.moyen",
// ".contact.morale", ".confiance.ecrit", ".directives.lieu".
std::vector<Faute> fautes_de(const Rubrique& rubrique, const Textes& textes,
                             core::Date aujourd_hui);

enum class Vigueur { en_vigueur, a_venir, echue, revoquee, retiree };

constexpr auto names(Vigueur) {
    using enum Vigueur;
    return std::to_array<core::Named<Vigueur>>({{en_vigueur, "en_vigueur"},
                                                {a_venir, "a_venir"},
                                                {echue, "echue"},
                                                {revoquee, "revoquee"},
                                                {retiree, "retiree"}});
}

// How many months at most until its last day: told 12, 6 and 3 months before.
enum class Alerte { aucune, douze_mois, six_mois, trois_mois };

constexpr auto names(Alerte) {
    using enum Alerte;
    return std::to_array<core::Named<Alerte>>({{aucune, "aucune"},
                                               {douze_mois, "douze_mois"},
                                               {six_mois, "six_mois"},
                                               {trois_mois, "trois_mois"}});
}

struct Fiche {
    element::Version version;
    Textes textes;

    const Rubrique& rubrique() const;
    std::string texte(std::string_view champ) const;  // empty: not told
    std::optional<core::Date> jour(std::string_view champ) const;
};
Fiche lue(element::Version version);

// The last day is one on which it stands. A revocation counts from its instant on.
Vigueur vigueur_de(const Fiche& fiche, core::Date jour);
Alerte alerte_de(const Fiche& fiche, core::Date jour);  // of one that stands

// In call order where the rubrique has one, those without after; else the latest written first.
void ordonner(std::vector<Fiche>& fiches);

}  // namespace grappe::fiche
