// Migration: deposited dossiers of a call are judged by the rules in force from now on, in place of
// those of their deposit: an act with its reason. Until then each keeps its own.
#pragma once

#include <string>
#include <vector>

#include "portail/administration/intervention.hpp"
#include "portail/repetition/repetition.hpp"

namespace grappe::administration {

using repetition::ReglesEnPlace;

// A dossier that older rules judge, under both.
struct AMigrer {
    repetition::Replique replique;  // `regles_apres`: the rules in force for its deposit
    std::string blocage;            // code of why it cannot be moved; empty: it can
};
// Blocked ones first. Codes "acces.refuse", "api.appel_inconnu".
core::Result<std::vector<AMigrer>> a_migrer(storage::Reader& db, const Demandeur& qui,
                                            std::string_view appel, const ReglesEnPlace& regles);

// Why it stays as it is: its amount is decided already, or an act on the rules would refuse it or
// take it to another desk. Pure.
std::string_view blocage_de(const repetition::Replique& replique);

struct DemandeDeMigration {
    std::string_view appel;
    std::vector<std::string> dossiers;  // ids
    std::string_view motif;
};
struct MoyensDeMigration {
    ReglesEnPlace regles;
    const Moyens& moyens;
};
// All of them or none, each once. Codes of `a_migrer` and of a Demande, "migration.aucun",
// "migration.sans_objet" (the detail is the id of the first that needs no move), "migration.bloque"
// (the detail is the number of the first that is blocked).
core::Result<std::vector<Intervention>> migrer(storage::Writer& db, const Demandeur& qui,
                                               const DemandeDeMigration& demande,
                                               const MoyensDeMigration& moyens);

}  // namespace grappe::administration
