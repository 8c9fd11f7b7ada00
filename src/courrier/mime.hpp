// A message as bytes: RFC 5322 head, one part of plain text in UTF-8, CRLF line ends.
#pragma once

#include <string>

#include "courrier/boite.hpp"

namespace grappe::courrier {

// An address alone, "ne-pas-repondre@example.org": its domain ends the Message-ID.
struct Expediteur {
    std::string nom;  // "Grappe"
    std::string adresse;
};

// The same bytes each time for the same pli: a message sent again is known by its Message-ID. The
// text goes as 8bit; a line too long for mail makes it base64.
std::string rediger(const Pli& pli, const Expediteur& expediteur);

}  // namespace grappe::courrier
