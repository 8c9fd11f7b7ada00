// A text as a square that a telephone reads (QR code).
#pragma once

#include <string>

#include "portail/export/document_pdf.hpp"

namespace grappe::documents {

exportation::Carre carre_qr(const std::string& texte);

}  // namespace grappe::documents
