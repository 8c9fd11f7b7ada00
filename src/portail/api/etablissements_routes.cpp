// GET /api/etablissements: search of the register, and one establishment.
#include <charconv>

#include "portail/api/api.hpp"
#include "portail/api/reponses.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using referentiels::Etablissement;

constexpr std::size_t limite_max = 100;
constexpr std::size_t texte_max = 200;

// Places of life: sometimes a private home. The register has no address of theirs; this is the
// second lock.
constexpr std::string_view lieu_de_vie = "462";

struct Ecriture {
    const socle::Portail& portail;
    core::Date aujourdhui;
    rendu::EcrivainJson json;
};

core::Date aujourdhui(const socle::Portail& portail) {
    return core::Zone::parse("Europe/Paris").value().day_of(portail.maintenant());
}

void ecrire_texte(Ecriture& ecriture, std::string_view cle, std::string_view texte) {
    ecriture.json.cle(cle);
    texte.empty() ? ecriture.json.nul() : ecriture.json.texte(texte);
}

void ecrire_secteur(Ecriture& ecriture, const Etablissement& etablissement) {
    const auto* categorie = ecriture.portail.referentiels.categories.find(etablissement.categorie);
    const bool connu = categorie && categorie->secteur;
    ecrire_texte(ecriture, "secteur", connu ? core::name_of(*categorie->secteur) : "");
}

void ecrire_entete(Ecriture& ecriture, const Etablissement& etablissement) {
    ecrire_texte(ecriture, "finess_et", etablissement.finess_et.text());
    ecrire_texte(ecriture, "finess_ej", etablissement.finess_ej);
    ecrire_texte(ecriture, "raison_sociale", etablissement.raison_sociale);
    ecrire_texte(ecriture, "categorie", etablissement.categorie);
    ecrire_texte(ecriture, "libelle_categorie", etablissement.libelle_categorie);
    ecrire_secteur(ecriture, etablissement);
    ecrire_texte(ecriture, "commune", etablissement.commune);
    ecrire_texte(ecriture, "departement", etablissement.departement);
    ecrire_texte(ecriture, "region", etablissement.region);
    ecriture.json.cle("ouvert");
    ecriture.json.booleen(!etablissement.ferme_le || *etablissement.ferme_le > ecriture.aujourdhui);
}

void ecrire_date(Ecriture& ecriture, std::string_view cle, const std::optional<core::Date>& date) {
    ecrire_texte(ecriture, cle, date ? date->text() : std::string{});
}

void ecrire_lieu(Ecriture& ecriture, const Etablissement& etablissement) {
    if (etablissement.categorie == lieu_de_vie) return;
    ecrire_texte(ecriture, "adresse", etablissement.adresse);
    ecrire_texte(ecriture, "code_postal", etablissement.code_postal);
    if (!etablissement.latitude_e6 || !etablissement.longitude_e6) return;
    ecriture.json.cle("latitude_e6");
    ecriture.json.entier(*etablissement.latitude_e6);
    ecriture.json.cle("longitude_e6");
    ecriture.json.entier(*etablissement.longitude_e6);
}

http::Response rendre(const socle::Portail& portail, const Etablissement& etablissement) {
    std::string corps;
    Ecriture ecriture{portail, aujourdhui(portail), rendu::EcrivainJson{corps}};
    ecriture.json.ouvrir_objet();
    ecrire_entete(ecriture, etablissement);
    ecrire_texte(ecriture, "siret", etablissement.siret);
    ecrire_date(ecriture, "ouvert_le", etablissement.ouvert_le);
    ecrire_date(ecriture, "ferme_le", etablissement.ferme_le);
    ecrire_lieu(ecriture, etablissement);
    ecrire_texte(ecriture, "registre_au", portail.registre.date().text());
    ecriture.json.fermer_objet();
    return http::Response::json(std::move(corps));
}

http::Response rendre(const socle::Portail& portail, const referentiels::Trouvailles& trouvailles) {
    std::string corps;
    corps.reserve(512 * (1 + trouvailles.etablissements.size()));
    Ecriture ecriture{portail, aujourdhui(portail), rendu::EcrivainJson{corps}};
    auto& json = ecriture.json;
    json.ouvrir_objet();
    json.cle("resultats");
    json.ouvrir_liste();
    for (const auto* trouve : trouvailles.etablissements) {
        json.ouvrir_objet();
        ecrire_entete(ecriture, *trouve);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.cle("total");
    json.entier(static_cast<std::int64_t>(trouvailles.total));
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

std::optional<std::size_t> lire_limite(std::string_view texte) {
    std::size_t limite = 0;
    const auto [fin, erreur] = std::from_chars(texte.begin(), texte.end(), limite);
    if (erreur != std::errc{} || fin != texte.end()) return std::nullopt;
    if (limite < 1 || limite > limite_max) return std::nullopt;
    return limite;
}

http::Response chercher(const socle::Portail& portail, const http::Request& request) {
    const auto critere = [&](std::string_view nom) {
        return std::string{request.query(nom).value_or("")};
    };
    referentiels::Recherche recherche{.texte = critere("q"),
                                      .categorie = critere("categorie"),
                                      .region = critere("region"),
                                      .departement = critere("departement")};
    if (recherche.texte.size() > texte_max)
        return refus_du_champ(portail.phrases, "api.recherche_trop_longue", {"q", ""});
    if (const auto texte = request.query("limite")) {
        const auto limite = lire_limite(*texte);
        if (!limite) return refus_du_champ(portail.phrases, "api.limite", {"limite", *texte});
        recherche.limite = *limite;
    }
    return rendre(portail, portail.registre.chercher(recherche));
}

http::Response montrer(const socle::Portail& portail, const http::Request& request) {
    const auto* trouve = portail.registre.find(request.path("finess_et"));
    if (!trouve) return refus(portail.phrases, 404, "api.etablissement_inconnu");
    return rendre(portail, *trouve);
}

}  // namespace

void add_etablissements_routes(http::Routes& routes, const socle::Portail& portail) {
    routes.add(
        {.method = http::Method::get,
         .path = "/api/etablissements",
         .summary = "Recherche dans le registre FINESS, en cours de frappe",
         .handler = [&](const http::Request& request) { return chercher(portail, request); },
         .query = {
             {"q",
              "Débuts de mots du nom ou de la commune, catégorie, territoire, numéro, code postal"},
             {"categorie", "Code de catégorie FINESS"},
             {"region", "Code officiel géographique de la région"},
             {"departement", "Code officiel géographique du département"},
             {"limite", "Nombre de réponses, de 1 à 100 ; 20 à défaut"}}});
    routes.get("/api/etablissements/{finess_et}", "Un établissement du registre",
               [&](const http::Request& request) { return montrer(portail, request); });
}

}  // namespace grappe::api
