// Shared by the pages of usage reports.
#include "portail/suivi/ecran.hpp"

#include "access/roles.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::suivi {

void ajouter_lecture(const Suivi& suivi, Ecran ecran) {
    garde::ajouter(suivi.routes, suivi.comptes, garde::lecture(std::move(ecran)));
}

void ajouter_envoi(const Suivi& suivi, Ecran ecran, std::size_t corps_au_plus) {
    garde::ajouter(suivi.routes, suivi.comptes, garde::envoi(std::move(ecran), corps_au_plus));
}

usages::Demandeur demandeur(const garde::Visite& visite) {
    return {.acteur = visite.qui().acteur, .maintenant = visite.moyens.maintenant};
}

bool est_un_guichet(const garde::Visite& visite) {
    return access::est_un_guichet(visite.qui().acteur.role);
}

http::Response refuser(const Suivi& suivi, const garde::Visite& visite,
                       const core::Refusal& refus) {
    const auto objet = usages::objet_du_journal(visite.requete.path("id"));
    teleservice::noter_le_refus(visite.base, demandeur(visite), {"usage.lire", objet, refus.code});
    return suivi.routes.refuse(visite.requete, {garde::statut_de(refus.reason), refus.code});
}

std::string dire(const Suivi& suivi, const core::Refusal& refus) {
    return suivi.services.phrases.rendre(refus.code, {{"detail", std::string_view{refus.detail}}});
}

std::string fait_de(const Suivi& suivi, const garde::Visite& visite) {
    const auto code = "suivi.fait." + std::string{visite.requete.query("fait").value_or("-")};
    const auto& phrases = suivi.services.phrases;
    return phrases.contient(code) ? phrases.rendre(code, {}) : std::string{};
}

std::string_view fichier_de(const page::Formulaire& saisie, std::string_view champ) {
    for (const auto& fichier : saisie.fichiers)
        if (fichier.champ == champ) return fichier.octets;
    return {};
}

pages::Etape vers_la_liste(const Suivi& suivi, const garde::Visite& visite) {
    return {est_un_guichet(visite) ? "/bureau/usages" : "/usages",
            pages::dire(suivi.services, "suivi.titre.liste")};
}

void ajouter_suivi(const Suivi& suivi) {
    ajouter_mes_rapports(suivi);
    ajouter_du_guichet(suivi);
    ajouter_un_rapport(suivi);
}

}  // namespace grappe::suivi
