// JSON of an administrator's routes.
#include "portail/api/administration_json.hpp"

#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using administration::DossierTrouve;
using rendu::EcrivainJson;
using teleservice::Intervention;

void ecrire(EcrivainJson& json, const Intervention& une, const rules::Phrases& phrases) {
    json.ouvrir_objet();
    json.membre("numero", une.numero);
    json.membre("genre", core::name_of(une.genre));
    json.membre("objet", une.objet);
    json.membre("avant", une.avant);
    json.membre("apres", une.apres);
    json.cle("jusqu_au");
    une.jusqu_au ? json.texte(une.jusqu_au->utc_text()) : json.nul();
    json.cle("version");
    une.version ? json.entier(*une.version) : json.nul();
    json.membre("phrase", teleservice::phrase_de(une, phrases));
    json.membre("motif", une.motif);
    json.membre("par", une.par);
    json.membre("faite_le", une.faite_le.utc_text());
    json.fermer_objet();
}

void ecrire_les_faits(EcrivainJson& json, const DossierTrouve& trouve) {
    json.membre("id", trouve.dossier.id);
    json.membre("numero", trouve.numero);
    json.membre("nom", trouve.nom);
    json.membre("appel", trouve.dossier.appel);
    json.membre("statut", core::name_of(trouve.dossier.statut));
    json.membre("guichet", trouve.dossier.guichet.value_or(""));
    json.membre("porteur", trouve.courriel);
}

template <class T, class Ecrire>
void ecrire_la_liste(EcrivainJson& json, const std::vector<T>& elements, Ecrire ecrire_un) {
    json.ouvrir_liste();
    for (const auto& element : elements) {
        json.ouvrir_objet();
        ecrire_un(element);
        json.fermer_objet();
    }
    json.fermer_liste();
}

}  // namespace

std::string intervention_json(const Intervention& intervention, const rules::Phrases& phrases) {
    std::string texte;
    EcrivainJson json{texte};
    ecrire(json, intervention, phrases);
    return texte;
}

std::string interventions_json(const std::vector<Intervention>& interventions,
                               const rules::Phrases& phrases) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_liste();
    for (const auto& une : interventions) ecrire(json, une, phrases);
    json.fermer_liste();
    return texte;
}

std::string trouves_json(const std::vector<DossierTrouve>& trouves) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("dossiers");
    ecrire_la_liste(json, trouves, [&](const DossierTrouve& un) { ecrire_les_faits(json, un); });
    json.fermer_objet();
    return texte;
}

std::string situation_json(const administration::Situation& situation,
                           const rules::Phrases& phrases) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire_les_faits(json, situation.trouve);
    json.membre("porteur_attendu", situation.attendu);
    json.cle("ouvert_jusqu_au");
    situation.ouvert_jusqu_au ? json.texte(situation.ouvert_jusqu_au->utc_text()) : json.nul();
    json.cle("membres");
    ecrire_la_liste(json, situation.membres, [&](const membres::Membre& membre) {
        json.membre("id", membre.id);
        json.membre("finess_ej", membre.finess_ej.text());
        json.membre("courriel", membre.courriel.text());
        json.cle("present");
        json.booleen(membre.compte.has_value());
    });
    json.cle("demandes");
    ecrire_la_liste(json, situation.demandes, [&](const instruction::Demande& demande) {
        json.membre("numero", demande.numero);
        json.membre("echeance", demande.echeance.text());
    });
    json.cle("interventions");
    json.brut(interventions_json(situation.interventions, phrases));
    json.fermer_objet();
    return texte;
}

std::string champs_json(const std::vector<administration::Champ>& champs,
                        std::string_view demande) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("champs");
    ecrire_la_liste(json, champs, [&](const administration::Champ& champ) {
        json.membre("chemin", champ.chemin);
        if (champ.chemin == demande) json.membre("valeur", champ.valeur);
    });
    json.fermer_objet();
    return texte;
}

}  // namespace grappe::api
