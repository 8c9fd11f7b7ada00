// Catalogue of a PDF: what cairo 1.16 leaves out of it: the language of the text, and that viewers
// show the title instead of the file's name.
#pragma once

#include <string>

namespace grappe::exportation {

// Adds them by an incremental update (ISO 32000-1, 7.5.6); what has another shape is given back
// as it is.
std::string completer_le_catalogue(std::string pdf);

}  // namespace grappe::exportation
