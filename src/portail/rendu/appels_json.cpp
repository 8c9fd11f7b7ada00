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
    json.membre("document", source.document);
    json.membre("section", source.section);
    json.fermer_objet();
}

void ecrire_validite(EcrivainJson& json, const programme::Validite& validite) {
    json.cle("validite");
    if (!validite.du || !validite.jusqu_au) return json.nul();
    json.ouvrir_objet();
    json.membre("du", validite.du->text());
    json.cle(validite.fin_fixee ? "jusqu_au" : "connu_jusqu_au");
    json.texte(validite.jusqu_au->text());
    json.fermer_objet();
}

void ecrire_fenetre(EcrivainJson& json, const Appel& appel, const programme::Fenetre& fenetre) {
    json.membre("id", fenetre.id);
    json.cle("portees");
    mots(json, fenetre.portees);
    json.cle("natures");
    mots(json, fenetre.natures);
    json.membre("ouvre_le", appel.fuseau.text(fenetre.ouvre_le));
    json.membre("ferme_le", appel.fuseau.text(fenetre.ferme_le));
    json.cle("tolere_des");
    if (fenetre.tolere_des)
        json.texte(appel.fuseau.text(*fenetre.tolere_des));
    else
        json.nul();
    json.membre("comite", fenetre.comite);
    json.membre("regle", core::name_of(fenetre.regle));
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
    json.membre("id", appel.id);
    json.membre("titre", appel.titre);
    json.membre("base_legale", appel.base_legale);
    json.cle("region");
    if (appel.region)
        json.texte(*appel.region);
    else
        json.nul();
    json.membre("fuseau", appel.fuseau.name());
    json.membre("empreinte", appel.empreinte);
    ecrire_validite(json, appel.validite);
    json.membre("etat", core::name_of(etat_au(appel, instant)));
    ecrire_fenetres(json, appel, instant);
}

void ecrire_versions(EcrivainJson& json, const programme::AppelCharge& charge) {
    json.cle("versions");
    json.ouvrir_liste();
    for (const auto& version : charge.versions) {
        json.ouvrir_objet();
        json.membre("de", version.appel.fuseau.text(version.de));
        json.membre("a", version.appel.fuseau.text(version.a));
        json.membre("empreinte", version.appel.empreinte);
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
        json.membre("chemin", ligne.chemin);
        json.membre("valeur", ligne.texte);
        ecrire_source(json, ligne.source);
        json.membre("couche", ligne.couche);
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
        json.membre("nom", option.nom);
        json.membre("question", option.question);
        json.membre("choisie", option.choisie);
        json.membre("possibles", option.possibles);
        ecrire_source(json, option.source);
        json.membre("couche", option.couche);
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
        json.membre("etat", core::name_of(regle.etat));
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
    json.membre("le", instant.utc_text());
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
