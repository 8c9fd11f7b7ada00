// Use case: a porteur says where it is paid; its password is asked again.
#pragma once

#include "core/confidential.hpp"
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
    std::string_view bic{};  // empty: the bank is known by the IBAN
};
// Sealed for this agreement; those before stay. Codes of `acceder`, "coordonnees.d_un_autre"
// (Reason::forbidden: the porteur alone), "coordonnees.titulaire", those of core::Iban and
// core::Bic, "mot_de_passe.faux", "session.trop_d_essais", "convention.solde_verse"
// (Reason::conflict: all is paid).
core::Result<Coordonnees> poser_les_coordonnees(const identity::Moyens& moyens,
                                                const Demandeur& qui,
                                                const NouvellesCoordonnees& nouvelles,
                                                const secret::Secret& mot_de_passe);

// What a validation saw of where it pays: the account in place then.
void retenir_le_compte(storage::Writer& db, const Versement& valide);

// A payment that was validated and that no order took: the rank of the account that its validation
// saw (0: none was given yet), that of the last one (0: none), whether the porteur confirmed it.
struct CompteVu {
    int vu, dernier;
    bool confirme;
};
// The account changed since: nothing is paid there until its holder says again that it is right.
// The first account that is given changes nothing of what a validation saw. Pure.
bool a_change(const CompteVu& compte);

// Of one payment of the agreement at the least.
bool a_confirmer(storage::Reader& db, std::string_view convention);

// By the porteur, with its password. Codes of `acceder`, "coordonnees.d_un_autre",
// "coordonnees.rien_a_confirmer" (Reason::conflict), "mot_de_passe.faux", "session.trop_d_essais".
core::Result<Coordonnees> confirmer_les_coordonnees(const identity::Moyens& moyens,
                                                    const Demandeur& qui,
                                                    std::string_view convention,
                                                    const secret::Secret& mot_de_passe);

// Unsealed: for a payment order alone, which says in the journal that it did.
struct CompteOuvert {
    std::string titulaire, iban, bic;  // `bic` may be empty
};
struct CompteDesigne {
    std::string_view convention;
    int rang;
};
core::Confidential<CompteOuvert> ouvrir(storage::Reader& db, const secret::Coffre& coffre,
                                        const CompteDesigne& designe);

}  // namespace grappe::convention
