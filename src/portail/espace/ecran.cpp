// Routes of the screens.
#include "portail/espace/ecran.hpp"

namespace grappe::espace {

void ajouter_lecture(const Espace& espace, Ecran ecran) {
    garde::ajouter(espace.routes, espace.comptes, garde::lecture(std::move(ecran)));
}

void ajouter_envoi(const Espace& espace, Ecran ecran, std::size_t corps_au_plus) {
    garde::ajouter(espace.routes, espace.comptes, garde::envoi(std::move(ecran), corps_au_plus));
}

http::Response refuser(const Espace& espace, const garde::Visite& visite,
                       const core::Refusal& refus) {
    return espace.routes.refuse(visite.requete, {garde::statut_de(refus.reason), refus.code});
}

void ajouter_espace(const Espace& espace) {
    ajouter_mes_dossiers(espace);
    ajouter_vue_d_ensemble(espace);
    ajouter_saisie_dossier(espace);
    ajouter_pieces_dossier(espace);
    ajouter_documents_dossier(espace);
    ajouter_maturite_dossier(espace);
    ajouter_mes_exports(espace);
    ajouter_conservation(espace);
    ajouter_depot_dossier(espace);
    ajouter_recepisses(espace);
    ajouter_historique(espace);
    ajouter_echanges(espace);
    ajouter_messages(espace);
    ajouter_membres(espace);
    ajouter_soutiens(espace);
    ajouter_parts(espace);
    ajouter_maturite_membre(espace);
    ajouter_succession(espace);
    ajouter_grappes(espace);
    ajouter_rappels(espace);
    ajouter_mes_courriels(espace);
}

}  // namespace grappe::espace
