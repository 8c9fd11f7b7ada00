// Fuzz target: any bytes as a report, proofs or draw; what is read is written back byte for byte.
#include <cstddef>
#include <cstdint>

#include "core/ensure.hpp"
#include "rapport/declaration.hpp"
#include "rapport/json.hpp"
#include "rapport/verification.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace rapport = grappe::rapport;
    const std::string_view octets{reinterpret_cast<const char*>(data), size};
    if (const auto valeur = rapport::lire_canonique(octets))
        grappe::core::ensure(rapport::ecrire_canonique(*valeur) == octets, "one value, one text");
    const auto lu = rapport::lire(octets);
    if (lu.rapport) {
        grappe::core::ensure(rapport::ecrire(*lu.rapport) == octets, "a report is what was read");
        (void)rapport::verifier(*lu.rapport, {.regles = {}, .cle_publique = {}});
    } else {
        grappe::core::ensure(!lu.reproches.empty(), "a refusal has a reason");
    }
    const auto preuves = rapport::lire_preuves(octets);
    if (preuves.etat == rapport::Lecture::Etat::lu && lu.rapport)
        (void)rapport::verifier_preuves(*lu.rapport, preuves.preuves);
    (void)rapport::lire_tirage(octets);
    (void)rapport::lire_declaration(octets);
    return 0;
}
