// An analysis as a file to keep: PDF for people, XLSX for those who compute again.
#pragma once

#include <string>

#include "core/instant.hpp"
#include "exportation/document_pdf.hpp"
#include "portail/rendu/presentation.hpp"

namespace grappe::exportation {

// `maintenant` is printed on the document; the zone is that of the call.
std::string analyse_en_pdf(const rendu::Sujet& sujet, core::Instant maintenant);
// The same at the end of a document.
void ajouter_l_analyse(DocumentPdf& document, const rendu::Sujet& sujet);
std::string analyse_en_xlsx(const rendu::Sujet& sujet, core::Instant maintenant);

}  // namespace grappe::exportation
