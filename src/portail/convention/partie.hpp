// Partie: who may sign what two parties sign, an agreement or its amendment.
#pragma once

#include "portail/convention/acces.hpp"

namespace grappe::convention {

// What was said of a signature, before it is one. Codes "signature.partie", "signature.mode".
struct SignatureDite {
    std::string_view partie, mode;
};
core::Result<Signature> lire_la_signature(const Demandeur& qui, const SignatureDite& dite);

// A porteur signs for itself, a desk for the agency; a desk may record the paper that the porteur
// signed. The two parties are two people, not two accounts of one mailbox. Codes
// "signature.d_un_autre" (Reason::forbidden), "signature.deja", "signature.meme_personne".
struct ASigner {
    const Dossier& dossier;
    const std::vector<Signature>& deja;
    const Signature& signature;
};
core::Result<void> laisser_signer(storage::Reader& db, const Demandeur& qui, const ASigner& a);

// Whether the actor is one of those who signed.
bool a_signe(storage::Reader& db, const Demandeur& qui, const std::vector<Signature>& deja);

// Code "convention.version_perimee"; the detail is the version in place.
core::Refusal version_perimee(const Convention& convention);

}  // namespace grappe::convention
