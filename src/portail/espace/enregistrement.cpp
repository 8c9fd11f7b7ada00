// One transaction: read the version in place, merge, write.
#include "portail/espace/enregistrement.hpp"

#include "portail/espace/contenu.hpp"
#include "portail/pages/etude.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::espace {
namespace {

// As the text says it, line by line, without what the form says of all lines.
pages::Saisie lue(const std::optional<std::string>& contenu) {
    const auto texte = contenu.value_or("{}");  // outlives its tree
    const auto arbre = dossier::lire_arbre(texte);
    const bool est_objet = arbre.arbre && !arbre.arbre->noeuds.empty() &&
                           arbre.arbre->noeuds.front().genre == dossier::Noeud::Genre::objet;
    return est_objet ? pages::lire_saisie(*arbre.arbre) : pages::Saisie{};
}

}  // namespace

core::Result<Enregistre> enregistrer(const Espace& espace, storage::Writer& db,
                                     const garde::Visite& visite, const Envoi& envoi) {
    const auto qui = reception::demandeur(visite);
    const auto dossier = demander_pour(db, qui, envoi.dossier, teleservice::Acte::ecrire);
    if (!dossier) return dossier.error();
    auto texte = texte_a_ecrire(espace.services, *dossier, envoi.saisie);
    Enregistre enregistre{.dossier = *dossier};
    if (envoi.version != dossier->version) {
        const auto contenu_de = [&](int version) {
            return lue(teleservice::contenu(db, dossier->id, version));
        };
        const bool vaut = envoi.vue == dossier->version;
        enregistre.fusion = fusionner({.depart = contenu_de(envoi.version),
                                       .en_place = contenu_de(dossier->version),
                                       .propose = lue(texte)},
                                      vaut ? envoi.choix : Choix{});
        if (!enregistre.ecrit()) return enregistre;
        texte = texte_a_ecrire(espace.services, *dossier, enregistre.fusion.saisie);
    }
    auto ecrit = teleservice::ecrire(
        db, qui, {.dossier = dossier->id, .version = dossier->version, .contenu = texte},
        reception::moyens_de(espace.portail, visite));
    if (!ecrit) return ecrit.error();
    enregistre.dossier = std::move(ecrit).value();
    return enregistre;
}

}  // namespace grappe::espace
