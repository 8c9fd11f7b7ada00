// Code QR: a text as a drawing that a telephone reads.
#pragma once

#include <string>

namespace grappe::pages {

std::string code_qr(const std::string& texte);  // SVG, black on white whatever the theme

}  // namespace grappe::pages
