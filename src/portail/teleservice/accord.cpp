// Agreements: given for one digest, ended by the member itself.
#include "portail/teleservice/accord.hpp"

#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/lettres_membres.hpp"
#include "secret/hasard.hpp"

namespace grappe::teleservice {
namespace {

void noter(storage::Writer& db, const Demandeur& qui, const char* acte, const MembreVu& vu) {
    noter(db, qui,
          {acte, "dossier:" + vu.membre.dossier,
           vu.membre.finess_ej.text() + " " + vu.part.empreinte()});
}

void donner(storage::Writer& db, const Demandeur& qui, MembreVu& vu, const Dossier& dossier) {
    if (vu.accord && vu.accord->tient())  // of another part: the register moved an establishment
        membres::finir(db, *vu.accord, membres::FinDAccord::part_changee, qui.maintenant);
    const membres::Accord accord{.id = secret::identifiant(),
                                 .membre = vu.membre.id,
                                 .part = vu.part.texte,
                                 .empreinte = vu.part.empreinte(),
                                 .version = dossier.version,
                                 .donne_par = qui.acteur.compte,
                                 .donne_le = qui.maintenant};
    membres::ajouter(db, accord);
    vu.accord = accord;
    noter(db, qui, "accord.donner", vu);
}

void reprendre(storage::Writer& db, const Demandeur& qui, MembreVu& vu) {
    membres::finir(db, *vu.accord, membres::FinDAccord::repris, qui.maintenant);
    vu.accord->fini_le = qui.maintenant;
    vu.accord->fin = membres::FinDAccord::repris;
    noter(db, qui, "accord.reprendre", vu);
}

std::optional<MembreVu> vu_de(std::vector<MembreVu> vus, const membres::Membre& membre) {
    for (auto& vu : vus)
        if (vu.membre.id == membre.id) return std::move(vu);
    return std::nullopt;
}

}  // namespace

core::Result<MembreVu> accorder(storage::Writer& db, const Demandeur& qui,
                                const DemandeDAccord& demande, const Moyens& moyens) {
    const auto membre = membre_qui_parle(db, qui, demande.membre, moyens);
    if (!membre) return membre.error();
    const auto dossier = trouver(db, membre->dossier);
    core::ensure(dossier.has_value(), "a member has its dossier");
    if (const auto permis = permettre(db, qui, *dossier, Acte::ecrire); !permis)
        return permis.error();
    const auto ecrit = contenu(db, dossier->id, dossier->version).value_or("");
    auto vu = vu_de(membres_vus(db, dossier->id, ecrit, moyens.regles), *membre);
    core::ensure(vu.has_value(), "a member has its part");
    const bool oui = demande.reponse == Reponse::oui;
    if (oui && !demande.empreinte.empty() && demande.empreinte != vu->part.empreinte())
        return core::refuse(core::Reason::conflict, "accord.part_changee", vu->part.empreinte());
    if (oui ? vu->d_accord() : !(vu->accord && vu->accord->tient())) return *std::move(vu);
    if (oui)
        donner(db, qui, *vu, *dossier);
    else
        reprendre(db, qui, *vu);
    prevenir_le_porteur(db, {oui ? "accord_donne" : "accord_repris", *membre},
                        {*dossier, nom_du_dossier(ecrit, *dossier)}, moyens);
    return *std::move(vu);
}

}  // namespace grappe::teleservice
