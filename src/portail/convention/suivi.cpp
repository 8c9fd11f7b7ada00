// Reports, expenses and their stamp.
#include "portail/convention/suivi.hpp"

#include <algorithm>

#include "portail/convention/argent_repository.hpp"
#include "portail/convention/convention_repository.hpp"
#include "secret/hasard.hpp"
#include "usage/fenetre.hpp"

namespace grappe::convention {
namespace {

using access::Permission;

core::Result<Sujet> ouvert_a(storage::Reader& db, const Demandeur& qui, std::string_view id,
                             Permission permission) {
    auto sujet = acceder(db, qui, id, permission);
    if (!sujet) return sujet;
    if (const auto libre = laisser_ecrire(db, *sujet); !libre) return libre.error();
    return sujet;
}

// The same bytes are the report that they made, which may have been received elsewhere.
std::string d_un_autre_dossier(const usages::RapportRecu& rapport, const Dossier& dossier) {
    for (const auto& ligne : rapport.lignes)
        if (ligne.dossier != dossier.id) return ligne.finess_et.text();
    return {};
}

std::optional<core::Refusal> mesure_a_venir(core::Date au, core::Instant maintenant) {
    if (usage::minuit(au) <= maintenant) return std::nullopt;
    std::string jour;
    rules::ajouter_valeur(jour, au);
    return core::refuse(core::Reason::rule_not_met, "usages.mesure_a_venir", std::move(jour));
}

}  // namespace

core::Result<usages::RapportRecu> recevoir(storage::Writer& db, const Demandeur& qui,
                                           const RapportArrive& arrive,
                                           const usages::Moyens& moyens) {
    const auto sujet = ouvert_a(db, qui, arrive.convention, Permission::usage_declarer);
    if (!sujet) return sujet.error();
    if (auto venir = mesure_a_venir(arrive.lu.tete.au, qui.maintenant)) return *std::move(venir);
    auto recu = usages::recevoir(db, qui, {arrive.lu, arrive.octets, sujet->dossier.id}, moyens);
    if (!recu) return recu;
    if (auto ailleurs = d_un_autre_dossier(*recu, sujet->dossier); !ailleurs.empty())
        return core::refuse(core::Reason::rule_not_met, "usages.etablissement_d_ailleurs",
                            std::move(ailleurs));
    rattacher(db, sujet->convention.id, recu->id, qui.maintenant);
    noter(db, qui, *sujet, {"convention.rapport", "rapport-usage:" + recu->id});
    return recu;
}

core::Result<EtatDeDepenses> declarer(storage::Writer& db, const Demandeur& qui,
                                      const NouvelEtat& nouvel) {
    const auto sujet = ouvert_a(db, qui, nouvel.convention, Permission::depenses_declarer);
    if (!sujet) return sujet.error();
    if (nouvel.montants.empty()) return core::refuse(core::Reason::invalid, "depenses.vides");
    const auto dernier = dernier_etat(db, sujet->convention.id);
    EtatDeDepenses etat{.id = secret::identifiant(),
                        .convention = sujet->convention.id,
                        .rang = dernier ? dernier->rang + 1 : 1,
                        .montants = nouvel.montants,
                        .par = qui.acteur.compte,
                        .declare_le = qui.maintenant};
    ajouter(db, etat);
    noter(db, qui, *sujet, {"depenses.declarer", "etat-depenses:" + etat.id});
    return etat;
}

core::Result<EtatDeDepenses> lire_etat(storage::Reader& db, const Demandeur& qui,
                                       std::string_view id, Permission permission) {
    auto etat = trouver_etat(db, id);
    const auto sujet = acceder_par(db, qui, etat, {permission, "depenses.inconnues"});
    if (!sujet) return sujet.error();
    return *std::move(etat);
}

core::Result<EtatDeDepenses> viser(storage::Writer& db, const Demandeur& qui, std::string_view id) {
    auto lu = lire_etat(db, qui, id, Permission::depenses_viser);
    if (!lu) return lu;
    auto etat = *std::move(lu);
    const auto sujet = ouvert_a(db, qui, etat.convention, Permission::depenses_viser);
    if (!sujet) return sujet.error();
    if (etat.vise_le) return core::refuse(core::Reason::conflict, "depenses.deja_visees");
    if (dernier_etat(db, etat.convention)->id != etat.id)
        return core::refuse(core::Reason::conflict, "depenses.remplacees");
    etat.vise_par = qui.acteur.compte;
    etat.vise_le = qui.maintenant;
    viser(db, etat.id, qui.acteur.compte, qui.maintenant);
    noter(db, qui, *sujet, {"depenses.viser", "etat-depenses:" + etat.id});
    return etat;
}

}  // namespace grappe::convention
