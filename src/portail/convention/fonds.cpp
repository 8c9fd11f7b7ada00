// Moves of the ledger, each with the act that it follows from.
#include "portail/convention/fonds.hpp"

#include "portail/enveloppe/grand_livre.hpp"

namespace grappe::convention {
namespace {

using enveloppe::Compte;

enveloppe::Passation passation(const Demandeur& qui, std::string motif) {
    return {.motif = std::move(motif), .par = qui.acteur.compte, .faite_le = qui.maintenant};
}

core::Result<void> mouvoir(storage::Writer& db, const enveloppe::Mouvement& mouvement,
                           const enveloppe::Passation& passation) {
    const auto ecrite = enveloppe::ecrire(db, mouvement, passation);
    if (!ecrite) return ecrite.error();
    return {};
}

}  // namespace

core::Result<void> engager(storage::Writer& db, const Demandeur& qui,
                           const Convention& convention) {
    const auto reserve = enveloppe::tenu_par(db, convention.dossier, Compte::reserve);
    if (!reserve) return {};
    return mouvoir(db, enveloppe::engagement(*reserve),
                   passation(qui, "convention:" + convention.id));
}

core::Result<void> payer(storage::Writer& db, const Demandeur& qui, const Versement& versement,
                         Fois fois) {
    auto engage = enveloppe::tenu_par(db, versement.dossier, Compte::engage);
    if (!engage) return {};
    const auto acte = passation(qui, "versement:" + versement.id);
    if (versement.montant > Money{}) {
        engage->montant = versement.montant;
        const auto paye = mouvoir(db, enveloppe::versement(*engage), acte);
        if (!paye) return paye;
    }
    if (versement.objet != Objet::solde || fois == Fois::reprise) return {};
    return enveloppe::liberer_tout(db, versement.dossier, acte);
}

core::Result<void> revenir(storage::Writer& db, const Demandeur& qui, const Versement& versement) {
    auto verse = enveloppe::tenu_par(db, versement.dossier, Compte::verse);
    if (!verse) return {};
    verse->montant = versement.montant;
    return mouvoir(db, enveloppe::retour(*verse), passation(qui, "renvoi:" + versement.id));
}

}  // namespace grappe::convention
