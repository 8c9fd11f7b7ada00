// Accord: what an agreement and the dossier that it came from say of its milestones.
#pragma once

#include <string>

#include "portail/convention/avenant.hpp"
#include "portail/dossier/texte_lu.hpp"
#include "portail/jalons/suivi.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "storage/reader.hpp"

namespace grappe::jalons {

// `ecrit` is the content that the desk judged; what cannot be read of it is unknown.
struct Origine {
    const convention::Convention& convention;
    const std::vector<convention::Versement>& versements;
    const programme::Appel& appel;
    const teleservice::Depot& depot;
    const dossier::TexteLu& ecrit;
    const std::vector<convention::Changement>& changements;  // of the amendments in force, in order
};
// Pure; borrows the call.
Accord accord_de(const Origine& origine);

}  // namespace grappe::jalons
