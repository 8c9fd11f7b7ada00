// GET /api/tableau: the public figures of the programme, one line a figure.
#include "portail/api/api.hpp"
#include "portail/api/objet_json.hpp"
#include "portail/compteurs/chiffres.hpp"
#include "portail/compteurs/compteurs_tenus.hpp"

namespace grappe::api {
namespace {

using compteurs::Chiffre, compteurs::Cible;

void ecrire_la_cible(rendu::EcrivainJson& json, std::string_view compteur, const Cible& cible) {
    json.ouvrir_objet();
    json.membre("compteur", compteur);
    json.membre("valeur", cible.valeur);
    ou_nul(json, "echeance", cible.echeance ? std::optional{cible.echeance->text()} : std::nullopt);
    json.membre("source", cible.source);
    json.fermer_objet();
}

void ecrire_le_chiffre(rendu::EcrivainJson& json, const Chiffre& chiffre) {
    const auto& [valeur, unites, jours] = chiffre.grandeur;
    json.membre("axe", core::name_of(chiffre.axe));
    json.membre("code", chiffre.code);
    json.membre("ensemble", chiffre.ensemble);
    json.membre("compteur", chiffre.compteur);
    json.membre("valeur", chiffre.valeur());
    json.membre("unite", core::name_of(chiffre.unite));
    json.membre("provient_de", static_cast<std::int64_t>(unites));
    ou_nul(json, "mesure_du", jours ? std::optional{jours->premier.text()} : std::nullopt);
    ou_nul(json, "mesure_au", jours ? std::optional{jours->dernier.text()} : std::nullopt);
}

std::string tableau_json(const compteurs::Publies& publies, const compteurs::Cibles& cibles) {
    return objet([&](rendu::EcrivainJson& json) {
        json.membre("calcule_le", publies.au.utc_text());
        json.membre("retard_au_plus", std::int64_t{compteurs::au_plus_vieux.count()});
        json.membre("licence", "Licence Ouverte 2.0");
        json.cle("cibles");
        json.ouvrir_liste();
        ecrire_la_cible(json, "dui_verifies", cibles.dui_actifs);
        ecrire_la_cible(json, "etablissements", cibles.etablissements);
        json.fermer_liste();
        json.membre("regles", std::vector<std::string>{publies.compteurs->regles.begin(),
                                                       publies.compteurs->regles.end()});
        liste(json, "chiffres", compteurs::chiffres(*publies.compteurs),
              [&](const Chiffre& chiffre) { ecrire_le_chiffre(json, chiffre); });
    });
}

}  // namespace

void add_compteurs_routes(http::Routes& routes, compteurs::CompteursTenus& compteurs) {
    const auto rendu = std::make_shared<compteurs::RenduTenu>();
    routes.get("/api/tableau", "Les chiffres publics du programme",
               [&compteurs, rendu](const http::Request&) {
                   const auto publies = compteurs.a_jour();
                   return http::Response::json(rendu->de(
                       publies, [&] { return tableau_json(*publies, compteurs.cibles()); }));
               });
}

}  // namespace grappe::api
