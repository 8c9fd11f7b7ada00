// Plannings of a project (DOC-05): phases of three parts, dated by their porteur or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/named.hpp"
#include "portail/teleservice/acces.hpp"

namespace grappe::documents {

enum class Volet { projet, deploiement, conduite };
constexpr auto names(Volet) {
    using enum Volet;
    return std::to_array<core::Named<Volet>>(
        {{projet, "projet"}, {deploiement, "deploiement"}, {conduite, "conduite"}});
}

struct Phase {
    Volet volet;
    std::string libelle;
    std::optional<core::Date> debut{}, fin{};  // the same day: a milestone
};

struct Planning {
    int version = 0;  // 0: nobody has written it, the phases are those proposed
    std::vector<Phase> phases{};
};

inline constexpr std::size_t phases_max = 100, libelle_max = 200;  // of a planning; bytes

// "volet | libellé" lines; '#' begins a remark. Code "planning.phases" with the line.
core::Result<std::vector<Phase>> lire_phases_proposees(std::string_view texte);

// `{"phases": [{"volet", "libelle", "debut", "fin"}]}`; dates may be null or absent, a phase has
// both or none. Codes "planning.json", "planning.volet", "planning.libelle", "planning.date",
// "planning.ordre", "planning.trop"; the detail is the rank of the phase, from 1.
core::Result<std::vector<Phase>> lire_phases(std::string_view json);

std::string planning_json(const Planning& planning);

core::Result<Planning> planning_du_dossier(storage::Reader& db, const teleservice::Demandeur& qui,
                                           std::string_view dossier,
                                           const std::vector<Phase>& proposees);

struct EcritureDuPlanning {
    std::string_view dossier;
    int version;  // the one that the author read
    std::vector<Phase> phases;
};
// Code "planning.version_perimee", codes of `demander`.
core::Result<Planning> ecrire_planning(storage::Writer& db, const teleservice::Demandeur& qui,
                                       const EcritureDuPlanning& ecriture);

}  // namespace grappe::documents
