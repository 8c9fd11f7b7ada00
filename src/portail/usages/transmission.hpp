// Use case: receive a usage report. Judged, attached to dossiers, compared, kept as it came.
#pragma once

#include <string_view>
#include <vector>

#include "portail/usages/acces.hpp"
#include "portail/usages/examen.hpp"
#include "portail/usages/plausibilite.hpp"

namespace grappe::usages {

// What a server judges reports with; outlives its routes.
struct Moyens {
    std::vector<usage::RegleDUsage> regles;  // every one ever shipped
    Seuils seuils;
    Registre registre;
};

// Targets in force for a report: those of the rule that it was measured by.
usage::Parametres parametres_de(const Moyens& moyens, const Tete& tete);

inline constexpr std::string_view version_du_recepteur = "grappe-portail 0.1";

// A sound report on its way. `dossier`: the establishments must be of that one, which is how an
// agreement receives its reports; empty: of any deposited dossier of the sender.
struct Arrivee {
    const Lu& lu;
    std::string_view octets;
    std::string_view dossier{};
};

// The same bytes from the same account: the report that they made, and nothing is written. Codes
// of Reason::rule_not_met: "usages.cle_absente" (the account has registered no key),
// "usages.autre_cle", "usages.etablissement_inconnu" (neither in the register nor in a dossier),
// "usages.etablissement_d_ailleurs" (in the register, in no dossier of the sender's); the detail
// of these two is the numbers. "usages.sans_etablissement".
core::Result<RapportRecu> recevoir(storage::Writer& db, const Demandeur& qui,
                                   const Arrivee& arrivee, const Moyens& moyens);

// From the bytes to the report, with the line that the journal keeps of a refusal.
struct Issue {
    std::optional<RapportRecu> recu;
    Examine examine;  // of what was refused: its code, and every reason
};
struct Envoi {
    std::string_view octets;
    Nature nature;
    std::string_view dossier{};
};
Issue transmettre(storage::Base& base, const Demandeur& qui, const Envoi& envoi,
                  const Moyens& moyens);

}  // namespace grappe::usages
