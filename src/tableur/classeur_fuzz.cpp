// Fuzz target: any two parts, shared texts then a sheet after a NUL, put in a sound zip: the
// readers of XML get bytes that the checksum of a mutated archive would have kept from them.
#include <cstddef>
#include <cstdint>

#include "tableur/classeur_pour_tests.hpp"
#include "tableur/lignes_eprouvees.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t combien) {
    namespace tableur = grappe::tableur;
    const std::string_view texte{reinterpret_cast<const char*>(octets), combien};
    const auto coupe = texte.find('\0');
    const auto partages = texte.substr(0, coupe);
    const auto feuille = coupe == texte.npos ? std::string_view{} : texte.substr(coupe + 1);
    tableur::eprouver(tableur::classeur({{"xl/sharedStrings.xml", std::string{partages}},
                                         {"xl/worksheets/sheet1.xml", std::string{feuille}}}));
    return 0;
}
