// Use cases: a desk prepares the agreement of a notified dossier, both parties sign it.
#pragma once

#include <functional>

#include "identity/moyens.hpp"
#include "portail/convention/acces.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::convention {

// Amounts are those of the last deposit, computed by the rules that judged it. Codes of
// `teleservice::demander`, "dossier.etat", "convention.forme", "convention.sans_avis_favorable",
// "convention.deja", "convention.sans_montant" (the rules give no amount).
struct NouvelleConvention {
    std::string_view dossier;
    std::string_view forme;  // a name of Forme; empty: ad_hoc
};
core::Result<Sujet> preparer(storage::Writer& db, const Demandeur& qui,
                             const NouvelleConvention& nouvelle, const Moyens& moyens);

struct NouvelleSignature {
    std::string_view convention, partie, mode;
    std::optional<int> vue{};  // the version that was read; empty: does not matter
};
// A porteur signs for itself, a desk for the agency; a desk may record the paper that the porteur
// signed. The two parties are two people. The second signature makes the dossier `conventionne`.
// Codes of `acceder`, "signature.partie", "signature.mode", "dossier.etat",
// "signature.d_un_autre" (Reason::forbidden), "signature.deja", "signature.meme_personne",
// "convention.version_perimee" (the detail is the version in place).
core::Result<Sujet> signer(storage::Writer& db, const Demandeur& qui,
                           const NouvelleSignature& nouvelle, const Moyens& moyens);

// The rights first, then the password, which an electronic signature asks again. Codes of
// `permettre`, "mot_de_passe.faux", "session.trop_d_essais".
struct AConfirmer {
    std::string_view mode;
    const secret::Secret& mot_de_passe;
};
core::Result<void> confirmer_avant_de_signer(
    const identity::Moyens& identite, const Demandeur& qui, const AConfirmer& a_confirmer,
    const std::function<core::Result<Sujet>(storage::Reader&)>& permettre);

// The same from a page, where an electronic signature asks the password again. Codes of `signer`,
// "mot_de_passe.faux", "session.trop_d_essais".
struct SignatureEnLigne {
    NouvelleSignature signature;
    const secret::Secret& mot_de_passe;
};
core::Result<Sujet> signer_en_ligne(const identity::Moyens& identite, const Demandeur& qui,
                                    const SignatureEnLigne& en_ligne, const Moyens& moyens);

}  // namespace grappe::convention
