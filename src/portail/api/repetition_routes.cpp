// POST of a candidate for the rules of a call, played on the deposited dossiers; the move of
// dossiers to the rules in force.
#include "portail/administration/migration.hpp"
#include "portail/api/administration_json.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/mots.hpp"
#include "portail/api/objet_json.hpp"
#include "portail/api/regles.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/repetition/rendu.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

// As large as the files that a server loads.
constexpr std::size_t candidat_max = std::size_t{1} << 20U;

// Every fault of the file at once, each with its place.
http::Response illisible(const Visite& visite, const programme::Defauts& defauts) {
    const auto& phrases = visite.comptes.phrases;
    constexpr std::string_view code = "repetition.candidat_illisible";
    http::Problem probleme{.status = 422, .code = code, .title = phrases.rendre(code, {})};
    for (const auto& defaut : defauts)
        probleme.fautes.push_back({.chemin = defaut.chemin,
                                   .code = "programme.defaut." + std::string{defaut.code},
                                   .message = programme::phrase(defaut, phrases)});
    return rendre(probleme);
}

http::Response repeter(const Regles& regles, Visite& visite, const Corps& corps) {
    if (const auto admis = repetition::admettre(visite.qui().acteur); !admis)
        return refuser(visite, admis.error());
    const auto candidats = publication::lire_candidat(corps.texte("texte"), regles.versions);
    if (candidats.tous.empty()) return illisible(visite, candidats.defauts);
    const auto& portail = regles.service.portail;
    return http::Response::json(repetition::en_json(repetition::repeter(
        visite.base, candidats.tous.front(), {portail.appels, portail.moyens})));
}

std::string a_migrer_json(const std::vector<administration::AMigrer>& lignes,
                          const rules::Phrases& phrases) {
    return objet([&](auto& json) {
        liste(json, "dossiers", lignes, [&](const administration::AMigrer& une) {
            const auto& replique = une.replique;
            json.membre("dossier", replique.dossier);
            json.membre("numero", replique.numero);
            json.membre("statut", core::name_of(replique.statut));
            json.membre("avant", replique.regles);
            json.membre("apres", replique.regles_apres);
            ou_nul(json, "subvention_avant", replique.avant.total);
            ou_nul(json, "subvention_apres", replique.apres.total);
            json.membre("raisons", replique.raisons);
            json.membre("blocage",
                        une.blocage.empty() ? std::string{} : phrases.rendre(une.blocage, {}));
        });
    });
}

http::Response lister(const Regles& regles, Visite& visite) {
    const auto lignes = visite.base.read([&](storage::Reader& db) {
        return administration::a_migrer(
            db, demandeur(visite), visite.requete.query("appel").value_or(""),
            {regles.service.portail.appels, regles.service.portail.moyens});
    });
    if (!lignes) return refuser(visite, lignes.error());
    return http::Response::json(a_migrer_json(*lignes, visite.comptes.phrases));
}

http::Response migrer(const Regles& regles, Visite& visite, const Corps& corps) {
    const auto& portail = regles.service.portail;
    const auto fait = une_fois(
        visite, visite.requete.body, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto faites = administration::migrer(
                db, demandeur(visite),
                {.appel = corps.texte("appel"),
                 .dossiers = mots(corps.texte("dossiers")),
                 .motif = corps.texte("motif")},
                {{portail.appels, portail.moyens}, moyens_de(regles.service, visite)});
            if (!faites) return faites.error();
            return ReponseGardee{201, objet([&](auto& json) {
                                     json.cle("interventions");
                                     json.brut(interventions_json(*faites, portail.phrases));
                                 })};
        });
    return repondre(visite, fait);
}

}  // namespace

void add_repetition_routes(http::Routes& routes, const Regles& regles) {
    const Lignes candidats{routes, regles.service.comptes, candidat_max};
    candidats.poste(Permission::regles_repeter, "/api/repetitions",
                    "Jouer un appel candidat sur tous les dossiers déposés, sans rien écrire",
                    avec_corps({"texte"}, [&](Visite& visite, const Corps& corps) {
                        return repeter(regles, visite, corps);
                    }));
    garde::ajouter(
        routes, regles.service.comptes,
        {.methode = Method::get,
         .chemin = "/api/regles/migrations",
         .resume = "Les dossiers d'un appel jugés par d'anciennes règles, et ce que leur "
                   "feraient celles en place",
         .permission = Permission::dossier_corriger,
         .action = [&](Visite& visite) { return lister(regles, visite); },
         .parametres = {{"appel", "Identifiant de l'appel"}}});
    candidats.poste(
        Permission::dossier_corriger, "/api/regles/migrations",
        "Faire juger des dossiers par les règles en place, avec motif",
        avec_corps({"appel", "dossiers", "motif"}, [&](Visite& visite, const Corps& corps) {
            return migrer(regles, visite, corps);
        }));
}

}  // namespace grappe::api
