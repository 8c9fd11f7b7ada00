// Shared by the pages of committees.
#include "portail/seance/seance.hpp"

#include "access/peut.hpp"
#include "portail/reception/fichiers.hpp"

namespace grappe::seance {
namespace {

constexpr std::size_t formulaire_max = std::size_t{256} * 1024;

}  // namespace

void ajouter_lecture(const Seances& seances, garde::Ecran ecran) {
    garde::ajouter(seances.routes, seances.comptes, garde::lecture(std::move(ecran)));
}

void ajouter_envoi(const Seances& seances, garde::Ecran ecran) {
    garde::ajouter(seances.routes, seances.comptes, garde::envoi(std::move(ecran), formulaire_max));
}

http::Response refuser(const Seances& seances, const garde::Visite& visite,
                       const core::Refusal& refus) {
    comite::noter_le_refus(visite.base, reception::demandeur(visite),
                           {"comite.lire", visite.requete.path("id"), refus});
    return seances.routes.refuse(visite.requete, {garde::statut_de(refus.reason), refus.code});
}

std::string dire(const Seances& seances, const core::Refusal& refus) {
    return seances.services.phrases.dire(refus);
}

std::string euros(core::Money montant) {
    std::string texte;
    rules::ajouter_valeur(texte, montant);
    return texte;
}

teleservice::Moyens moyens_de(const Seances& seances, const garde::Visite& visite) {
    return reception::moyens_de(seances.portail, visite);
}

bool prepare(const garde::Visite& visite) {
    return access::peut(visite.qui().acteur, access::Permission::comite_preparer);
}

void ajouter_seances(const Seances& seances) {
    ajouter_liste(seances);
    ajouter_travail(seances);
}

}  // namespace grappe::seance
