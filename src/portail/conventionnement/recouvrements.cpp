// The forms of recoveries.
#include "portail/convention/recouvrement.hpp"
#include "portail/conventionnement/acte.hpp"
#include "portail/pages/modele.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::conventionnement {
namespace {

using access::Permission;
using garde::Visite;
using page::Formulaire;
using reception::demandeur;

http::Response ouvrir(const Conventions& conventions, Visite& visite) {
    return agir(conventions, visite, {"recouvrement", "recouvrement.ouvrir", "recouvrement"},
                [&](const Formulaire& saisie) {
                    const auto id = convention_de(visite);
                    return visite.base.write([&](storage::Writer& db) {
                        return convention::ouvrir_un_recouvrement(db, demandeur(visite),
                                                                  {id, saisie.valeur("motif")});
                    });
                });
}

http::Response decider(const Conventions& conventions, Visite& visite) {
    return agir(conventions, visite,
                {"decision_recouvrement", "recouvrement.valider", "decision_recouvrement"},
                [&](const Formulaire& saisie) {
                    return visite.base.write([&](storage::Writer& db) {
                        return convention::decider_un_recouvrement(
                            db, demandeur(visite),
                            {saisie.valeur("recouvrement"), saisie.valeur("decision")},
                            moyens_de(conventions, visite));
                    });
                });
}

// Every field that cannot be noted as it is typed has its sentence.
http::Response noter(const Conventions& conventions, Visite& visite) {
    const Acte acte{"retour", "recouvrement.rendre", "retour"};
    auto saisie = garde::lire_envoi(visite);
    const auto montant = pages::nettoyer(pages::Genre::montant, saisie.valeur("montant"));
    std::vector<convention::FauteDeRetour> fautes;
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return convention::noter_un_retour(db, demandeur(visite),
                                           {.recouvrement = saisie.valeur("recouvrement"),
                                            .montant = montant,
                                            .recu_le = saisie.valeur("recu_le"),
                                            .reference = saisie.valeur("reference"),
                                            .fautes = &fautes});
    });
    if (fait) return http::Response::see_other(adresse_de(visite, acte.fait));
    Suite suite{.saisie = std::move(saisie)};
    for (const auto& une : fautes)
        suite.faute.append(suite.faute.empty() ? "" : " ")
            .append(teleservice::dire(une.refus, conventions.services().phrases));
    return conclure(conventions, visite, acte, {fait.error(), std::move(suite)});
}

}  // namespace

void ajouter_les_recouvrements(const Conventions& conventions) {
    const auto envoi = [&](const Envoi& un) { ajouter_envoi(conventions, un); };
    envoi({"/dossiers/{id}/convention/recouvrements", "Ouvrir un recouvrement",
           Permission::versement_demander, ouvrir});
    envoi({"/dossiers/{id}/convention/recouvrements/decisions",
           "Valider ou rejeter un recouvrement", Permission::versement_valider, decider});
    envoi({"/dossiers/{id}/convention/recouvrements/retours", "Noter une somme rendue",
           Permission::versement_demander, noter});
}

}  // namespace grappe::conventionnement
