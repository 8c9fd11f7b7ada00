// Code QR: a text as a drawing that a telephone reads.
#pragma once

#include <string>

namespace grappe::qr {

std::string code_qr(const std::string& texte);  // SVG, black on white whatever the theme

}  // namespace grappe::qr
