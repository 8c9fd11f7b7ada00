// An amendment as a tagged PDF: why, what changes in sentences, each amount before and after, who
// signed. The same amendment gives the same bytes, until it is signed again.
#pragma once

#include <memory>

#include "portail/actes/convention_imprimee.hpp"
#include "portail/convention/avenants.hpp"
#include "rules/phrases.hpp"

namespace grappe::actes {

struct AvenantImprime {
    convention::AvenantLu lu;
    std::string code, numero, agence, porteur;
    SignatureImprimee du_porteur{}, de_l_agence{};  // of `lu`

    core::Instant etabli_le() const;
};

// Codes of convention::lire_un_avenant. What it answers does not move.
core::Result<std::unique_ptr<const AvenantImprime>> lire_l_avenant(storage::Reader& db,
                                                                   const Demandeur& qui,
                                                                   std::string_view avenant,
                                                                   const Moyens& moyens);

struct MoyensDAvenant {
    const rules::Phrases& phrases;
    std::string_view adresse_publique;  // "https://grappe.example"
    std::string_view mention{};         // at the foot of each page; empty: none
};
std::string avenant_en_pdf(const AvenantImprime& avenant, const MoyensDAvenant& moyens);

}  // namespace grappe::actes
