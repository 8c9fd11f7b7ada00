// The usage indicators, the readings of their denominator, and the exact measure of one of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "core/named.hpp"

namespace grappe::usage {

enum class Indicateur {
    dossiers_actifs,
    projet_personnalise,
    evenement_agenda,
    mssante,
    dmp,
    eprescription,
    eparcours
};

constexpr auto names(Indicateur) {
    using enum Indicateur;
    return std::to_array<core::Named<Indicateur>>({{dossiers_actifs, "dossiers_actifs"},
                                                   {projet_personnalise, "projet_personnalise"},
                                                   {evenement_agenda, "evenement_agenda"},
                                                   {mssante, "mssante"},
                                                   {dmp, "dmp"},
                                                   {eprescription, "eprescription"},
                                                   {eparcours, "eparcours"}});
}

// Those that have a denominator and a target.
inline constexpr std::array indicateurs_a_cible{
    Indicateur::dossiers_actifs, Indicateur::projet_personnalise, Indicateur::evenement_agenda,
    Indicateur::mssante, Indicateur::dmp};

// Who the persons accompanied are: the texts leave three readings (contract, `--denominateur`).
enum class Denominateur { fenetre, file_active, presents };

constexpr auto names(Denominateur) {
    using enum Denominateur;
    return std::to_array<core::Named<Denominateur>>(
        {{fenetre, "fenetre"}, {file_active, "file_active"}, {presents, "presents"}});
}

// Neither is ever negative; the fraction is never rounded before it is compared.
struct Mesure {
    std::int64_t numerateur = 0;
    std::int64_t denominateur = 0;

    bool mesurable() const { return denominateur > 0; }
    // 100 · numerator >= target · denominator; nothing when not measurable.
    std::optional<bool> atteinte(int cible) const;
    // Percentage, half up to two decimals: "89.99", for display only. Nothing when not measurable.
    std::optional<std::string> taux() const;
    bool operator==(const Mesure&) const = default;
};

}  // namespace grappe::usage
