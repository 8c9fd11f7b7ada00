// Any bytes as the file of a scale: refused or understood, never a crash.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/ensure.hpp"
#include "dui/evaluation/aggir.hpp"
#include "dui/evaluation/lecture_grille.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t combien) {
    namespace core = grappe::core;
    namespace evaluation = grappe::evaluation;
    const auto lue = evaluation::lire_grille({reinterpret_cast<const char*>(octets), combien});
    if (const auto* fautes = std::get_if<grappe::saisie::Fautes>(&lue)) {
        core::ensure(!fautes->empty(), "a scale or a fault");
        return 0;
    }
    const auto& grille = std::get<evaluation::Grille>(lue);
    core::ensure(!grille.cle.empty() && !grille.source.empty(), "a scale has a key and a source");
    if (grille.calcul == evaluation::Calcul::aggir_gir)
        for (const auto nom : evaluation::aggir::variables)
            core::ensure(
                std::ranges::count(grille.variables, nom, &evaluation::Variable::compte_comme) == 1,
                "each variable of the law counts once");
    return 0;
}
