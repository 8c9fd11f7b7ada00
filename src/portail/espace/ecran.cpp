// Routes of the screens.
#include "portail/espace/ecran.hpp"

namespace grappe::espace {
namespace {

garde::Ligne ligne_de(Ecran ecran, http::Method methode) {
    return {.methode = methode,
            .chemin = ecran.chemin,
            .resume = ecran.resume,
            .permission = ecran.permission,
            .action = std::move(ecran.action),
            .repond = "text/html",
            .sans_session = std::move(ecran.sans_session)};
}

}  // namespace

void ajouter_lecture(const Espace& espace, Ecran ecran) {
    garde::ajouter(espace.routes, espace.comptes, ligne_de(std::move(ecran), http::Method::get));
}

void ajouter_envoi(const Espace& espace, Ecran ecran, std::size_t corps_au_plus) {
    auto ligne = ligne_de(std::move(ecran), http::Method::post);
    ligne.corps_au_plus = corps_au_plus;
    ligne.types = {"application/x-www-form-urlencoded", "multipart/form-data"};
    garde::ajouter(espace.routes, espace.comptes, std::move(ligne));
}

page::Formulaire lire_envoi(const garde::Visite& visite) {
    auto lu = page::lire_formulaire(visite.requete.field("content-type"), visite.requete.body);
    return lu ? std::move(lu).value() : page::Formulaire{};
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
    ajouter_membres(espace);
    ajouter_parts(espace);
    ajouter_rappels(espace);
}

}  // namespace grappe::espace
