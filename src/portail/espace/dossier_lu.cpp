// From the state of a dossier to what its pages show.
#include "portail/espace/dossier_lu.hpp"

#include "portail/espace/contenu.hpp"
#include "portail/instruction/demande_repository.hpp"
#include "portail/messagerie/messagerie.hpp"

namespace grappe::espace {
namespace {

bool siret_suppose(const teleservice::Jugement& jugement) {
    return jugement.verifie &&
           jugement.verifie->saisi().porteur.siret.text() == socle::siret_neutre;
}

std::optional<DossierLu::Attente> demande_de(storage::Reader& db,
                                             const teleservice::Dossier& dossier) {
    std::optional<DossierLu::Attente> attente;
    if (dossier.statut != teleservice::Statut::pieces_demandees) return attente;
    const auto reponses = instruction::reponses(db, dossier.id);
    for (const auto& demande : instruction::demandes(db, dossier.id)) {
        if (!demande.ouverte() || (attente && attente->avant <= demande.echeance)) continue;
        attente = {.avant = demande.echeance, .repondu_le = std::nullopt};
        for (const auto& reponse : reponses)
            if (reponse.faite_le >= demande.faite_le) attente->repondu_le = reponse.faite_le;
    }
    return attente;
}

DossierLu lire(const Espace& espace, teleservice::Vue vue, pages::Saisie saisie) {
    auto& etat = vue.etat;
    auto candidature = candidature_de(etat, espace.portail.moyens, vue.instant, "");
    auto guichet = guichet_de(candidature);
    if (guichet) candidature.financeur = guichet->financeur;
    const bool est_depose =
        vue.depot.has_value() && etat.dossier.statut != teleservice::Statut::brouillon;
    DossierLu lu{.dossier = etat.dossier,
                 .pieces = std::move(etat.pieces),
                 .depot = std::move(vue.depot),
                 .instant = vue.instant,
                 .etude = {.saisie = std::move(saisie),
                           .fautes = etat.jugement.fautes,
                           .siret_suppose = siret_suppose(etat.jugement),
                           .deposee = est_depose},
                 .obstacles = obstacles(candidature),
                 .chez_d_autres = chez_d_autres(candidature),
                 .pris = essms_pris(candidature, etat.contenu),
                 .ouvert_jusqu_au = etat.ouvert_jusqu_au};
    lu.guichet = std::move(guichet);
    lu.etude.saisie.poser("appel", lu.dossier.appel);
    lu.etude.saisie.poser("depose_le", vue.instant.utc_text());
    lu.etude.verifie = std::move(etat.jugement.verifie);
    return lu;
}

DossierLu completer(storage::Reader& db, const teleservice::Demandeur& qui, DossierLu lu) {
    lu.demande = demande_de(db, lu.dossier);
    if (lu.depot) lu.messages_non_lus = messagerie::non_lus(db, qui.acteur, lu.dossier.id);
    return lu;
}

}  // namespace

std::string nom_de(const pages::Saisie& saisie) { return saisie.texte("porteur.raison_sociale"); }

DossierLu lire(const Espace& espace, teleservice::Vue vue) {
    auto saisie = saisie_de(vue.etat.contenu);
    return lire(espace, std::move(vue), std::move(saisie));
}

core::Result<DossierLu> lire(const Espace& espace, storage::Reader& db,
                             const teleservice::Demandeur& qui, std::string_view id) {
    auto vue = teleservice::lire(db, qui, id, espace.portail.moyens);
    if (!vue) return vue.error();
    return completer(db, qui, lire(espace, std::move(vue).value()));
}

core::Result<DossierLu> relire(const Espace& espace, storage::Reader& db,
                               const teleservice::Demandeur& qui,
                               teleservice::Relecture relecture) {
    auto vue = teleservice::lire(db, qui, std::move(relecture), espace.portail.moyens);
    if (!vue) return vue.error();
    auto saisie = saisie_du_suivi(vue->etat.contenu);
    return completer(db, qui, lire(espace, std::move(vue).value(), std::move(saisie)));
}

}  // namespace grappe::espace
