// Use case: a porteur says where it is paid; its password is asked again.
#pragma once

#include "identity/moyens.hpp"
#include "portail/convention/acces.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::convention {

// What anybody reads of them: the account stays sealed.
struct Coordonnees {
    int rang;
    std::string fin;  // its last four characters
    core::Instant posees_le;
};

// The last ones; empty: none.
std::optional<Coordonnees> coordonnees_de(storage::Reader& db, std::string_view convention);

struct NouvellesCoordonnees {
    std::string_view convention, titulaire, iban;
};
// Sealed for this agreement; those before stay. Codes of `acceder`, "coordonnees.d_un_autre"
// (Reason::forbidden: the porteur alone), "coordonnees.titulaire", those of core::Iban,
// "mot_de_passe.faux", "session.trop_d_essais", "convention.solde_verse" (Reason::conflict).
core::Result<Coordonnees> poser_les_coordonnees(const identity::Moyens& moyens,
                                                const Demandeur& qui,
                                                const NouvellesCoordonnees& nouvelles,
                                                const secret::Secret& mot_de_passe);

}  // namespace grappe::convention
