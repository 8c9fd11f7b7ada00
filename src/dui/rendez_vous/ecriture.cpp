// One transaction: element, journal, derived rows, facts.
#include "dui/rendez_vous/ecriture.hpp"

#include <algorithm>

#include "audit/journal.hpp"

namespace grappe::rendez_vous {
namespace {

using element::Element;

void noter(storage::Writer& db, const Auteur& auteur, const char* acte, const Element& un) {
    audit::noter(db,
                 {.acteur = auteur.qui.acteur.compte,
                  .acte = acte,
                  .objet = "etablissement:" + un.finess_et.text(),
                  .detail = un.id},
                 auteur.maintenant.seconde());
}

std::vector<Occurrence> bornees(storage::Reader& db, const RendezVous& un,
                                recurrence::Fenetre fenetre) {
    return fenetre.du > fenetre.au ? std::vector<Occurrence>{} : occurrences_de(db, un, fenetre);
}

}  // namespace

core::Refusal interdit() {
    return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
}

bool peut_ecrire(const acces::Professionnel& qui, const RendezVous& un) {
    return qui.peut_a(access::Permission::dossier_usager_ecrire, un.finess_et.text());
}

core::Result<RendezVous> trouver(storage::Reader& db, const Auteur& auteur, const Cible& cible) {
    const auto lue = lire(db, auteur.qui, {cible.id, cible.prevue.texte(), cible.prevue.jour});
    if (!lue) return lue.error();
    if (!peut_ecrire(auteur.qui, lue->rendez_vous)) return interdit();
    if (lue->version != cible.vue)
        return core::refuse(core::Reason::conflict, "element.version",
                            std::to_string(lue->version));
    return lue->rendez_vous;
}

core::Result<void> ecrire(storage::Writer& db, const Auteur& auteur, const Change& change) {
    const auto geste = auteur.geste();
    const auto au = horizon_de(auteur.maintenant);
    const recurrence::Fenetre fenetre{std::max(change.du, au.plus_days(1 - recurrence::jours_max)),
                                      au};
    const auto avant =
        change.avant ? bornees(db, *change.avant, fenetre) : std::vector<Occurrence>{};
    const auto ecrite = element::ecrire(
        db, geste, {element_de(change.apres), change.vue, change.apres.personnes()});
    if (!ecrite) return ecrite.error();
    noter(db, auteur, change.acte, ecrite->element);
    ranger(db, change.apres);
    const auto dit = aligner(db, geste, avant, bornees(db, change.apres, fenetre));
    if (!dit) return dit;
    dire_les_faits(db, change.apres.id, au);
    return {};
}

core::Result<void> ecrire_l_etat(storage::Writer& db, const Auteur& auteur, const Dit& dit) {
    const auto& [une, etat, acte] = dit;
    const auto& id = une.evenement.id;
    const auto avant = element::derniere(db, id);
    const auto ecrite = element::ecrire(db, auteur.geste(),
                                        {{.id = id,
                                          .genre = element::Genre::occurrence,
                                          .classe = une.classe,
                                          .finess_et = une.finess_et,
                                          .personne = {},
                                          .lie_a = une.rendez_vous,
                                          .debut = recurrence::instant_de(une.prevue),
                                          .fin = {},
                                          .contenu = contenu_de(etat)},
                                         avant ? avant->version : 0});
    if (!ecrite) return ecrite.error();
    noter(db, auteur, acte, ecrite->element);
    // Beyond the horizon nothing is a fact yet: it will be, as it is then.
    if (core::paris().day_of(une.evenement.de) > horizon_de(auteur.maintenant)) return {};
    auto dite = une;
    etat.dire(dite.evenement);
    return aligner(db, auteur.geste(), {}, {&dite, 1});
}

}  // namespace grappe::rendez_vous
