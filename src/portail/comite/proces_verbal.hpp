// Procès-verbal: what a committee did, told from its rows and from nothing else.
#pragma once

#include "portail/comite/vue.hpp"

namespace grappe::comite {

struct ProcesVerbal {
    Comite comite;
    std::vector<std::string> paragraphes;
};

// In French, a paragraph each: the session, the interests declared, each dossier with its presence,
// its opinion and its reasons, what is retained, the publication. Codes of `demander_le_comite`;
// for who prepares committees: who has an interest finds in it what is hidden elsewhere, and gets
// "comite.interet".
core::Result<ProcesVerbal> proces_verbal(storage::Reader& db, const Demandeur& qui,
                                         std::string_view comite, const Moyens& moyens);

}  // namespace grappe::comite
