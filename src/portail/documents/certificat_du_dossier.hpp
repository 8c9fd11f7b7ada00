// The computation certificate of a dossier, for whoever may read it.
#pragma once

#include <string>
#include <string_view>

#include "portail/publication/versions.hpp"
#include "portail/teleservice/acces.hpp"

namespace grappe::documents {

struct RegleDuCertificat {
    const socle::Moyens& regles;
    const publication::Versions& versions;
};

struct CertificatFait {
    std::string nom;  // of the file
    std::string octets;
};

// Of the content that answers for it since its deposit, at the instant of that deposit and by the
// rules that judge it; of a draft, now. The same for all readers. Codes of `demander`,
// "certificat.brouillon_illisible", "certificat.regles_inconnues".
core::Result<CertificatFait> certificat_du_dossier(storage::Reader& db,
                                                   const teleservice::Demandeur& qui,
                                                   std::string_view id,
                                                   const RegleDuCertificat& moyens);

}  // namespace grappe::documents
