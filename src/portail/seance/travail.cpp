// /bureau/comites/{id}: the workspace of one committee, and each act of its page.
#include "core/integer.hpp"
#include "core/texte.hpp"
#include "portail/comite/comite_repository.hpp"
#include "portail/comite/notification.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/seance/seance.hpp"

namespace grappe::seance {
namespace {

using access::Permission;
using garde::Visite;
using page::Formulaire;
using reception::demandeur;

http::Response montrer(const Seances& seances, Visite& visite, const Suite& suite, int statut) {
    const auto vue = visite.base.read([&](storage::Reader& db) {
        return comite::voir(db, demandeur(visite), visite.requete.path("id"),
                            moyens_de(seances, visite));
    });
    if (!vue) return refuser(seances, visite, vue.error());
    const Fil fil{seances, visite, {{}}};
    auto reponse = pages::repondre(seances.services,
                                   {.gabarit = "seance_comite",
                                    .titre = titre_du_comite(seances, vue->comite),
                                    .rubrique = "/bureau",
                                    .fil = fil.etapes()},
                                   vue_du_comite(seances, visite, *vue, suite));
    reponse.status = statut;
    return reponse;
}

std::string adresse_de(const Visite& visite, std::string_view ancre) {
    return "/bureau/comites/" + std::string{visite.requete.path("id")} + std::string{ancre};
}

constexpr std::string_view ancre_de_l_avis = "#d-";  // then the dossier

template <class Faire>
http::Response agir(const Seances& seances, Visite& visite, std::string_view ancre, Faire faire) {
    const auto saisie = garde::lire_envoi(visite);
    const auto fait = visite.base.write([&](storage::Writer& db) { return faire(db, saisie); });
    const bool un_avis = ancre == ancre_de_l_avis;
    if (fait)
        return http::Response::see_other(adresse_de(visite, ancre) +
                                         std::string{un_avis ? saisie.valeur("dossier") : ""});
    const auto& refus = fait.error();
    if (refus.reason == core::Reason::not_found || refus.code == "comite.interdit")
        return refuser(seances, visite, refus);
    Suite suite{.faute = dire(seances, refus)};
    if (un_avis)
        suite.avis = {.dossier = std::string{saisie.valeur("dossier")},
                      .avis = std::string{saisie.valeur("avis")},
                      .recommandations = std::string{saisie.valeur("recommandations")},
                      .motif = std::string{saisie.valeur("motif")},
                      .rang = std::string{saisie.valeur("rang")}};
    return montrer(seances, visite, suite, garde::statut_de(refus.reason));
}

// What is no number is a rank that nothing has.
std::optional<std::int64_t> rang_de(const Formulaire& saisie) {
    const auto dit = core::trimmed(saisie.valeur("rang"));
    if (dit.empty()) return std::nullopt;
    return core::integer<std::int64_t>(dit).value_or(0);
}

http::Response opiner(const Seances& seances, Visite& visite) {
    return agir(seances, visite, ancre_de_l_avis,
                [&](storage::Writer& db, const Formulaire& saisie) {
                    return comite::opiner(db, demandeur(visite),
                                          {.vise = {visite.requete.path("id")},
                                           .dossier = saisie.valeur("dossier"),
                                           .sens = saisie.valeur("avis"),
                                           .recommandations = saisie.valeur("recommandations"),
                                           .motif = saisie.valeur("motif"),
                                           .rang = rang_de(saisie)},
                                          seances.portail.moyens);
                });
}

http::Response voter(const Seances& seances, Visite& visite) {
    return agir(seances, visite, "#dossiers", [&](storage::Writer& db, const Formulaire& saisie) {
        return comite::voter(db, demandeur(visite),
                             {.vise = {visite.requete.path("id")},
                              .dossier = saisie.valeur("dossier"),
                              .sens = saisie.valeur("avis")},
                             seances.portail.moyens);
    });
}

http::Response relever(const Seances& seances, Visite& visite) {
    return agir(seances, visite, "#dossiers", [&](storage::Writer& db, const Formulaire& saisie) {
        return comite::relever(db, demandeur(visite),
                               {.vise = {visite.requete.path("id")},
                                .dossier = saisie.valeur("dossier"),
                                .critere = saisie.valeur("critere"),
                                .constat = saisie.valeur("constat"),
                                .texte = saisie.valeur("texte")},
                               seances.portail.moyens);
    });
}

http::Response dessiner(const Seances& seances, Visite& visite) {
    return agir(seances, visite, "#scenarios", [&](storage::Writer& db, const Formulaire& saisie) {
        comite::NouveauScenario nouveau{.vise = {visite.requete.path("id")},
                                        .nom = saisie.valeur("nom"),
                                        .retenus = {},
                                        .choisi = saisie.valeur("choisi") == "oui"};
        for (const auto dossier : saisie.valeurs("dossier")) nouveau.retenus.emplace_back(dossier);
        return comite::ecrire(db, demandeur(visite), nouveau, seances.portail.moyens);
    });
}

http::Response declarer(const Seances& seances, Visite& visite) {
    return agir(seances, visite, "#interets", [&](storage::Writer& db, const Formulaire& saisie) {
        return comite::declarer(db, demandeur(visite),
                                {.vise = {visite.requete.path("id")},
                                 .organisme = saisie.valeur("organisme"),
                                 .motif = saisie.valeur("motif")});
    });
}

// All the letters at once, or what holds them back.
http::Response notifier(const Seances& seances, Visite& visite) {
    std::vector<std::string> empechements;
    auto reponse = agir(seances, visite, "", [&](storage::Writer& db, const Formulaire&) {
        auto publication = comite::notifier(db, demandeur(visite), {visite.requete.path("id")},
                                            moyens_de(seances, visite));
        if (publication)
            for (const auto& un : publication->empechements) empechements.push_back(un.phrase);
        return publication;
    });
    if (empechements.empty()) return reponse;
    return montrer(seances, visite, {.faute = {}, .empechements = std::move(empechements)}, 409);
}

page::Vue vue_du_resultat(const Seances& seances, const std::map<std::string, std::string>& numeros,
                          const comite::Resultat& resultat) {
    const bool paye = resultat.montant && comite::retient(resultat.sens);
    return {{"dossier", resultat.dossier},
            {"numero", numeros.at(resultat.dossier)},
            {"avis", pages::dire(seances.services,
                                 "comite.sens." + std::string{core::name_of(resultat.sens)})},
            {"montant", paye ? euros(*resultat.montant) : std::string{}},
            {"rang", resultat.rang ? std::to_string(*resultat.rang) : std::string{}},
            {"texte", resultat.motif.empty() ? resultat.recommandations : resultat.motif}};
}

// What would be published: each dossier with its opinion and the words of its letter.
http::Response apercevoir(const Seances& seances, Visite& visite) {
    page::Vue::Liste resultats, empechements;
    const auto publication = visite.base.read([&](storage::Reader& db) {
        auto lue = comite::apercevoir(db, demandeur(visite), visite.requete.path("id"),
                                      moyens_de(seances, visite));
        if (!lue) return lue;
        const auto numeros = comite::numeros_du_guichet(db, visite.qui().acteur.guichet());
        for (const auto& resultat : lue->resultats)
            resultats.push_back(vue_du_resultat(seances, numeros, resultat));
        return lue;
    });
    if (!publication) return refuser(seances, visite, publication.error());
    for (const auto& un : publication->empechements)
        empechements.push_back(page::Vue{{"phrase", un.phrase}});
    const bool possible = empechements.empty();
    const Fil fil{seances, visite, {{}}};
    return pages::repondre(seances.services,
                           {.gabarit = "seance_publication",
                            .titre = pages::dire(seances.services, "seance.titre.publication"),
                            .rubrique = "/bureau",
                            .fil = fil.etapes()},
                           page::Vue{{"csrf", visite.qui().csrf},
                                     {"id", std::string{visite.requete.path("id")}},
                                     {"possible", possible},
                                     {"resultats", std::move(resultats)},
                                     {"empechements", std::move(empechements)}});
}

}  // namespace

void ajouter_travail(const Seances& seances) {
    using Acte = http::Response (*)(const Seances&, Visite&);
    const auto envoi = [&](std::string_view chemin, std::string_view resume, Permission permission,
                           Acte acte) {
        ajouter_envoi(seances, {.chemin = chemin,
                                .resume = resume,
                                .permission = permission,
                                .action = [&seances, acte](Visite& visite) {
                                    return acte(seances, visite);
                                }});
    };
    ajouter_lecture(seances,
                    {.chemin = "/bureau/comites/{id}",
                     .resume = "L'espace de travail d'un comité",
                     .permission = Permission::avis_rendre,
                     .action = [&](Visite& visite) { return montrer(seances, visite, {}, 200); }});
    ajouter_lecture(seances,
                    {.chemin = "/bureau/comites/{id}/publication",
                     .resume = "Les résultats d'un comité, avant de les publier",
                     .permission = Permission::resultat_notifier,
                     .action = [&](Visite& visite) { return apercevoir(seances, visite); }});
    envoi("/bureau/comites/{id}/avis", "Écrire l'avis du comité", Permission::avis_rendre, opiner);
    envoi("/bureau/comites/{id}/votes", "Voter sur un dossier", Permission::avis_rendre, voter);
    envoi("/bureau/comites/{id}/points", "Relever un point d'attention", Permission::avis_rendre,
          relever);
    envoi("/bureau/comites/{id}/interets", "Déclarer un intérêt", Permission::avis_rendre,
          declarer);
    envoi("/bureau/comites/{id}/scenarios", "Écrire un scénario", Permission::comite_preparer,
          dessiner);
    envoi("/bureau/comites/{id}/publication", "Publier les résultats",
          Permission::resultat_notifier, notifier);
}

}  // namespace grappe::seance
