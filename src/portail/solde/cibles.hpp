// Cibles: usage targets judged on one establishment or on several together. Catalogue IND-01 to
// IND-05, AMB-21, AMB-22; AAP Nouvelle-Aquitaine 2024, §5. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "portail/programme/appel.hpp"
#include "portail/solde/accorde.hpp"
#include "usage/indicateur.hpp"

namespace grappe::solde {

// The last measures of an establishment, as its signed report tells them.
struct MesuresDEssms {
    usage::Denominateur lecture = usage::Denominateur::fenetre;
    std::map<usage::Indicateur, usage::Mesure> par_indicateur{};
};
using Mesures = std::map<std::string, MesuresDEssms, std::less<>>;  // by FINESS ET

// A denominator of 0 is neither reached nor failed; so is a measure that follows another reading
// than the call's, and a target of which nobody knows whether it concerns the establishment.
enum class EtatDeCible {
    atteinte,
    non_atteinte,
    sans_mesure,
    non_mesurable,
    autre_lecture,
    concernement_inconnu
};
constexpr auto names(EtatDeCible) {
    using enum EtatDeCible;
    return std::to_array<core::Named<EtatDeCible>>(
        {{atteinte, "atteinte"},
         {non_atteinte, "non_atteinte"},
         {sans_mesure, "sans_mesure"},
         {non_mesurable, "non_mesurable"},
         {autre_lecture, "autre_lecture"},
         {concernement_inconnu, "concernement_inconnu"}});
}

struct CibleJugee {
    const programme::CibleUsage* cible;
    std::optional<usage::Indicateur> indicateur;  // empty: no measure has that name
    usage::Mesure mesure;
    EtatDeCible etat;
};

enum class Atteinte { atteinte, partielle, non_atteinte, non_mesurable, sans_mesure, sans_cible };
constexpr auto names(Atteinte) {
    using enum Atteinte;
    return std::to_array<core::Named<Atteinte>>({{atteinte, "atteinte"},
                                                 {partielle, "partielle"},
                                                 {non_atteinte, "non_atteinte"},
                                                 {non_mesurable, "non_mesurable"},
                                                 {sans_mesure, "sans_mesure"},
                                                 {sans_cible, "sans_cible"}});
}

struct Jugement {
    Atteinte atteinte = Atteinte::sans_cible;
    std::vector<CibleJugee> cibles{};  // those that concern somebody, in the order of the call

    int nombre(EtatDeCible etat) const;
};

// `lignes`: one establishment, or those of the whole project, whose fractions are summed.
Jugement juger(const programme::Appel& appel, const std::vector<const LigneAccordee*>& lignes,
               const Mesures& mesures);

}  // namespace grappe::solde
