// Any bytes as an evaluation: refused or understood, never a crash; what is understood is written
// and read back the same, and has a result that can be told.
#include <cstddef>
#include <cstdint>

#include "core/ensure.hpp"
#include "dui/evaluation/chargement.hpp"
#include "dui/evaluation/evaluation_json.hpp"
#include "dui/evaluation/resultat.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t combien) {
    namespace core = grappe::core;
    namespace evaluation = grappe::evaluation;
    static const auto outils = evaluation::charger(GRAPPE_ROOT);
    const evaluation::Contexte contexte{outils.grilles, core::Date::parse("2026-11-23").value()};
    const std::string texte{reinterpret_cast<const char*>(octets), combien};
    const auto lue = evaluation::lire_evaluation(texte, contexte);
    if (const auto* fautes = std::get_if<grappe::saisie::Fautes>(&lue)) {
        core::ensure(!fautes->empty(), "an evaluation or a fault");
        return 0;
    }
    const auto& une = std::get<evaluation::Evaluation>(lue);
    const auto relue = evaluation::lire_evaluation(evaluation::en_json(une), contexte);
    core::ensure(std::holds_alternative<evaluation::Evaluation>(relue) &&
                     std::get<evaluation::Evaluation>(relue) == une,
                 "what is written is read back the same");
    const auto& grille = *outils.grille(une.grille);
    const auto resultat = evaluation::resulter(grille, outils.bareme, une);
    core::ensure(resultat.gir.has_value() ==
                     (resultat.est_complet() && grille.calcul == evaluation::Calcul::aggir_gir),
                 "a whole scale has its GIR");
    evaluation::expliquer(grille, resultat);
    return 0;
}
