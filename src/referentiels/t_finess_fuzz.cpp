// Fuzz target: the history file, after its header.
#include <cstddef>
#include <cstdint>

#include "referentiels/lecture_eprouvee.hpp"

namespace {

constexpr auto entete =
    "finess;etat;type;ej_finess;rs;siret;date_ouverture;date_fermeture;date_maj_finess;"
    "date_extract_finess;adresse_num_voie;adresse_nom_voie;adresse_code_postal;"
    "adresse_lib_routage;com_code;categ_code;categ_lib;geoloc_x;geoloc_y\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view octets{reinterpret_cast<const char*>(data), size};
    grappe::referentiels::eprouver(std::string{entete}.append(octets));
    return 0;
}
