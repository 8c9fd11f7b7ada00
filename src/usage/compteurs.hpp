// Compteurs: what records add to the indicators; sums of them are exact and never wrap.
#pragma once

#include <array>
#include <cstdint>

#include "core/named.hpp"
#include "usage/indicateur.hpp"

namespace grappe::usage {

// `…_present` counts under the reading `presents`, whose numerators are limited to the persons
// present; the two other readings share theirs. The order is that of the evidence tree: fixed.
enum class Compteur {
    fenetre,
    file_active,
    presents,
    actif,
    actif_present,
    projet,
    projet_present,
    evenement,
    evenement_present,
    eligible_fenetre,
    eligible_file_active,
    eligible_presents,
    dmp,
    mssante,
    eprescription,
    eprescription_depuis_le_debut,
    eparcours,
    eparcours_depuis_le_debut
};

constexpr auto names(Compteur) {
    using enum Compteur;
    return std::to_array<core::Named<Compteur>>(
        {{fenetre, "fenetre"},
         {file_active, "file_active"},
         {presents, "presents"},
         {actif, "actif"},
         {actif_present, "actif_present"},
         {projet, "projet"},
         {projet_present, "projet_present"},
         {evenement, "evenement"},
         {evenement_present, "evenement_present"},
         {eligible_fenetre, "eligible_fenetre"},
         {eligible_file_active, "eligible_file_active"},
         {eligible_presents, "eligible_presents"},
         {dmp, "dmp"},
         {mssante, "mssante"},
         {eprescription, "eprescription"},
         {eprescription_depuis_le_debut, "eprescription_depuis_le_debut"},
         {eparcours, "eparcours"},
         {eparcours_depuis_le_debut, "eparcours_depuis_le_debut"}});
}

inline constexpr std::size_t nombre_de_compteurs = names(Compteur{}).size();

struct Compteurs {
    std::array<std::int64_t, nombre_de_compteurs> valeurs{};

    std::int64_t& operator[](Compteur un) { return valeurs[static_cast<std::size_t>(un)]; }
    std::int64_t operator[](Compteur un) const { return valeurs[static_cast<std::size_t>(un)]; }
    Compteurs& operator+=(const Compteurs& autres);  // beyond 63 bits: a Bug
    bool operator==(const Compteurs&) const = default;
};

// The fraction of an indicator that has a target; of the two others, see the counters.
Mesure mesure(const Compteurs& compteurs, Indicateur indicateur, Denominateur lecture);

}  // namespace grappe::usage
