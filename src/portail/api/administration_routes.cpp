// What an administrator does to a dossier, each act with its reason; and becoming its porteur.
#include "portail/administration/correction.hpp"
#include "portail/administration/delais.hpp"
#include "portail/administration/recherche.hpp"
#include "portail/administration/remplacement.hpp"
#include "portail/administration/reouverture.hpp"
#include "portail/api/administration_json.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/dossiers_json.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/membres/noeuds.hpp"
#include "portail/teleservice/succession.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using administration::Demande;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

Demande demande_de(const Visite& visite, const Corps& corps) {
    return {visite.requete.path("id"), corps.texte("motif")};
}

// Once for each key; `faire` answers the JSON of what was done.
template <class Faire>
http::Response agir(const Visite& visite, Faire faire) {
    return repondre(visite, une_fois(visite, visite.requete.body,
                                     [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                         auto fait = faire(db);
                                         if (!fait) return fait.error();
                                         return ReponseGardee{201, *std::move(fait)};
                                     }));
}

template <class T, class Ecrire>
core::Result<std::string> en_json(const core::Result<T>& fait, Ecrire ecrire) {
    if (!fait) return fait.error();
    return ecrire(*fait);
}

http::Response rouvrir(const Teleservice& service, Visite& visite, const Corps& corps) {
    return agir(visite, [&](storage::Writer& db) {
        return en_json(administration::rouvrir(db, demandeur(visite), demande_de(visite, corps),
                                               moyens_de(service, visite)),
                       resume_json);
    });
}

http::Response amender(const Teleservice& service, Visite& visite, const Corps& corps) {
    return agir(visite, [&](storage::Writer& db) {
        return en_json(
            administration::ouvrir_a_la_modification(
                db, demandeur(visite), {demande_de(visite, corps), corps.texte("jusqu_au")},
                moyens_de(service, visite)),
            resume_json);
    });
}

// Acts whose answer is their row.
template <class Faire>
http::Response intervenir(const Teleservice& service, Visite& visite, Faire faire) {
    return agir(visite, [&](storage::Writer& db) {
        return en_json(faire(db, moyens_de(service, visite)), [&](const auto& intervention) {
            return intervention_json(intervention, service.portail.phrases);
        });
    });
}

http::Response prolonger(const Teleservice& service, Visite& visite, const Corps& corps) {
    return intervenir(service, visite, [&](storage::Writer& db, const auto& moyens) {
        return administration::prolonger(
            db, demandeur(visite), {demande_de(visite, corps), corps.texte("jusqu_au")}, moyens);
    });
}

http::Response reporter(const Teleservice& service, Visite& visite, const Corps& corps) {
    return intervenir(service, visite, [&](storage::Writer& db, const auto& moyens) {
        return administration::reporter(db, demandeur(visite),
                                        {.demande = demande_de(visite, corps),
                                         .numero = visite.requete.path("demande"),
                                         .echeance = corps.texte("echeance")},
                                        moyens);
    });
}

http::Response confier(const Teleservice& service, Visite& visite, const Corps& corps) {
    return intervenir(service, visite, [&](storage::Writer& db, const auto& moyens) {
        return administration::remplacer_le_porteur(
            db, demandeur(visite), {demande_de(visite, corps), corps.texte("courriel")}, moyens);
    });
}

http::Response remplacer(const Teleservice& service, Visite& visite, const Corps& corps) {
    return agir(visite, [&](storage::Writer& db) {
        return en_json(administration::remplacer_un_membre(db, demandeur(visite),
                                                           {.demande = demande_de(visite, corps),
                                                            .membre = visite.requete.path("membre"),
                                                            .courriel = corps.texte("courriel")},
                                                           moyens_de(service, visite)),
                       [](const membres::Membre& membre) {
                           return R"({"id":")" + membre.id + R"(","finess_ej":")" +
                                  membre.finess_ej.text() + R"("})";
                       });
    });
}

// A text, a number or a boolean, as its JSON says it; what holds other values is none.
std::optional<std::string> valeur_de(std::string_view corps) {
    const auto lu = dossier::lire_arbre(corps);
    if (!lu.arbre) return std::nullopt;
    const auto* valeur = membres::enfant(*lu.arbre, lu.arbre->noeuds.front(), "valeur");
    using enum dossier::Noeud::Genre;
    if (!valeur || valeur->genre == objet || valeur->genre == liste) return std::nullopt;
    return valeur->genre == nul ? std::string{"null"} : std::string{valeur->texte};
}

http::Response corriger(const Teleservice& service, Visite& visite, const Corps& corps) {
    const auto valeur = valeur_de(visite.requete.body);
    if (!valeur)
        return refuser(visite, core::refuse(core::Reason::invalid, "administration.sans_valeur"));
    return intervenir(service, visite, [&](storage::Writer& db, const auto& moyens) {
        return administration::corriger(
            db, demandeur(visite), {demande_de(visite, corps), {corps.texte("chemin"), *valeur}},
            moyens);
    });
}

http::Response accepter(const Teleservice& service, Visite& visite, const Corps& corps) {
    return agir(visite, [&](storage::Writer& db) {
        return en_json(teleservice::accepter_la_succession(
                           db, demandeur(visite), {visite.requete.path("id"), corps.texte("jeton")},
                           moyens_de(service, visite)),
                       resume_json);
    });
}

http::Response chercher(Visite& visite) {
    const auto q = visite.requete.query("q").value_or("");
    const auto trouves = visite.base.read(
        [&](storage::Reader& db) { return administration::chercher(db, demandeur(visite), q); });
    return trouves ? http::Response::json(trouves_json(*trouves))
                   : refuser(visite, trouves.error());
}

http::Response situation(const Teleservice& service, Visite& visite) {
    const auto lue = visite.base.read([&](storage::Reader& db) {
        return administration::situation(db, demandeur(visite), visite.requete.path("id"));
    });
    return lue ? http::Response::json(situation_json(*lue, service.portail.phrases))
               : refuser(visite, lue.error());
}

http::Response champs(Visite& visite) {
    const auto lus = visite.base.read([&](storage::Reader& db) {
        return administration::champs_corrigeables(db, demandeur(visite),
                                                   visite.requete.path("id"));
    });
    const auto chemin = visite.requete.query("chemin").value_or("");
    return lus ? http::Response::json(champs_json(*lus, chemin)) : refuser(visite, lus.error());
}

struct Ajout {
    http::Routes& routes;
    const Teleservice& service;

    using Acte = http::Response (*)(const Teleservice&, Visite&, const Corps&);

    void poste(std::string_view chemin, std::string_view resume,
               std::vector<std::string_view> attendus, Acte acte) const {
        const auto& ici = service;
        auto action = avec_corps(
            std::move(attendus),
            [&ici, acte](Visite& visite, const Corps& corps) { return acte(ici, visite, corps); });
        garde::ajouter(routes, service.comptes,
                       ligne_gardee(Permission::dossier_corriger,
                                    ligne_json(Method::post, chemin, resume, std::move(action))));
    }
    void lecture(std::string_view chemin, std::string_view resume, garde::Action action,
                 std::vector<http::QueryLine> parametres) const {
        garde::ajouter(routes, service.comptes,
                       {.methode = Method::get,
                        .chemin = chemin,
                        .resume = resume,
                        .permission = Permission::dossier_corriger,
                        .action = std::move(action),
                        .parametres = std::move(parametres)});
    }
};

void ajouter_les_actes(const Ajout& ajout) {
    ajout.poste("/api/dossiers/{id}/reouverture",
                "Rouvrir un dossier retiré, ou jugé par erreur, avec un motif", {"motif"}, rouvrir);
    ajout.poste("/api/dossiers/{id}/amendement",
                "Ouvrir un dossier déposé à la modification jusqu'à un jour, avec un motif",
                {"jusqu_au", "motif"}, amender);
    ajout.poste("/api/dossiers/{id}/prolongation",
                "Prolonger le délai de dépôt d'un dossier, avec un motif", {"jusqu_au", "motif"},
                prolonger);
    ajout.poste("/api/dossiers/{id}/demandes/{demande}/echeance",
                "Reporter l'échéance d'une demande de compléments, avec un motif",
                {"echeance", "motif"}, reporter);
    ajout.poste("/api/dossiers/{id}/membres/{membre}/remplacement",
                "Inviter une autre personne à parler pour un membre, avec un motif",
                {"courriel", "motif"}, remplacer);
    ajout.poste("/api/dossiers/{id}/porteur",
                "Confier un dossier à une autre personne, avec un motif", {"courriel", "motif"},
                confier);
    ajout.poste(
        "/api/dossiers/{id}/corrections",
        "Corriger un champ d'un dossier déposé, à côté de la version déposée, avec un motif",
        {"chemin", "motif"}, corriger);
}

}  // namespace

void add_administration_routes(http::Routes& routes, const Teleservice& service) {
    const Ajout ajout{routes, service};
    ajouter_les_actes(ajout);
    ajout.lecture("/api/administration/dossiers",
                  "Trouver un dossier par son numéro, son identifiant ou le courriel du porteur",
                  chercher, {{"q", "numéro de récépissé, identifiant ou courriel"}});
    ajout.lecture("/api/administration/dossiers/{id}",
                  "À qui est un dossier, où il en est, ce qu'un administrateur y a fait",
                  [&service](Visite& visite) { return situation(service, visite); }, {});
    ajout.lecture("/api/administration/dossiers/{id}/champs",
                  "Les champs qu'un administrateur peut corriger, et la valeur d'un seul", champs,
                  {{"chemin", "le champ dont la valeur est lue"}});
    garde::ajouter(
        routes, service.comptes,
        ligne_gardee(
            Permission::dossier_creer,
            ligne_json(Method::post, "/api/dossiers/{id}/succession",
                       "Devenir le porteur d'un dossier que l'administrateur confie",
                       avec_corps({"jeton"}, [&service](Visite& visite, const Corps& corps) {
                           return accepter(service, visite, corps);
                       }))));
}

}  // namespace grappe::api
