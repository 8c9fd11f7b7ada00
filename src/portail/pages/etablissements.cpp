// The register: search with a map, and one establishment. Category 462 has no address nor point.
#include <algorithm>
#include <set>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/routes.hpp"

namespace grappe::pages {
namespace {

using page::Vue;
using referentiels::Etablissement;

constexpr std::size_t resultats_au_plus = 60;
constexpr std::string_view lieux_de_vie = "462";

std::string departement(const Services& services, const Etablissement& fiche) {
    const auto* trouve = services.territoires.departement(fiche.departement);
    return trouve ? trouve->nom : fiche.departement;
}

std::string lieu(const Services& services, const Etablissement& fiche) {
    const auto commune =
        fiche.code_postal.empty() ? fiche.commune : fiche.code_postal + " " + fiche.commune;
    const auto nom = departement(services, fiche);
    return commune.empty() ? nom : commune + ", " + nom;
}

std::string ferme(const Services& services, const Etablissement& fiche) {
    if (!fiche.ferme_le) return {};
    return dire(services, "pages.fiche.ferme_le", {{"date", *fiche.ferme_le}});
}

std::string secteur(const Services& services, const Etablissement& fiche) {
    const auto* categorie = services.categories.find(fiche.categorie);
    if (categorie == nullptr || !categorie->secteur) return {};
    return std::string{core::name_of(*categorie->secteur)};
}

void ajouter_repere(std::vector<page::Repere>& reperes, const Etablissement& fiche) {
    if (fiche.categorie == lieux_de_vie || !fiche.latitude_e6 || !fiche.longitude_e6) return;
    reperes.push_back({*fiche.latitude_e6, *fiche.longitude_e6, fiche.finess_et.text(),
                       fiche.raison_sociale, ""});
}

Vue resultat(const Services& services, const Etablissement& fiche) {
    return {{"finess_et", fiche.finess_et.text()}, {"nom", fiche.raison_sociale},
            {"lieu", lieu(services, fiche)},       {"categorie", fiche.libelle_categorie},
            {"ferme", ferme(services, fiche)},     {"secteur", secteur(services, fiche)}};
}

Vue::Liste regions(const Services& services, std::string_view choisie) {
    std::set<std::pair<std::string, std::string>> par_nom;
    for (const auto& departement : services.territoires.departements())
        par_nom.emplace(nom_de_region(services.territoires, departement.region),
                        departement.region);
    Vue::Liste vues;
    for (const auto& [nom, code] : par_nom)
        vues.push_back(Vue{{"code", code}, {"nom", nom}, {"choisi", code == choisie}});
    return vues;
}

std::string compte(const Services& services, const referentiels::Recherche& recherche,
                   const referentiels::Trouvailles& trouvailles) {
    const bool rien_demande =
        recherche.texte.empty() && recherche.categorie.empty() && recherche.region.empty();
    if (rien_demande) return dire(services, "pages.recherche.rien_demande");
    if (trouvailles.total == 0) return dire(services, "pages.recherche.aucun");
    const auto total = static_cast<std::int64_t>(trouvailles.total);
    if (trouvailles.total <= trouvailles.etablissements.size())
        return dire(services, "pages.recherche.tous", {{"total", total}});
    return dire(services, "pages.recherche.premiers",
                {{"total", total},
                 {"montres", static_cast<std::int64_t>(trouvailles.etablissements.size())}});
}

http::Response chercher(const Services& services, const http::Request& requete) {
    const auto critere = [&](std::string_view nom) {
        return std::string{requete.query(nom).value_or("")};
    };
    const referentiels::Recherche recherche{.texte = critere("q"),
                                            .categorie = critere("categorie"),
                                            .region = critere("region"),
                                            .limite = resultats_au_plus};
    const auto trouvailles = services.registre.chercher(recherche);
    Vue::Liste resultats;
    std::vector<page::Repere> reperes;
    for (const auto* fiche : trouvailles.etablissements) {
        resultats.push_back(resultat(services, *fiche));
        ajouter_repere(reperes, *fiche);
    }
    Vue contenu{{"q", recherche.texte},
                {"categorie", recherche.categorie},
                {"regions", regions(services, recherche.region)},
                {"compte", compte(services, recherche, trouvailles)},
                {"resultats", std::move(resultats)},
                {"cartes", vues_des_cartes(services, reperes)}};
    return repondre(services,
                    {.gabarit = "etablissements",
                     .titre = dire(services, "pages.titre.etablissements"),
                     .rubrique = "/etablissements"},
                    std::move(contenu));
}

void ajouter_fait(const Services& services, Vue::Liste& faits, std::string_view nom,
                  const std::string& valeur) {
    if (valeur.empty()) return;
    const bool code = nom == "finess_et" || nom == "finess_ej" || nom == "siret";
    faits.push_back(Vue{{"nom", dire(services, "pages.fiche." + std::string{nom})},
                        {"valeur", valeur},
                        {"code", code},
                        {"copie", code ? valeur : std::string{}}});
}

Vue::Liste faits(const Services& services, const Etablissement& fiche) {
    Vue::Liste vues;
    const bool prive = fiche.categorie == lieux_de_vie;
    ajouter_fait(services, vues, "finess_et", fiche.finess_et.text());
    ajouter_fait(services, vues, "finess_ej", fiche.finess_ej);
    ajouter_fait(services, vues, "siret", fiche.siret);
    ajouter_fait(services, vues, "categorie", fiche.categorie + " – " + fiche.libelle_categorie);
    const auto code = secteur(services, fiche);
    ajouter_fait(services, vues, "secteur",
                 code.empty() ? dire(services, "pages.fiche.hors_programme")
                              : etiquette(services.phrases, "pages.secteur." + code, code));
    if (!prive) ajouter_fait(services, vues, "adresse", fiche.adresse);
    ajouter_fait(services, vues, "commune",
                 prive ? fiche.commune : fiche.code_postal + " " + fiche.commune);
    ajouter_fait(services, vues, "departement", departement(services, fiche));
    ajouter_fait(services, vues, "region", nom_de_region(services.territoires, fiche.region));
    if (fiche.ouvert_le) ajouter_fait(services, vues, "ouvert_le", jour(*fiche.ouvert_le));
    return vues;
}

std::string sans_point(const Services& services, const Etablissement& fiche) {
    if (fiche.categorie == lieux_de_vie) return dire(services, "pages.fiche.lieu_de_vie");
    return fiche.latitude_e6 ? std::string{} : dire(services, "pages.fiche.sans_point");
}

http::Response une_fiche(const http::Routes& routes, const Services& services,
                         const http::Request& requete) {
    const auto* fiche = services.registre.find(requete.path("finess_et"));
    if (fiche == nullptr) return routes.refuse(requete, {404, "http.introuvable"});
    std::vector<page::Repere> reperes;
    ajouter_repere(reperes, *fiche);
    const auto liste = dire(services, "pages.titre.etablissements");
    Vue contenu{{"categorie", fiche->libelle_categorie},
                {"finess_et", fiche->finess_et.text()},
                {"ouvert", !fiche->ferme_le.has_value()},
                {"ferme", ferme(services, *fiche)},
                {"faits", faits(services, *fiche)},
                {"cartes", reperes.empty() ? Vue::Liste{} : vues_des_cartes(services, reperes)},
                {"sans_point", sans_point(services, *fiche)}};
    return repondre(services,
                    {.gabarit = "etablissement",
                     .titre = fiche->raison_sociale,
                     .rubrique = "/etablissements",
                     .fil = {{"/etablissements", liste}}},
                    std::move(contenu));
}

}  // namespace

void ajouter_etablissements(http::Routes& routes, const Services& services) {
    http::Route recherche{
        .method = http::Method::get,
        .path = "/etablissements",
        .summary = "Recherche au registre",
        .handler = [&](const http::Request& requete) { return chercher(services, requete); },
        .query = {{"q", "texte"}, {"region", "code"}, {"categorie", "code"}},
        .answers = "text/html"};
    recherche.permission = http::everybody;
    routes.add(std::move(recherche));
    ajouter_page(
        routes, "/etablissements/{finess_et}", "Un établissement",
        [&](const http::Request& requete) { return une_fiche(routes, services, requete); });
}

}  // namespace grappe::pages
