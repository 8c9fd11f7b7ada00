// Confrontation: whether a certificate and its recomputation agree, in one French sentence, and
// where they first differ. Pure.
#pragma once

#include <string>
#include <string_view>

#include "portail/certificat/certificat.hpp"
#include "rules/phrases.hpp"

namespace grappe::certificat {

struct Comparaison {
    std::string_view fichier;  // bytes of the certificate
    const Certificat& certificat;
    std::string_view recalcul;     // bytes; empty: nothing could be computed
    std::string_view territoires;  // digest of those of this program
};

struct Accord {
    bool concorde;
    std::string phrase;
};
Accord confronter(const Comparaison& comparaison, const rules::Phrases& phrases);

// The path of the JSON value in which that byte stands: "subvention.lignes[3].total"; empty: in
// none.
std::string chemin_de_l_octet(std::string_view json, std::size_t octet);

}  // namespace grappe::certificat
