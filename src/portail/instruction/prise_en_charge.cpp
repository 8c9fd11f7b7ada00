// Taking, assigning, noting.
#include "portail/instruction/prise_en_charge.hpp"

#include "identity/compte.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/lettres.hpp"

namespace grappe::instruction {
namespace {

using access::Permission;

void nommer(storage::Writer& db, const Demandeur& qui, const Dossier& dossier) {
    const auto deja = affectations(db, dossier.id);
    if (!deja.empty() && deja.back().instructeur) return;
    ajouter(db, dossier.id,
            Affectation{.numero = 0,
                        .instructeur = qui.acteur.compte,
                        .par = qui.acteur.compte,
                        .faite_le = qui.maintenant});
}

bool est_du_guichet(storage::Reader& db, const access::Acteur& acteur, const std::string& compte) {
    const auto vise = identity::trouver_compte(db, compte);
    return vise && !vise->ferme && vise->role == acteur.role && vise->region == acteur.region;
}

}  // namespace

core::Result<Dossier> prendre(storage::Writer& db, const Demandeur& qui, std::string_view id,
                              const Moyens& moyens) {
    auto dossier = teleservice::demander_pour(db, qui, id, Acte::prendre);
    if (!dossier) return dossier;
    auto pris = *std::move(dossier);
    faire_passer(db, qui, pris, {Acte::prendre});
    nommer(db, qui, pris);
    noter(db, qui, pris, {"dossier.prendre"});
    ecrire_au_porteur(db, qui, {pris, moyens}, {.genre = GenreDeLettre::prise});
    return pris;
}

core::Result<Affectation> affecter(storage::Writer& db, const Demandeur& qui,
                                   const NouvelleAffectation& nouvelle) {
    const auto dossier =
        teleservice::demander(db, qui, nouvelle.dossier, Permission::dossier_instruire);
    if (!dossier) return dossier.error();
    if (!nouvelle.instructeur.empty() && !est_du_guichet(db, qui.acteur, nouvelle.instructeur))
        return core::refuse(core::Reason::rule_not_met, "instruction.instructeur");
    const auto personne = nouvelle.instructeur.empty();
    auto faite = ajouter(
        db, dossier->id,
        Affectation{.numero = 0,
                    .instructeur = personne ? std::nullopt : std::optional{nouvelle.instructeur},
                    .par = qui.acteur.compte,
                    .faite_le = qui.maintenant});
    noter(db, qui, *dossier, {"dossier.affecter", "compte:" + nouvelle.instructeur});
    return faite;
}

core::Result<Note> annoter(storage::Writer& db, const Demandeur& qui,
                           const NouvelleNote& nouvelle) {
    const auto dossier = teleservice::demander(db, qui, nouvelle.dossier, Permission::note_lire);
    if (!dossier) return dossier.error();
    auto texte = lire_texte(nouvelle.texte, "note.vide");
    if (!texte) return texte.error();
    auto note = ajouter(db, dossier->id,
                        Note{.numero = 0,
                             .texte = *std::move(texte),
                             .par = qui.acteur.compte,
                             .ecrite_le = qui.maintenant});
    noter(db, qui, *dossier, {"note.ecrire", "note:" + std::to_string(note.numero)});
    return note;
}

core::Result<std::vector<Note>> lire_notes(storage::Reader& db, const Demandeur& qui,
                                           std::string_view id) {
    const auto dossier = teleservice::demander(db, qui, id, Permission::note_lire);
    if (!dossier) return core::refuse(core::Reason::not_found, "dossier.inconnu");
    return notes(db, dossier->id);
}

}  // namespace grappe::instruction
