// Writing of a call.
#include "portail/api/appel_json.hpp"

#include <algorithm>

namespace grappe::api {
namespace {

using programme::Appel, programme::Fenetre;

void ecrire_texte(rendu::EcrivainJson& json, std::string_view cle, std::string_view texte) {
    json.cle(cle);
    texte.empty() ? json.nul() : json.texte(texte);
}

void ecrire_source(rendu::EcrivainJson& json, const rules::Source& source) {
    json.cle("source");
    json.ouvrir_objet();
    ecrire_texte(json, "document", source.document);
    if (!source.section.empty()) ecrire_texte(json, "section", source.section);
    json.fermer_objet();
}

bool est_ouverte(const Fenetre& fenetre, core::Instant maintenant) {
    return fenetre.ouvre_le <= maintenant && maintenant < fenetre.ferme_le;
}

template <class E>
void ecrire_noms(rendu::EcrivainJson& json, std::string_view cle, const std::vector<E>& valeurs) {
    json.cle(cle);
    json.ouvrir_liste();
    for (const auto valeur : valeurs) json.texte(core::name_of(valeur));
    json.fermer_liste();
}

void ecrire_fenetre(rendu::EcrivainJson& json, const Fenetre& fenetre, const Appel& appel,
                    core::Instant maintenant) {
    json.ouvrir_objet();
    ecrire_texte(json, "id", fenetre.id);
    ecrire_noms(json, "portees", fenetre.portees);
    ecrire_noms(json, "natures", fenetre.natures);
    ecrire_texte(json, "ouvre_le", appel.fuseau.text(fenetre.ouvre_le));
    ecrire_texte(json, "ferme_le", appel.fuseau.text(fenetre.ferme_le));
    if (fenetre.tolere_des)
        ecrire_texte(json, "tolere_des", appel.fuseau.text(*fenetre.tolere_des));
    json.cle("ouverte");
    json.booleen(est_ouverte(fenetre, maintenant));
    ecrire_texte(json, "comite", fenetre.comite);
    ecrire_source(json, fenetre.source);
    json.fermer_objet();
}

// `null` where the call gives no date: the text was searched and is silent.
void ecrire_fenetres(rendu::EcrivainJson& json, const Appel& appel, core::Instant maintenant) {
    json.cle("fenetres");
    if (!appel.fenetres.definie()) return json.nul();
    json.ouvrir_liste();
    for (const auto& fenetre : *appel.fenetres) ecrire_fenetre(json, fenetre, appel, maintenant);
    json.fermer_liste();
}

void ecrire_entete(rendu::EcrivainJson& json, const Appel& appel, core::Instant maintenant) {
    const auto ouverte = [&](const Fenetre& fenetre) { return est_ouverte(fenetre, maintenant); };
    ecrire_texte(json, "id", appel.id);
    ecrire_texte(json, "titre", appel.titre);
    ecrire_texte(json, "region", appel.region.value_or(""));
    ecrire_texte(json, "fuseau", appel.fuseau.name());
    ecrire_texte(json, "regles", appel.empreinte);
    json.cle("ouvert");
    json.booleen(appel.fenetres.definie() &&
                 std::any_of(appel.fenetres->begin(), appel.fenetres->end(), ouverte));
    ecrire_fenetres(json, appel, maintenant);
}

void ecrire_options(rendu::EcrivainJson& json, const Appel& appel) {
    json.cle("options");
    json.ouvrir_liste();
    for (const auto& option : appel.options) {
        json.ouvrir_objet();
        ecrire_texte(json, "nom", option.nom);
        ecrire_texte(json, "question", option.question);
        ecrire_texte(json, "choisie", option.choisie);
        json.membre("possibles", option.possibles);
        ecrire_source(json, option.source);
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire_valeurs(rendu::EcrivainJson& json, const Appel& appel) {
    json.cle("valeurs");
    json.ouvrir_liste();
    for (const auto& valeur : appel.valeurs) {
        json.ouvrir_objet();
        ecrire_texte(json, "chemin", valeur.chemin);
        ecrire_texte(json, "valeur", valeur.texte);
        ecrire_texte(json, "couche", valeur.couche);
        ecrire_source(json, valeur.source);
        json.fermer_objet();
    }
    json.fermer_liste();
}

}  // namespace

void ecrire_resume(rendu::EcrivainJson& json, const Appel& appel, core::Instant maintenant) {
    json.ouvrir_objet();
    ecrire_entete(json, appel, maintenant);
    json.fermer_objet();
}

void ecrire_appel(rendu::EcrivainJson& json, const Appel& appel, core::Instant maintenant) {
    json.ouvrir_objet();
    ecrire_entete(json, appel, maintenant);
    ecrire_texte(json, "base_legale", appel.base_legale);
    ecrire_texte(json, "maintenant", maintenant.utc_text());
    ecrire_options(json, appel);
    ecrire_valeurs(json, appel);
    json.fermer_objet();
}

}  // namespace grappe::api
