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
    return montrer_le_refus(seances, visite, refus);
}

http::Response montrer_le_refus(const Seances& seances, const garde::Visite& visite,
                                const core::Refusal& refus) {
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

Fil::Fil(const Seances& seances, const garde::Visite& visite, std::vector<Pas> suite) {
    const auto dire = [&](std::string_view code) { return pages::dire(seances.services, code); };
    if (prepare(visite)) pas_.push_back({"/bureau", dire("bureau.titre.boite")});
    if (!suite.empty()) pas_.push_back({"/bureau/comites", dire("seance.titre.liste")});
    for (auto& pas : suite)
        if (!pas.adresse.empty()) pas_.push_back(std::move(pas));
}

std::vector<page::Etape> Fil::etapes() const {
    std::vector<page::Etape> toutes;
    for (const auto& [adresse, titre] : pas_) toutes.emplace_back(adresse, titre);
    return toutes;
}

std::string titre_du_comite(const Seances& seances, const comite::Comite& comite) {
    return pages::dire(seances.services, "seance.titre.comite", {{"jour", comite.tenu_le}});
}

void ajouter_seances(const Seances& seances) {
    ajouter_liste(seances);
    ajouter_travail(seances);
    ajouter_propositions(seances);
    ajouter_enveloppes(seances);
    ajouter_portefeuille(seances);
}

}  // namespace grappe::seance
