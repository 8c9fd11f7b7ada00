// Two parties, two people.
#include "portail/convention/partie.hpp"

#include <algorithm>

#include "identity/compte.hpp"

namespace grappe::convention {
namespace {

bool est_du_guichet(const Demandeur& qui) { return access::est_un_guichet(qui.acteur.role); }

bool peut_signer(const Demandeur& qui, const Dossier& dossier, const Signature& signature) {
    if (signature.partie == Partie::ars) return est_du_guichet(qui);
    return qui.acteur.compte == dossier.compte ||
           (signature.mode == Mode::papier && est_du_guichet(qui));
}

}  // namespace

core::Result<Signature> lire_la_signature(const Demandeur& qui, const SignatureDite& dite) {
    const auto partie = core::named<Partie>(dite.partie);
    if (!partie) return core::refuse(core::Reason::invalid, "signature.partie");
    const auto mode = core::named<Mode>(dite.mode);
    if (!mode) return core::refuse(core::Reason::invalid, "signature.mode");
    return Signature{.partie = *partie,
                     .mode = *mode,
                     .empreinte = {},
                     .par = qui.acteur.compte,
                     .signee_le = qui.maintenant};
}

bool a_signe(storage::Reader& db, const Demandeur& qui, const std::vector<Signature>& deja) {
    return std::ranges::any_of(deja, [&](const Signature& une) {
        return identity::meme_personne(db, une.par, qui.acteur.compte);
    });
}

core::Result<void> laisser_signer(storage::Reader& db, const Demandeur& qui, const ASigner& a) {
    const auto& [dossier, deja, signature] = a;
    if (!peut_signer(qui, dossier, signature))
        return core::refuse(core::Reason::forbidden, "signature.d_un_autre");
    if (signature_de(deja, signature.partie) != nullptr)
        return core::refuse(core::Reason::conflict, "signature.deja");
    if (a_signe(db, qui, deja))
        return core::refuse(core::Reason::conflict, "signature.meme_personne");
    return {};
}

core::Refusal version_perimee(const Convention& convention) {
    return core::refuse(core::Reason::conflict, "convention.version_perimee",
                        std::to_string(convention.version));
}

}  // namespace grappe::convention
