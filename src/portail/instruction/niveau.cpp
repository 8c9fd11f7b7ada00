// Load, decide, save, tell: the last act of a dossier says who examines it.
#include "portail/instruction/niveau.hpp"

#include <array>

#include "courrier/lettre.hpp"
#include "identity/preference_courrier.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/niveau_repository.hpp"
#include "portail/teleservice/depot_repository.hpp"

namespace grappe::instruction {
namespace {

using access::Permission;
using core::Reason;
using enum ActeDInstructionNationale;

std::optional<ActeDInstructionNationale> dernier(const std::vector<InstructionNationale>& actes) {
    return actes.empty() ? std::nullopt : std::optional{actes.back().acte};
}

// After which act another one makes sense.
bool suit(std::optional<ActeDInstructionNationale> avant, ActeDInstructionNationale acte) {
    switch (acte) {
        case demandee:
            return avant != demandee && avant != acceptee;
        case acceptee:
        case refusee:
            return avant == demandee;
        case rendue:
            return avant == acceptee;
    }
    return false;
}

struct Nouvelle {
    const Dossier& dossier;
    const teleservice::Depot& depot;
    const InstructionNationale& acte;
    const Moyens& moyens;
};

struct Destinataire {
    std::string_view compte;
    std::string page;
    identity::Poids poids;
};

void ecrire(storage::Writer& db, const Nouvelle& nouvelle, std::string_view code,
            const Destinataire& a) {
    const auto& site = nouvelle.moyens.adresse_publique;
    const auto lien = site + a.page;
    const rules::Faits faits{{"numero", nouvelle.depot.numero},
                             {"guichet", nouvelle.depot.financeur},
                             {"motif", nouvelle.acte.motif},
                             {"lien", lien},
                             {"site", site}};
    identity::avertir(db, {a.compte, code, a.poids, faits, lien},
                      teleservice::poste_de(nouvelle.moyens));
}

void ecrire_au_guichet(storage::Writer& db, const Nouvelle& nouvelle, std::string_view guichet) {
    const auto code = "niveau_" + std::string{core::name_of(nouvelle.acte.acte)};
    // The national desk answers in its inbox: the dossier is not its own yet.
    const bool demande = nouvelle.acte.acte == demandee;
    const auto page =
        demande ? std::string{"/bureau#niveau"} : "/bureau/dossiers/" + nouvelle.dossier.id;
    const auto poids = demande ? identity::Poids::acte : identity::Poids::nouvelle;
    for (const auto& compte : comptes_du_guichet(db, guichet))
        ecrire(db, nouvelle, code, {compte, page, poids});
}

// Who examined it at the other desk does no more: its mail goes to the whole desk until one is
// named.
void ne_nommer_personne(storage::Writer& db, const Demandeur& qui, const Dossier& dossier) {
    if (!instructeur_de(db, dossier.id)) return;
    ajouter(db, dossier.id,
            Affectation{.numero = 0,
                        .instructeur = std::nullopt,
                        .par = qui.acteur.compte,
                        .faite_le = qui.maintenant});
}

// The desk that did not do the act; and the porteur where it changes who examines its dossier.
void annoncer(storage::Writer& db, const Nouvelle& nouvelle) {
    const bool au_national = nouvelle.acte.acte == demandee;
    ecrire_au_guichet(
        db, nouvelle,
        au_national ? std::string{access::guichet_national} : *nouvelle.dossier.guichet);
    if (nouvelle.acte.acte != acceptee && nouvelle.acte.acte != rendue) return;
    const auto vus =
        teleservice::vues_du_porteur(teleservice::instructions_nationales(db, nouvelle.dossier.id));
    const auto* code =
        nouvelle.acte.acte == acceptee ? "niveau_porteur_acceptee" : "niveau_porteur_rendue";
    ecrire(db, {nouvelle.dossier, nouvelle.depot, vus.back(), nouvelle.moyens}, code,
           {nouvelle.dossier.compte, "/dossiers/" + nouvelle.dossier.id,
            identity::Poids::obligatoire});
}

}  // namespace

bool est_son_acte(const access::Acteur& acteur, ActeDInstructionNationale acte) {
    const bool national = acteur.guichet() == access::guichet_national;
    return access::pourrait(acteur, Permission::instruction_deplacer) &&
           national == (acte != demandee);
}

std::size_t regions_de(const teleservice::Etat& etat) {
    const auto& verifie = etat.jugement.verifie;
    if (!verifie || !verifie->analyse().recevabilite.guichet) return 0;
    return verifie->analyse().recevabilite.guichet->regions.size();
}

core::Result<void> permettre(const Position& position, ActeDInstructionNationale acte) {
    const auto& dossier = position.dossier;
    if (!dossier.guichet || *dossier.guichet == access::guichet_national)
        return core::refuse(Reason::conflict, "niveau.guichet_national");
    const auto statut = dossier.statut;
    if (statut != Statut::depose && statut != Statut::en_instruction &&
        statut != Statut::pieces_demandees)
        return core::refuse(Reason::conflict, "niveau.juge");
    if (acte == demandee && position.regions < 2)
        return core::refuse(Reason::rule_not_met, "niveau.une_region");
    if (!suit(dernier(position.actes), acte))
        return core::refuse(Reason::conflict,
                            acte == demandee ? "niveau.deja_demande" : "niveau.rien_a_decider");
    return {};
}

std::vector<ActeDInstructionNationale> actes_offerts(const access::Acteur& acteur,
                                                     const Position& position) {
    std::vector<ActeDInstructionNationale> offerts;
    for (const auto& [acte, nom] : names(ActeDInstructionNationale{}))
        if (est_son_acte(acteur, acte) && permettre(position, acte)) offerts.push_back(acte);
    return offerts;
}

core::Result<InstructionNationale> deplacer(storage::Writer& db, const Demandeur& qui,
                                            const NouvelActe& nouveau, const Moyens& moyens) {
    const auto dossier =
        teleservice::demander(db, qui, nouveau.dossier, Permission::instruction_deplacer);
    if (!dossier) return dossier.error();
    const auto acte = core::named<ActeDInstructionNationale>(nouveau.acte);
    if (!acte) return core::refuse(Reason::invalid, "niveau.acte");
    if (!est_son_acte(qui.acteur, *acte))
        return core::refuse(Reason::forbidden, "niveau.pas_le_sien");
    auto motif = lire_texte(nouveau.motif);
    if (!motif) return motif.error();
    const auto depot = teleservice::dernier_depot(db, dossier->id);
    core::ensure(depot.has_value(), "a dossier at a desk was deposited");
    const auto etat = teleservice::etat_depose(db, *dossier, moyens.regles, *depot);
    const auto actes = teleservice::instructions_nationales(db, dossier->id);
    if (const auto permis = permettre({*dossier, regions_de(etat), actes}, *acte); !permis)
        return permis.error();
    auto fait = teleservice::ajouter(db, dossier->id,
                                     {.numero = 0,
                                      .acte = *acte,
                                      .motif = *std::move(motif),
                                      .par = qui.acteur.compte,
                                      .fait_le = qui.maintenant});
    if (fait.acte == acceptee || fait.acte == rendue) ne_nommer_personne(db, qui, *dossier);
    noter(db, qui, *dossier, {"instruction.deplacer", std::string{core::name_of(fait.acte)}});
    annoncer(db, {*dossier, *depot, fait, moyens});
    return fait;
}

std::vector<DossierAuNational> dossiers_au_national(storage::Reader& db,
                                                    const access::Acteur& acteur) {
    if (!est_son_acte(acteur, acceptee)) return {};
    return au_national(db);
}

}  // namespace grappe::instruction
