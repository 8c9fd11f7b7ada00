// Plan: acts that meet every target at once, record by record.
#pragma once

#include <vector>

#include "dui/explication/explication.hpp"

namespace grappe::explication {

// Records made active join the denominators of projects and events: those two are counted after
// them, so that the whole holds together. It suffices; nothing says that it is the only way.
struct Plan {
    struct Dossier {
        const DossierJuge* juge;
        std::vector<Geste> gestes;
    };

    std::vector<Dossier> dossiers;  // ascending ids
    std::int64_t messages = 0;      // to send by MSSanté, to whomever
    std::vector<usage::Indicateur> hors_d_atteinte;
};

// It lives no longer than the study.
Plan planifier(const Etude& etude);

}  // namespace grappe::explication
