// The state changes where drafts live; what is written about it is written here.
#include "portail/instruction/retrait.hpp"

#include "portail/instruction/lettres.hpp"

namespace grappe::instruction {

core::Result<Dossier> retirer(storage::Writer& db, const Demandeur& qui,
                              const teleservice::Retrait& retrait, const Moyens& moyens) {
    auto retire = teleservice::retirer(db, qui, retrait);
    if (!retire) return retire;
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
