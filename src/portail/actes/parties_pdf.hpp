// What the papers of two parties share: who signed, and the code that leads back to what is signed.
#pragma once

#include <string_view>

#include "exportation/document_pdf.hpp"
#include "portail/actes/convention_imprimee.hpp"
#include "rules/phrases.hpp"

namespace grappe::actes {

struct PartiesImprimees {
    const std::string &agence, &porteur, &empreinte;
    const SignatureImprimee &de_l_agence, &du_porteur;
};
void ecrire_les_signatures(exportation::DocumentPdf& document, const PartiesImprimees& parties,
                           const rules::Phrases& phrases);

// The address that a paper carries: it leads whoever may read the agreement to it.
std::string adresse_du_code(std::string_view code, std::string_view site);

// With its square, which a telephone reads.
void ecrire_le_code(exportation::DocumentPdf& document, std::string_view code,
                    std::string_view site, const rules::Phrases& phrases);

}  // namespace grappe::actes
