// A proposal as JSON: the set, its proof, and each sentence that explains it.
#include "portail/api/comites_json.hpp"
#include "portail/api/objet_json.hpp"

namespace grappe::api {
namespace {

using rendu::EcrivainJson;

void ecrire_effets(EcrivainJson& json, const EtudeAEcrire& a_ecrire) {
    const auto& [preparee, etude, phrases, numero, scenario] = a_ecrire;
    json.cle("effets");
    json.ouvrir_liste();
    for (const auto& effet : etude.effets) {
        json.ouvrir_objet();
        json.membre("regle", proposition::nommer(phrases, preparee.dite, effet.regle));
        json.membre("connu", effet.connu);
        json.membre("active", effet.active);
        json.membre("points", effet.points);
        json.membre("montant", effet.montant);
        json.membre("phrase", proposition::dire(phrases, preparee.dite, effet));
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire_entrees(EcrivainJson& json, const EtudeAEcrire& a_ecrire) {
    json.cle("entrees");
    json.ouvrir_liste();
    for (const auto& entree : a_ecrire.etude.entrees) {
        json.ouvrir_objet();
        json.membre("numero", entree.numero);
        ou_nul(json, "points", entree.points);
        json.membre("phrase", proposition::dire(a_ecrire.phrases, entree));
        json.fermer_objet();
    }
    json.fermer_liste();
}

}  // namespace

std::string etude_json(const EtudeAEcrire& a_ecrire) {
    const auto& [preparee, etude, phrases, numero, scenario] = a_ecrire;
    const auto& proposee = etude.proposition;
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.membre("etat", core::name_of(proposee.etat));
    json.membre("preuve", core::name_of(proposee.preuve));
    json.membre("departagee", proposee.departagee);
    json.membre("points", proposee.ensemble.points);
    json.membre("borne", proposee.borne);
    json.membre("montant", proposee.ensemble.total);
    json.membre("retenus", etude.retenus);
    json.membre("phrase", proposition::dire(phrases, proposee));
    ecrire_effets(json, a_ecrire);
    ecrire_entrees(json, a_ecrire);
    json.membre("impossibilite", etude.impossibilite ? proposition::dire(phrases, preparee.dite,
                                                                         *etude.impossibilite)
                                                     : std::vector<std::string>{});
    json.membre("interrompue", etude.interrompue);
    json.membre("numero", numero);
    json.membre("scenario", scenario);
    json.fermer_objet();
    return texte;
}

}  // namespace grappe::api
