// Requests for a grappe in words. Neither name nor contact of the other side before both agree.
#include "portail/espace/grappes_vue.hpp"

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "referentiels/secteur.hpp"

namespace grappe::espace {
namespace {

using membres::EtatDeDemande;
using page::Vue;
using pages::dire;

Vue::Liste secteurs(const Espace& espace, std::string_view choisi) {
    Vue::Liste vues;
    for (const auto& [secteur, nom] : names(referentiels::Secteur{}))
        vues.push_back(Vue{{"valeur", nom},
                           {"libelle", dire(espace.services, "pages.secteur." + std::string{nom})},
                           {"choisi", nom == choisi}});
    return vues;
}

Vue::Liste phrases_de(const Espace& espace, const std::vector<membres::Raison>& raisons) {
    Vue::Liste vues;
    for (const auto& raison : raisons)
        vues.push_back(Vue{{"phrase", espace.services.phrases.rendre(raison.code, raison.faits)}});
    return vues;
}

std::string essms_en_mots(const Espace& espace, int nombre) {
    return dire(espace.services, "espace.essms", {{"nombre", std::int64_t{nombre}}});
}

Vue vue_de_la_proposition(const Espace& espace, const membres::DemandeGrappe& demande,
                          const membres::Proposition& une) {
    const auto& autre = une.autre;
    const std::string_view genre =
        autre.dossier.empty() ? "grappe.proposee.structure" : "grappe.proposee.dossier";
    return {{"action", "/grappes/" + demande.id + "/propositions/" + autre.id},
            {"titre", dire(espace.services, genre,
                           {{"essms", essms_en_mots(espace, autre.essms)},
                            {"couloir", dire(espace.services, "pages.secteur." + autre.couloir)}})},
            {"logiciel", autre.profil().logiciel},
            {"raisons", phrases_de(espace, une.rapprochement.raisons)},
            {"reserves", phrases_de(espace, une.rapprochement.reserves)},
            {"a_accepter", !une.accepte_ici},
            {"en_attente", une.accepte_ici && !une.conclue()},
            {"conclue", une.conclue()},
            {"structure", une.conclue() ? autre.structure : std::string{}},
            {"contact", une.conclue() ? autre.contact : std::string{}}};
}

std::string_view classe_de(EtatDeDemande etat) {
    if (etat == EtatDeDemande::ouverte) return "info";
    const bool sans = etat == EtatDeDemande::sans_suite || etat == EtatDeDemande::retiree;
    return sans ? "ferme" : "ouvert";
}

Vue vue_de_la_demande(const Espace& espace, const membres::DemandeGrappe& demande) {
    return {{"id", demande.id},
            {"structure", demande.structure},
            {"du_dossier", !demande.dossier.empty()},
            {"couloir", dire(espace.services, "pages.secteur." + demande.couloir)},
            {"essms", essms_en_mots(espace, demande.essms)},
            {"numeros", demande.finess},
            {"logiciel", demande.profil().logiciel},
            {"contact", demande.contact},
            {"editeur", demande.contact_editeur},
            {"grappe", demande.grappe},
            {"heures", demande.heures},
            {"region", demande.region.empty()
                           ? dire(espace.services, "grappe.sans_region")
                           : pages::nom_de_region(espace.portail.moyens.referentiels.territoires,
                                                  demande.region)},
            {"le", pages::moment(demande.faite_le, core::paris())},
            {"etat", classe_de(demande.etat)},
            {"etat_mots",
             dire(espace.services, "grappe.etat." + std::string{core::name_of(demande.etat)})},
            {"motif", demande.motif},
            {"ouverte", demande.etat == EtatDeDemande::ouverte}};
}

Vue vue_avec_propositions(const Espace& espace, const DemandeVue& vue) {
    auto lue = vue_de_la_demande(espace, vue.demande);
    Vue::Liste propositions;
    for (const auto& une : vue.propositions)
        propositions.push_back(vue_de_la_proposition(espace, vue.demande, une));
    lue.ajouter("aucune", propositions.empty() && vue.demande.etat == EtatDeDemande::ouverte);
    lue.ajouter("propositions", std::move(propositions));
    return lue;
}

Vue::Liste vues_des_brouillons(const Espace& espace, const GrappesVues& vues) {
    Vue::Liste lues;
    for (const auto& brouillon : vues.brouillons) {
        const auto& id = brouillon.dossier.id;
        const bool refuse = vues.acte == id;
        const auto couloir = refuse ? vues.tapee.valeur("couloir") : std::string_view{};
        lues.push_back(
            Vue{{"id", id},
                {"nom", brouillon.nom},
                {"appel", brouillon.dossier.appel},
                {"demande", brouillon.demande},
                {"ferme", brouillon.demande.empty()},
                {"deplie", refuse},
                {"secteurs", secteurs(espace, couloir)},
                {"contact", refuse ? std::string{vues.tapee.valeur("contact")} : vues.contact}});
    }
    return lues;
}

}  // namespace

Vue vue_des_grappes(const Espace& espace, const GrappesVues& vues) {
    Vue::Liste demandes;
    for (const auto& une : vues.demandes) demandes.push_back(vue_avec_propositions(espace, une));
    const bool refusee = vues.acte == "demande";
    const auto tape = [&](std::string_view champ) {
        return refusee ? std::string{vues.tapee.valeur(champ)} : std::string{};
    };
    auto brouillons = vues_des_brouillons(espace, vues);
    Vue vue{{"faute", vues.faute},
            {"fait", vues.fait},
            {"a_demandes", !demandes.empty()},
            {"demandes", std::move(demandes)},
            {"a_brouillons", !brouillons.empty()},
            {"brouillons", std::move(brouillons)},
            {"secteurs", secteurs(espace, tape("couloir"))},
            {"contact", refusee ? tape("contact") : vues.contact}};
    for (const auto* champ : {"structure", "heures_dependance", "finess", "dui", "editeur",
                              "contact_editeur", "grappe"})
        vue.ajouter(champ, tape(champ));
    return vue;
}

Vue vue_de_la_region(const Espace& espace, const std::vector<membres::DemandeGrappe>& lues) {
    Vue::Liste demandes;
    for (const auto& une : lues) demandes.push_back(vue_de_la_demande(espace, une));
    return {{"aucune", demandes.empty()}, {"demandes", std::move(demandes)}};
}

}  // namespace grappe::espace
