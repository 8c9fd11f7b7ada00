// Drafts: each use case loads, decides, saves, and leaves its line in the journal.
#include "portail/teleservice/brouillon.hpp"

#include "portail/rendu/ecrivain_json.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/membres_vus.hpp"
#include "secret/hasard.hpp"

namespace grappe::teleservice {
namespace {

void noter(storage::Writer& db, const Demandeur& qui, const char* acte, const Dossier& dossier) {
    noter(db, qui, {acte, objet_du_journal(dossier)});
}

std::string contenu_de_depart(std::string_view appel) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    json.membre("appel", appel);
    json.fermer_objet();
    return texte;
}

}  // namespace

core::Result<Dossier> creer(storage::Writer& db, const Demandeur& qui, std::string_view appel,
                            const programme::Appels& appels) {
    if (!access::peut(qui.acteur, access::Permission::dossier_creer))
        return core::refuse(core::Reason::forbidden, "acces.interdit");
    if (!appels.find(appel))
        return core::refuse(core::Reason::rule_not_met, "dossier.appel_sans_fichier", appels.ids());
    const Dossier dossier{.id = secret::identifiant(),
                          .compte = qui.acteur.compte,
                          .appel = std::string{appel},
                          .statut = Statut::brouillon,
                          .version = 1,
                          .cree_le = qui.maintenant,
                          .modifie_le = qui.maintenant,
                          .guichet = {}};
    ajouter(db, dossier, contenu_de_depart(appel));
    noter(db, qui, "dossier.creer", dossier);
    return dossier;
}

core::Result<Dossier> remplacer(storage::Writer& db, const Demandeur& qui,
                                const Remplacement& remplacement, const Moyens& moyens) {
    auto ecrit = remplacement.dossier;
    if (contenu(db, ecrit.id, ecrit.version) != remplacement.contenu) {
        const Version version{.numero = ecrit.version + 1,
                              .ecrit_par = qui.acteur.compte,
                              .ecrit_le = qui.maintenant};
        if (!ajouter_version(db, ecrit, version, remplacement.contenu))
            return core::refuse(core::Reason::conflict, "dossier.version_perimee",
                                std::to_string(ecrit.version));
        noter(db, qui, remplacement.acte, ecrit);
        ecrit.version = version.numero;
        ecrit.modifie_le = version.ecrit_le;
    }
    annuler_les_accords_changes(db, qui, {ecrit, remplacement.contenu}, moyens);
    return ecrit;
}

core::Result<Dossier> ecrire(storage::Writer& db, const Demandeur& qui, const Ecriture& ecriture,
                             const Moyens& moyens) {
    const auto dossier = demander_pour(db, qui, ecriture.dossier, Acte::ecrire);
    if (!dossier) return dossier;
    const dossier::TexteLu lu{std::string{ecriture.contenu}};
    return ecrire(db, qui, EcritureLue{*dossier, ecriture.version, lu}, moyens);
}

core::Result<Dossier> ecrire(storage::Writer& db, const Demandeur& qui, const EcritureLue& ecriture,
                             const Moyens& moyens) {
    const auto& [dossier, version, contenu] = ecriture;
    if (!contenu.arbre()) return core::refuse(core::Reason::invalid, "dossier.json");
    if (dossier.version != version)
        return core::refuse(core::Reason::conflict, "dossier.version_perimee",
                            std::to_string(dossier.version));
    return remplacer(db, qui, {dossier, contenu.texte(), "dossier.ecrire"}, moyens);
}

std::vector<Ecart> ecarts_de(storage::Reader& db, const Ecriture& ecriture) {
    const auto dossier = trouver(db, ecriture.dossier);
    if (!dossier) return {};
    const auto depart = contenu(db, dossier->id, ecriture.version);
    const auto en_place = contenu(db, dossier->id, dossier->version);
    if (!depart || !en_place) return {};
    return ecarts(*depart, *en_place, ecriture.contenu);
}

core::Result<Dossier> retirer(storage::Writer& db, const Demandeur& qui, const Retrait& retrait) {
    auto dossier = demander_pour(db, qui, retrait.dossier, Acte::retirer);
    if (!dossier) return dossier;
    auto retire = *std::move(dossier);
    const Passage passage{.acte = Acte::retirer,
                          .avant = retire.statut,
                          .apres = *suite(retire.statut, Acte::retirer),
                          .par = qui.acteur.compte,
                          .fait_le = qui.maintenant,
                          .motif = retrait.motif};
    retire.statut = passage.apres;
    retire.modifie_le = qui.maintenant;
    passer(db, retire, passage);
    noter(db, qui, "dossier.retirer", retire);
    return retire;
}

}  // namespace grappe::teleservice
