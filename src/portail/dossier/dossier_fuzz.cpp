// Fuzz target: any bytes are a dossier or a list of faults, each of which can be said in French.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "portail/dossier/lecture_dossier.hpp"
#include "portail/dossier/territoires_pour_tests.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t taille) {
    namespace core = grappe::core;
    namespace dossier = grappe::dossier;
    namespace referentiels = grappe::referentiels;
    static const auto territoires = dossier::territoires_pour_tests();
    const std::string_view texte{reinterpret_cast<const char*>(octets), taille};
    const auto lecture =
        dossier::lire_dossier(texte, {.appel_impose = {}, .territoires = territoires});
    if (lecture.dossier.has_value() != lecture.fautes.empty()) std::abort();
    return 0;
}
