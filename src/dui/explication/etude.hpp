// Etude: the records of one establishment, judged once for all indicators of one reading.
#pragma once

#include <vector>

#include "dui/explication/dossier_lu.hpp"
#include "dui/indicateur/tableau.hpp"

namespace grappe::explication {

struct DossierJuge {
    const DossierLu* lu;  // outlived by the records it was made from
    usage::Evaluation evaluation;

    // What it adds to the numerator of an indicator.
    std::int64_t apport(usage::Indicateur indicateur, usage::Denominateur lecture) const;
    bool est_present() const {
        return !evaluation.personne[static_cast<std::size_t>(usage::Denominateur::presents)];
    }
};

struct Etude {
    Etude(const std::vector<DossierLu>& lus, indicateur::Lecture quelle);

    indicateur::Lecture lecture;
    std::vector<DossierJuge> dossiers;
    usage::Compteurs compteurs;  // of them all
};

}  // namespace grappe::explication
