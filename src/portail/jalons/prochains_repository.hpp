// Rows of agreements that are alive, as their milestones need them: five questions, none of which
// names an agreement.
#pragma once

#include "portail/convention/liste.hpp"
#include "portail/jalons/jalons_repository.hpp"
#include "portail/programme/appel.hpp"

namespace grappe::jalons {

struct Vive {
    std::string id, dossier, appel;
    core::Instant depose_le;
    programme::Niveau niveau;
    std::string regles;  // digest of the version in force for that dossier
    std::string contenu;
    core::Instant signee_le;  // by the second party
    std::optional<core::Date> fin_deploiement;
    std::vector<std::string> secteurs{};
    std::vector<convention::Versement> versements{};  // what decides a day of them
    std::vector<Fait> faits{};
};
// Those of one window of `convention::lister`.
std::vector<Vive> vives(storage::Reader& db, const Part& part, const convention::Fenetre& fenetre);

}  // namespace grappe::jalons
