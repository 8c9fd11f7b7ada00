// Writes calls as JSON: keys in a fixed order, dates in the zone of the call.
#include "portail/rendu/appels_json.hpp"

#include "portail/rendu/appels_texte.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::rendu {
namespace {

using programme::Appel;

template <class E>
void mots(EcrivainJson& json, const std::vector<E>& valeurs) {
    json.ouvrir_liste();
    for (const auto valeur : valeurs) json.texte(core::name_of(valeur));
    json.fermer_liste();
}

void ecrire_source(EcrivainJson& json, const rules::Source& source) {
    json.cle("source");
    json.ouvrir_objet();
    json.cle("document");
    json.texte(source.document);
    json.cle("section");
    json.texte(source.section);
    json.fermer_objet();
}

void ecrire_validite(EcrivainJson& json, const programme::Validite& validite) {
    json.cle("validite");
    if (!validite.du || !validite.jusqu_au) return json.nul();
    json.ouvrir_objet();
    json.cle("du");
    json.texte(validite.du->text());
    json.cle(validite.fin_fixee ? "jusqu_au" : "connu_jusqu_au");
    json.texte(validite.jusqu_au->text());
    json.fermer_objet();
}

void ecrire_fenetre(EcrivainJson& json, const Appel& appel, const programme::Fenetre& fenetre) {
    json.cle("id");
    json.texte(fenetre.id);
    json.cle("portees");
    mots(json, fenetre.portees);
    json.cle("natures");
    mots(json, fenetre.natures);
    json.cle("ouvre_le");
    json.texte(appel.fuseau.text(fenetre.ouvre_le));
    json.cle("ferme_le");
    json.texte(appel.fuseau.text(fenetre.ferme_le));
    json.cle("tolere_des");
    if (fenetre.tolere_des)
        json.texte(appel.fuseau.text(*fenetre.tolere_des));
    else
        json.nul();
    json.cle("comite");
    json.texte(fenetre.comite);
    json.cle("regle");
    json.texte(core::name_of(fenetre.regle));
    ecrire_source(json, fenetre.source);
}

void ecrire_fenetres(EcrivainJson& json, const Appel& appel, core::Instant instant) {
    json.cle("fenetres");
    if (!appel.fenetres.definie()) return json.nul();
    json.ouvrir_liste();
    for (const auto& fenetre : *appel.fenetres) {
        json.ouvrir_objet();
        ecrire_fenetre(json, appel, fenetre);
        json.cle("ouverte");
        json.booleen(ouverte_au(fenetre, instant));
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire_entete(EcrivainJson& json, const Appel& appel, core::Instant instant) {
    json.cle("id");
    json.texte(appel.id);
    json.cle("titre");
    json.texte(appel.titre);
    json.cle("base_legale");
    json.texte(appel.base_legale);
    json.cle("region");
    if (appel.region)
        json.texte(*appel.region);
    else
        json.nul();
    json.cle("fuseau");
    json.texte(appel.fuseau.name());
    json.cle("empreinte");
    json.texte(appel.empreinte);
    ecrire_validite(json, appel.validite);
    json.cle("etat");
    json.texte(core::name_of(etat_au(appel, instant)));
    ecrire_fenetres(json, appel, instant);
}

void ecrire_versions(EcrivainJson& json, const programme::AppelCharge& charge) {
    json.cle("versions");
    json.ouvrir_liste();
    for (const auto& version : charge.versions) {
        json.ouvrir_objet();
        json.cle("de");
        json.texte(version.appel.fuseau.text(version.de));
        json.cle("a");
        json.texte(version.appel.fuseau.text(version.a));
        json.cle("empreinte");
        json.texte(version.appel.empreinte);
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire_valeurs(EcrivainJson& json, const Appel& appel) {
    json.cle("valeurs");
    json.ouvrir_liste();
    for (const auto& ligne : appel.valeurs) {
        if (ligne.source.document.empty()) continue;
        json.ouvrir_objet();
        json.cle("chemin");
        json.texte(ligne.chemin);
        json.cle("valeur");
        json.texte(ligne.texte);
        ecrire_source(json, ligne.source);
        json.cle("couche");
        json.texte(ligne.couche);
        ecrire_validite(json, ligne.validite);
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire_options(EcrivainJson& json, const Appel& appel) {
    json.cle("options");
    json.ouvrir_liste();
    for (const auto& option : appel.options) {
        json.ouvrir_objet();
        json.cle("nom");
        json.texte(option.nom);
        json.cle("question");
        json.texte(option.question);
        json.cle("choisie");
        json.texte(option.choisie);
        json.cle("possibles");
        json.ouvrir_liste();
        for (const auto& possible : option.possibles) json.texte(possible);
        json.fermer_liste();
        ecrire_source(json, option.source);
        json.cle("couche");
        json.texte(option.couche);
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire_regles(EcrivainJson& json, const Appel& appel) {
    json.cle("regles");
    json.ouvrir_objet();
    for (const auto& [id, nom] : names(rules::RegleId{})) {
        const auto& regle = appel.regle(id);
        json.cle(nom);
        json.ouvrir_objet();
        json.cle("etat");
        json.texte(core::name_of(regle.etat));
        ecrire_source(json, regle.source);
        json.fermer_objet();
    }
    json.fermer_objet();
}

}  // namespace

std::string appels_json(const programme::Appels& appels, core::Instant instant) {
    std::string sortie;
    EcrivainJson json{sortie};
    json.ouvrir_objet();
    json.cle("le");
    json.texte(instant.utc_text());
    json.cle("appels");
    json.ouvrir_liste();
    for (const auto& charge : appels.tous) {
        json.ouvrir_objet();
        ecrire_entete(json, charge.applicable(instant), instant);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
    return sortie;
}

std::string appel_json(const programme::AppelCharge& charge, core::Instant instant) {
    const auto& appel = charge.applicable(instant);
    std::string sortie;
    EcrivainJson json{sortie};
    json.ouvrir_objet();
    ecrire_entete(json, appel, instant);
    ecrire_versions(json, charge);
    ecrire_valeurs(json, appel);
    ecrire_options(json, appel);
    ecrire_regles(json, appel);
    json.fermer_objet();
    return sortie;
}

}  // namespace grappe::rendu
