// Convention imprimée: an agreement with what its paper says besides its rows: the parties, where
// each amount comes from, the targets, who signed.
#pragma once

#include <string>
#include <vector>

#include "portail/convention/acces.hpp"

namespace grappe::actes {

using convention::Demandeur, convention::Moyens;

struct LigneImprimee {
    std::string finess_et, nom;
    std::string regime, rang;  // in words; `rang` empty: none
    solde::Aides aides;
    std::vector<std::size_t> sources;  // of its amounts, among those of the agreement
};

struct CibleImprimee {
    std::string indicateur, part, pour, source;
};

struct SignatureImprimee {
    const convention::Signature* signature;  // null: not yet
    std::string nom;                         // of who signed
};

// Of that party among these, which outlive it.
SignatureImprimee signature_imprimee(storage::Reader& db,
                                     const std::vector<convention::Signature>& signatures,
                                     convention::Partie partie);

struct ConventionImprimee {
    convention::Sujet sujet;
    std::string code;
    std::string numero;  // of the deposit
    core::Instant depose_le;
    std::string agence, porteur, siret, appel, solution;
    std::vector<LigneImprimee> lignes;
    std::vector<std::string> sources;  // of amounts, in the order of their first use
    std::string source_de_l_avance;
    std::vector<CibleImprimee> cibles;
    SignatureImprimee du_porteur, de_l_agence;

    // When this state of it was reached: prepared, or last signed.
    core::Instant etabli_le() const;
};

// Codes of convention::acceder_par_le_dossier. What it answers borrows nothing but its own.
core::Result<ConventionImprimee> lire(storage::Reader& db, const Demandeur& qui,
                                      std::string_view dossier, const Moyens& moyens);

}  // namespace grappe::actes
