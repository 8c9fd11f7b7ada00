// FIN-10 and FIN-12: the advance and the balance. AAP Nouvelle-Aquitaine 2024, §4.4.1, §4.5.
#pragma once

#include "portail/subvention/preparation.hpp"
#include "portail/subvention/specifique.hpp"

namespace grappe::subvention {

struct Versements {
    core::Money avance;
    core::Money solde;
    core::Money non_justifie;  // specific aid granted that the expenses do not prove
    core::Money trop_verse;    // of it, the part that the advance has already paid (AMB-25)
};

Versements verser(const Base& base, core::Money total, const Specifique& specifique);

}  // namespace grappe::subvention
