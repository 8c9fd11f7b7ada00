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

// Of what its agreement grants now, by the same rules: its last deposit with the amendments in
// force. Its number is the code of the last one, its receipt the digest that both have signed;
// before any, those of the agreement. Codes of `convention::acceder`,
// "certificat.regles_inconnues", "certificat.registre_change" (Reason::conflict: on the register of
// today the rules give another amount than the one that was signed).
core::Result<CertificatFait> certificat_de_la_convention(storage::Reader& db,
                                                         const teleservice::Demandeur& qui,
                                                         std::string_view id,
                                                         const RegleDuCertificat& moyens);

}  // namespace grappe::documents
