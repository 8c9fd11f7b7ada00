// Examen: bytes that claim to be a report → what they count, or every reason why not. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "portail/usages/rapport_recu.hpp"
#include "rapport/reproche.hpp"
#include "usage/regle_d_usage.hpp"

namespace grappe::usages {

// Of one report, several thousands of establishments.
inline constexpr std::size_t rapport_max = std::size_t{8} * 1024 * 1024;

struct Lu {
    Tete tete;
    std::vector<Ligne> lignes;  // without their dossier
};

struct Examine {
    std::optional<Lu> lu;
    // Where it is not there. Codes "usages.illisible" (no JSON), "usages.forme" (JSON, but no
    // report: nothing tells that it is signed), "usages.signature" (the signature alone is wrong),
    // "usages.contenu_change" (the signature is wrong, and other things are), "usages.incoherent"
    // (rightly signed, but wrong in itself), "usages.declaration".
    core::Refusal refus{core::Reason::invalid, {}, {}};
    rapport::Reproches reproches{};  // every reason
};

// `regles`: every rule of measure ever shipped, the last one being today's.
Examine examiner(std::string_view octets, Nature nature,
                 const std::vector<usage::RegleDUsage>& regles);

// What a file of a form says that it is: CSV with the header of a declaration, else a report.
Nature nature_de(std::string_view octets);

}  // namespace grappe::usages
