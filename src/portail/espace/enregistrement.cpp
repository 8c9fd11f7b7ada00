// One transaction: read the version in place, merge, write.
#include "portail/espace/enregistrement.hpp"

#include "portail/espace/contenu.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::espace {

core::Result<Enregistre> enregistrer(const Espace& espace, storage::Writer& db,
                                     const garde::Visite& visite, const Envoi& envoi) {
    const auto qui = reception::demandeur(visite);
    const auto dossier = demander_pour(db, qui, envoi.dossier, teleservice::Acte::ecrire);
    if (!dossier) return dossier.error();
    Enregistre enregistre{.dossier = *dossier};
    std::optional<dossier::TexteLu> fondu;
    if (envoi.version != dossier->version) {
        const auto contenu_de = [&](int version) {
            return faits_de(
                dossier::TexteLu{teleservice::contenu(db, dossier->id, version).value_or("{}")});
        };
        const bool vaut = envoi.vue == dossier->version;
        enregistre.fusion = fusionner({.depart = contenu_de(envoi.version),
                                       .en_place = contenu_de(dossier->version),
                                       .propose = faits_de(envoi.texte)},
                                      vaut ? envoi.choix : Choix{});
        if (!enregistre.ecrit()) return enregistre;
        fondu.emplace(texte_a_ecrire(espace.services, *dossier, enregistre.fusion.saisie));
        enregistre.tel_quel = false;
    }
    const auto& texte = fondu ? *fondu : envoi.texte;
    auto ecrit =
        teleservice::ecrire(db, qui, teleservice::EcritureLue{*dossier, dossier->version, texte},
                            reception::moyens_de(espace.portail, visite));
    if (!ecrit) return ecrit.error();
    enregistre.dossier = std::move(ecrit).value();
    return enregistre;
}

}  // namespace grappe::espace
