// Each changes one thing of what stands: two carers who note two persons lose nothing.
#include "dui/rendez_vous/tenue.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "dui/agenda/statut.hpp"
#include "dui/rendez_vous/ecriture.hpp"

namespace grappe::rendez_vous {
namespace {

using agenda::Presence, agenda::Statut;

core::Refusal non(const char* code) { return core::refuse(core::Reason::rule_not_met, code); }

core::Result<Detail> presente(storage::Reader& db, const Auteur& auteur, const Dite& dite) {
    auto lue = lire(db, auteur.qui, {dite.id, dite.prevue.texte(), dite.prevue.jour});
    if (!lue) return lue;
    if (!peut_ecrire(auteur.qui, lue->rendez_vous) || !auteur.qui.ecrit(lue->rendez_vous.classe))
        return interdit();
    return lue;
}

}  // namespace

core::Result<void> changer_le_statut(storage::Writer& db, const Auteur& auteur, const Dite& dite,
                                     const Passage& passage) {
    auto trouvee = presente(db, auteur, dite);
    if (!trouvee) return trouvee.error();
    auto lue = *std::move(trouvee);
    const std::string net{core::trimmed(passage.motif)};
    if (core::caracteres(net) > texte_au_plus) return non("rendez_vous.long");
    const auto admis = agenda::admettre(lue.occurrence.evenement,
                                        {passage.vers, auteur.maintenant.seconde(), net});
    if (!admis) return admis;
    lue.etat.statut = passage.vers;
    lue.etat.motif = net;
    return ecrire_l_etat(db, auteur, {lue.occurrence, lue.etat, "rendez_vous.statut"});
}

core::Result<void> pointer(storage::Writer& db, const Auteur& auteur, const Dite& dite,
                           const Pointage& pointage) {
    const auto& [qui, presence] = pointage;
    auto trouvee = presente(db, auteur, dite);
    if (!trouvee) return trouvee.error();
    auto lue = *std::move(trouvee);
    auto& evenement = lue.occurrence.evenement;
    const auto une = std::ranges::find_if(evenement.participations, [&](const auto& celle_ci) {
        return celle_ci.genre == qui.genre && celle_ci.id == qui.id;
    });
    if (une == evenement.participations.end()) return non("agenda.refus_inconnu");
    if (presence == Presence::refusee) {
        const auto refuse = agenda::refuser(evenement, qui.id);
        if (!refuse) return refuse.error();
    } else if (presence == Presence::presente || presence == Presence::absente) {
        if (!evenement.vivant()) return non("agenda.refus_annule");
        if (auteur.maintenant.seconde() < evenement.de) return non("agenda.pas_commence");
    }
    if (lue.etat.statut == Statut::termine) return non("agenda.passage");
    auto& etat = lue.etat;
    etat.presences[{qui.genre, qui.id}] = presence;
    const bool prevu = etat.statut == Statut::planifie || etat.statut == Statut::valide;
    if (presence == Presence::presente && prevu) etat.statut = Statut::realise;
    return ecrire_l_etat(db, auteur, {lue.occurrence, etat, "rendez_vous.pointer"});
}

core::Result<void> rendre_compte(storage::Writer& db, const Auteur& auteur, const Dite& dite,
                                 const std::string& texte) {
    auto trouvee = presente(db, auteur, dite);
    if (!trouvee) return trouvee.error();
    auto lue = *std::move(trouvee);
    if (auteur.maintenant.seconde() < lue.occurrence.evenement.de)
        return non("agenda.pas_commence");
    lue.etat.compte_rendu = std::string{core::trimmed(texte)};
    if (core::caracteres(lue.etat.compte_rendu) > texte_au_plus) return non("rendez_vous.long");
    return ecrire_l_etat(db, auteur, {lue.occurrence, lue.etat, "rendez_vous.rendre_compte"});
}

}  // namespace grappe::rendez_vous
