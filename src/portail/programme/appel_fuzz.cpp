// Fuzzing of the call loader: any text is a call or a list of faults, never a crash.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "portail/programme/chargement.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t taille) {
    const std::string_view texte{reinterpret_cast<const char*>(octets), taille};
    const auto lu = grappe::programme::lire_appel(texte, texte);
    for (const auto& appel : lu.tous)
        for (const auto& version : appel.versions)
            if (version.appel.empreinte.size() != 71 || version.a <= version.de) __builtin_trap();
    return 0;
}
