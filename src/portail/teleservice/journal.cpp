// Lines of the chained journal.
#include "portail/teleservice/journal.hpp"

#include "audit/journal.hpp"

namespace grappe::teleservice {

void noter(storage::Writer& db, const Demandeur& qui, const ActeFait& fait) {
    audit::noter(db,
                 {.acteur = qui.acteur.compte,
                  .acte = std::string{fait.acte},
                  .objet = fait.objet,
                  .detail = fait.detail},
                 qui.maintenant);
}

void noter_le_refus(storage::Base& base, const Demandeur& qui, const ActeRefuse& refuse) {
    audit::noter_seul(base,
                      {.acteur = qui.acteur.compte,
                       .acte = std::string{refuse.acte},
                       .objet = refuse.objet,
                       .issue = audit::Issue::refuse,
                       .detail = std::string{refuse.code}},
                      qui.maintenant);
}

}  // namespace grappe::teleservice
