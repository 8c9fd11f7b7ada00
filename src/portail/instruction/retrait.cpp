// The state changes where drafts live; what is written about it is written here.
#include "portail/instruction/retrait.hpp"

#include "portail/enveloppe/grand_livre.hpp"
#include "portail/instruction/lettres.hpp"

namespace grappe::instruction {

core::Result<Dossier> retirer(storage::Writer& db, const Demandeur& qui,
                              const teleservice::Retrait& retrait, const Moyens& moyens) {
    auto retire = teleservice::retirer(db, qui, retrait);
    if (!retire) return retire;
    // Its subsidy goes back to the envelope of its desk.
    const auto libere = enveloppe::liberer_tout(
        db, retire->id, {.motif = "retrait", .par = qui.acteur.compte, .faite_le = qui.maintenant});
    if (!libere) return libere.error();
    annoncer_au_porteur(db, {*retire, moyens},
                        {.genre = GenreDeLettre::retrait, .motif = retrait.motif},
                        identity::Poids::obligatoire);
    if (retire->guichet)
        annoncer_au_guichet(db, {*retire, moyens},
                            {.genre = GenreDeLettre::guichet_retrait, .motif = retrait.motif},
                            identity::Poids::nouvelle);
    return retire;
}

}  // namespace grappe::instruction
