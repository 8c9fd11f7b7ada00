// Assembles what the desk sees.
#include "portail/instruction/examen.hpp"

#include <algorithm>

#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/demande_repository.hpp"

namespace grappe::instruction {

const Demande* Examen::demande_ouverte() const {
    const auto ouverte = std::find_if(demandes.rbegin(), demandes.rend(),
                                      [](const Demande& demande) { return demande.ouverte(); });
    return ouverte == demandes.rend() ? nullptr : &*ouverte;
}

Examen examiner(storage::Reader& db, const Dossier& dossier, const socle::Moyens& regles) {
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    core::ensure(depot.has_value(), "a dossier at a desk was deposited");
    Examen examen{.etat = teleservice::etat_depose(db, dossier, regles, *depot),
                  .depot = *depot,
                  .verdicts = verdicts(db, dossier.id),
                  .demandes = demandes(db, dossier.id),
                  .reponses = reponses(db, dossier.id),
                  .appreciations = appreciations(db, dossier.id),
                  .decisions = decisions(db, dossier.id),
                  .affectations = affectations(db, dossier.id),
                  .points = {},
                  .nationales = teleservice::instructions_nationales(db, dossier.id)};
    if (examen.etat.jugement.verifie)
        examen.points = points(*examen.etat.jugement.verifie, regles.phrases, examen.etat.pieces,
                               {examen.appreciations, examen.verdicts});
    return examen;
}

core::Result<Examen> lire_examen(storage::Reader& db, const Demandeur& qui, std::string_view id,
                                 const socle::Moyens& regles) {
    const auto dossier = teleservice::demander(db, qui, id, access::Permission::note_lire);
    if (!dossier) return core::refuse(core::Reason::not_found, "dossier.inconnu");
    return examiner(db, *dossier, regles);
}

Echanges echanges(storage::Reader& db, std::string_view dossier) {
    return {.verdicts = verdicts(db, dossier),
            .demandes = demandes(db, dossier),
            .reponses = reponses(db, dossier),
            .appreciations = appreciations(db, dossier),
            .decisions = decisions(db, dossier)};
}

}  // namespace grappe::instruction
