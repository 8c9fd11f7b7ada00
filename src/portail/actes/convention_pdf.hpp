// The agreement as a tagged PDF. Pure: the same agreement gives the same bytes, until it is signed
// again.
#pragma once

#include "portail/actes/convention_imprimee.hpp"
#include "portail/documents/modele_texte.hpp"

namespace grappe::actes {

struct MoyensDuPdf {
    const documents::ModeleTexte& modele;  // modeles/documents/CONVENTION.txt
    const rules::Phrases& phrases;
    std::string_view adresse_publique;  // "https://grappe.example"
    std::string_view mention{};         // at the foot of each page; empty: none
};
std::string convention_en_pdf(const ConventionImprimee& convention, const MoyensDuPdf& moyens);

}  // namespace grappe::actes
