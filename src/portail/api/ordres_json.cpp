// Writing of payment orders. No account is ever written: its last four characters are.
#include "portail/api/ordres_json.hpp"

#include "portail/api/objet_json.hpp"

namespace grappe::api {
namespace {

using core::name_of;
using rendu::EcrivainJson;

// What a line and a payment that waits say alike.
template <class Paiement>
void ecrire_le_paiement(EcrivainJson& json, const Paiement& un) {
    json.membre("versement", un.versement);
    json.membre("convention", un.convention);
    json.membre("dossier", un.dossier);
    json.membre("numero", un.numero);
    json.membre("porteur", un.porteur);
    json.membre("objet", name_of(un.objet));
    json.membre("montant", un.montant);
}

void ecrire_la_ligne(EcrivainJson& json, const ordre::Ligne& ligne) {
    json.membre("rang", ligne.rang);
    ecrire_le_paiement(json, ligne);
    json.membre("fin", ligne.fin);
    ou_nul(json, "sort", ligne.sort);
    json.membre("motif", ligne.motif);
    ou_nul(json, "note_le", ligne.note_le);
}

}  // namespace

std::string ordre_json(const ordre::Ordre& ordre) {
    return objet([&](EcrivainJson& json) {
        json.membre("id", ordre.id);
        json.membre("reference", ordre.reference());
        json.membre("guichet", ordre.guichet);
        json.membre("version", ordre.version());
        json.membre("emis_le", ordre.emis_le.utc_text());
        json.membre("total", ordre.total());
        json.membre("execute", ordre.total(ordre::Sort::execute));
        json.membre("rejete", ordre.total(ordre::Sort::rejete));
        liste(json, "lignes", ordre.lignes,
              [&](const ordre::Ligne& une) { ecrire_la_ligne(json, une); });
        liste(json, "fichiers", ordre.fichiers, [&](const ordre::Fichier& un) {
            json.membre("format", name_of(un.format));
            json.membre("sha256", un.empreinte);
            json.membre("taille", un.taille);
        });
        liste(json, "remises", ordre.remises, [&](const ordre::Remise& une) {
            json.membre("format", name_of(une.format));
            json.membre("remis_le", une.remis_le.utc_text());
        });
    });
}

std::string ordres_json(const std::vector<ordre::Resume>& ordres) {
    return objet([&](EcrivainJson& json) {
        liste(json, "ordres", ordres, [&](const ordre::Resume& un) {
            json.membre("id", un.id);
            json.membre("reference", ordre::reference(un.guichet, un.numero));
            json.membre("guichet", un.guichet);
            json.membre("emis_le", un.emis_le.utc_text());
            json.membre("total", un.total);
            json.membre("lignes", un.lignes);
            json.membre("executees", un.executees);
            json.membre("rejetees", un.rejetees);
        });
    });
}

std::string candidats_json(const std::vector<ordre::Candidat>& candidats) {
    return objet([&](EcrivainJson& json) {
        liste(json, "versements", candidats, [&](const ordre::Candidat& un) {
            ecrire_le_paiement(json, un);
            json.membre("valide_le", un.valide_le.utc_text());
            ou_nul(json, "fin", un.compte == 0 ? std::nullopt : std::optional{un.fin});
            ou_nul(json, "obstacle", ordre::obstacle(un));
        });
    });
}

}  // namespace grappe::api
