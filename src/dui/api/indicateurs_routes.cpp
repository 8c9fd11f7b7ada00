// Indicators of the establishments that one may read: figures, one of them explained, what to do.
#include "core/ensure.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/api/question.hpp"
#include "dui/explication/tbb.hpp"

namespace grappe::dui {
namespace {

using explication::Etude;
using explication::Expose;
using garde::Visite;

using Repondre = std::function<http::Response(MesureLue&)>;

// The answer to the measure that is asked for, or its refusal.
http::Response repondre(const Api& api, Visite& visite, const Question& question,
                        const Repondre& dire) {
    if (auto refusee = question.refusee()) return *std::move(refusee);
    auto mesuree = mesurer(api.mesureur, visite.base, visite.qui().acteur, question.mesure());
    if (!mesuree) return refuser(visite, mesuree.error(), {});
    auto lue = std::move(mesuree).value();
    return dire(lue);
}

http::Response ensemble(const Api& api, Visite& visite) {
    return repondre(api, visite, {api, visite}, [&](MesureLue& lue) {
        relever_les_semaines(lue, api.mesureur);
        const auto prevision = [&](usage::Indicateur un) { return lue.prevision(un); };
        return http::Response::json(explication::en_json(explication::Ensemble{
            .comptes = lue.comptes, .lecture = lue.lecture, .prevision = prevision}));
    });
}

http::Response tbb(const Api& api, Visite& visite) {
    return repondre(api, visite, {api, visite}, [&](const MesureLue& lue) {
        return http::Response::json(
            explication::en_json(indicateur::tableau(lue.comptes, lue.lecture),
                                 {.logiciel = api.logiciel,
                                  .version = api.version,
                                  .regle = api.mesureur.regle.version(),
                                  .produit_le = api.mesureur.maintenant()}));
    });
}

// What is told of the one establishment that is asked for; of several, none is guessed.
struct Recit {
    std::function<Expose(const Etude&, const MesureLue&)> exposer;
    std::function<std::string(const Expose&, const MesureLue&)> ecrire;
};

http::Response raconter(const Api& api, Visite& visite, const MesureLue& lue, const Recit& recit) {
    if (lue.comptes.empty())
        return refuser(visite, core::refuse(core::Reason::not_found, "dui.aucun_etablissement"),
                       {});
    if (lue.comptes.size() != 1)
        return refuser(visite, core::refuse(core::Reason::invalid, "dui.un_etablissement"),
                       "finess");
    const auto& finess = lue.comptes.front().finess_et;
    const auto lus = explication::dossiers_lus(lue.colonnes, finess, lue.acte, lue.lecture.fenetre);
    core::ensure(lus.has_value(), "an establishment that was counted");
    const Etude etude{*lus, lue.lecture};
    auto expose = recit.exposer(etude, lue);
    expose.finess_et = finess;
    expose.regle = api.mesureur.regle.version();
    acces::consigner_une_liste(visite.base, {visite.qui().acteur.compte, api.mesureur.maintenant()},
                               {finess, lus->size()});
    return http::Response::json(recit.ecrire(expose, lue));
}

http::Response un_indicateur(const Api& api, Visite& visite) {
    const std::string code{visite.requete.path("code")};
    const auto indicateur = core::named<usage::Indicateur>(code);
    if (!indicateur)
        return refuser(visite,
                       core::refuse(core::Reason::not_found, "dui.indicateur_inconnu", code), {});
    Question question{api, visite};
    const auto feuillet = question.feuillet();
    const Recit recit{.exposer =
                          [&](const Etude& etude, const MesureLue& lue) {
                              return explication::exposer(etude, {*indicateur}, lue.releves);
                          },
                      .ecrire =
                          [&](const Expose& expose, const MesureLue& lue) {
                              return explication::en_json(expose, lue.lecture, feuillet);
                          }};
    return repondre(api, visite, question, [&](MesureLue& lue) {
        relever_les_semaines(lue, api.mesureur);
        return raconter(api, visite, lue, recit);
    });
}

Expose ce_qu_il_reste_a_faire(const Etude& etude, const MesureLue&) {
    Expose expose;
    expose.plan = explication::planifier(etude);
    return expose;
}

std::string en_entier(const Expose& expose, const MesureLue& lue) {
    return explication::en_json(expose, lue.lecture);
}

http::Response plan(const Api& api, Visite& visite) {
    return repondre(api, visite, {api, visite}, [&](const MesureLue& lue) {
        return raconter(api, visite, lue, {ce_qu_il_reste_a_faire, en_entier});
    });
}

using Action = http::Response (*)(const Api&, Visite&);

}  // namespace

void ajouter_routes_des_indicateurs(const Api& api) {
    const auto lire = [&](std::string_view chemin, std::string_view resume, Action action,
                          std::vector<http::QueryLine> parametres) {
        garde::ajouter(api.routes, api.comptes,
                       {.methode = http::Method::get,
                        .chemin = chemin,
                        .resume = resume,
                        .permission = access::Permission::indicateur_lire,
                        .action = [&api, action](Visite& visite) { return action(api, visite); },
                        .parametres = parametres_de_mesure(std::move(parametres))});
    };
    const http::QueryLine un_ou_tous{"finess",
                                     "Un établissement ; à défaut, tous ceux que l'on lit"};
    const http::QueryLine un_seul{"finess",
                                  "L'établissement ; à défaut, le seul que l'on lit s'il est seul"};
    lire("/api/indicateurs", "Indicateurs d'usage, sous les trois lectures, avec leur prévision",
         ensemble, {un_ou_tous});
    lire("/api/indicateurs/{code}",
         "Un indicateur expliqué : qui compte, qui ne compte pas et pourquoi, par page",
         un_indicateur,
         {un_seul,
          {"place", "manque, compte ou hors ; toutes à défaut"},
          {"motif", "Motif d'un dossier qui ne compte pas"},
          {"page", "Numéro de la page, à partir de 1"},
          {"taille", "Dossiers par page, de 1 à 1000 ; 100 à défaut"}});
    lire("/api/plan", "Ce qu'il suffit de faire pour atteindre toutes les cibles", plan, {un_seul});
    lire("/api/tbb", "Tableau de bord TBB.1", tbb, {un_ou_tous});
}

}  // namespace grappe::dui
