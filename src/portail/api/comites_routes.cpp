// Routes of committees: convocation, scenarios, what is said of a dossier, results; and of the
// envelopes that they draw from.
#include "portail/api/comites.hpp"
#include "portail/api/comites_json.hpp"
#include "portail/api/comites_lus.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/comite/moyens_du_guichet.hpp"
#include "portail/comite/proces_verbal.hpp"
#include "portail/comite/proposition_gardee.hpp"
#include "portail/teleservice/refus_dit.hpp"
#include "web/http/fields.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

// The committee of the path, and the version that the request names.
core::Result<comite::Vise> vise(const Visite& visite) {
    const auto visee = version_visee(visite.requete);
    if (!visee) return visee.error();
    return comite::Vise{visite.requete.path("id"), *visee};
}

bool est_un_acces_refuse(const core::Refusal& refus) {
    return refus.code == "comite.inconnu" || refus.code == "comite.interdit" ||
           refus.code == "comite.interet";
}

core::Result<ReponseGardee> agir(const Visite& visite, std::string_view acte,
                                 const Travail& travail) {
    auto fait = une_fois(visite, visite.requete.body, travail);
    if (!fait && est_un_acces_refuse(fait.error()))
        comite::noter_le_refus(visite.base, demandeur(visite),
                               {acte, visite.requete.path("id"), fait.error()});
    return fait;
}

// One act on the committee of the path, whose body is a JSON object.
template <class Faire>
http::Response ecrire(const Visite& visite, std::string_view acte, Faire faire) {
    const auto corps = CorpsDeComite::lire(visite.requete.body);
    if (!corps) return refuser(visite, corps.error());
    const auto cible = vise(visite);
    if (!cible) return refuser(visite, cible.error());
    return repondre(visite,
                    agir(visite, acte, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                        auto fait = faire(db, *corps, *cible);
                        if (!fait) return fait.error();
                        return ReponseGardee{201, *std::move(fait)};
                    }));
}

http::Response convoquer(const Teleservice& service, Visite& visite) {
    const auto corps = CorpsDeComite::lire(visite.requete.body, {"enveloppe"});
    if (!corps) return refuser(visite, corps.error());
    return repondre(visite, une_fois(visite, visite.requete.body,
                                     [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                         const auto appel = corps->texte("appel");
                                         const auto fenetre = corps->texte("fenetre");
                                         const auto tenu_le = corps->texte("tenu_le");
                                         const auto montant = corps->texte("enveloppe");
                                         const auto cree =
                                             comite::convoquer(db, demandeur(visite),
                                                               {.appel = appel,
                                                                .fenetre = fenetre,
                                                                .tenu_le = tenu_le,
                                                                .enveloppe = montant,
                                                                .quorum = corps->entier("quorum")},
                                                               moyens_de(service, visite));
                                         if (!cree) return cree.error();
                                         return ReponseGardee{201, comite_json(*cree)};
                                     }));
}

http::Response lister(Visite& visite) {
    const auto comites = visite.base.read(
        [&](storage::Reader& db) { return comite::lister(db, demandeur(visite)); });
    return http::Response::json(comites_json(comites));
}

http::Response refuser_la_lecture(const Visite& visite, const core::Refusal& refus) {
    if (est_un_acces_refuse(refus))
        comite::noter_le_refus(visite.base, demandeur(visite),
                               {"comite.lire", visite.requete.path("id"), refus});
    return refuser(visite, refus);
}

http::Response montrer(const Teleservice& service, Visite& visite) {
    const auto vue = visite.base.read([&](storage::Reader& db) {
        return comite::voir(db, demandeur(visite), visite.requete.path("id"),
                            moyens_de(service, visite));
    });
    if (!vue) return refuser_la_lecture(visite, vue.error());
    auto reponse = http::Response::json(vue_json({*vue, visite.comptes.phrases}));
    reponse.fields.push_back({"ETag", etag(vue->comite.version)});
    return reponse;
}

struct Etudiee {
    const comite::Vise& vise;
    const comite::Preparee& preparee;
    const comite::Etude& etude;
};

http::Response dessiner(const Teleservice& service, Visite& visite) {
    return ecrire(
        visite, "comite.scenario",
        [&](storage::Writer& db, const CorpsDeComite& corps,
            const comite::Vise& cible) -> core::Result<std::string> {
            const auto moyens = moyens_de(service, visite);
            const auto nom = corps.texte("nom");
            const auto ecrit = comite::ecrire(db, demandeur(visite),
                                              {.vise = cible,
                                               .nom = nom,
                                               .retenus = corps.liste("retenus"),
                                               .choisi = corps.vrai("choisi")},
                                              moyens.regles);
            if (!ecrit) return ecrit.error();
            const auto comite = *comite::trouver(db, cible.comite);
            return scenario_json(
                {*ecrit,
                 comite::total(comite::candidats(db, comite, moyens.regles), ecrit->retenus),
                 comite::a_repartir(db, comite), comite.version});
        });
}

// Kept among the proposals of the committee, and as the scenario of that name.
core::Result<ReponseGardee> garder_l_etude(storage::Writer& db, const Teleservice& service,
                                           const Visite& visite, const Etudiee& etudiee) {
    const auto& [cible, preparee, etude] = etudiee;
    const auto& phrases = visite.comptes.phrases;
    const auto gardee = comite::garder(
        db, demandeur(visite), cible, comite::decrire(demandeur(visite), preparee, etude, phrases));
    if (!gardee) return gardee.error();
    int scenario = 0;
    if (gardee->proposee()) {
        const auto nom = phrases.rendre("comite.proposition", {});
        const auto ecrit = comite::garder_en_scenario(
            db, demandeur(visite), {.vise = cible, .numero = gardee->numero, .nom = nom},
            service.portail.moyens);
        if (!ecrit) return ecrit.error();
        scenario = ecrit->numero;
    }
    return ReponseGardee{201, etude_json({preparee, etude, phrases, gardee->numero, scenario})};
}

// Computed before anything is written, and outside of any transaction: nobody waits for it.
http::Response proposer(const Comites& comites, Visite& visite) {
    const auto& service = comites.service;
    const auto enonce = lire_contraintes(visite.requete.body);
    if (!enonce) return refuser(visite, enonce.error());
    const auto cible = vise(visite);
    if (!cible) return refuser(visite, cible.error());
    const auto avant = deja_fait(visite, visite.requete.body);
    if (!avant) return refuser(visite, avant.error());
    if (*avant) return repondre(visite, **avant);
    std::vector<comite::FauteDEnonce> fautes;
    const auto preparee = visite.base.read([&](storage::Reader& db) {
        return comite::preparer(db, demandeur(visite), {*cible, *enonce, &fautes},
                                service.portail.moyens);
    });
    if (!fautes.empty()) return reprocher_tout(visite, fautes);
    if (!preparee) return refuser_la_lecture(visite, preparee.error());
    const auto etude = comites.calculs.etudier(*preparee);
    if (!etude) return refuser(visite, etude.error());
    return repondre(visite, agir(visite, "comite.proposition", [&](storage::Writer& db) {
                        return garder_l_etude(db, service, visite, {*cible, *preparee, *etude});
                    }));
}

http::Response opiner(const Teleservice& service, Visite& visite) {
    return ecrire(visite, "comite.avis",
                  [&](storage::Writer& db, const CorpsDeComite& corps,
                      const comite::Vise& cible) -> core::Result<std::string> {
                      const auto dossier = corps.texte("dossier");
                      const auto sens = corps.texte("avis");
                      const auto recommandations = corps.texte("recommandations");
                      const auto motif = corps.texte("motif");
                      const auto rendu = comite::opiner(db, demandeur(visite),
                                                        {.vise = cible,
                                                         .dossier = dossier,
                                                         .sens = sens,
                                                         .recommandations = recommandations,
                                                         .motif = motif,
                                                         .rang = corps.entier("rang")},
                                                        service.portail.moyens);
                      if (!rendu) return rendu.error();
                      return avis_json(*rendu);
                  });
}

http::Response voter(const Teleservice& service, Visite& visite) {
    return ecrire(visite, "comite.vote",
                  [&](storage::Writer& db, const CorpsDeComite& corps,
                      const comite::Vise& cible) -> core::Result<std::string> {
                      const auto dossier = corps.texte("dossier");
                      const auto sens = corps.texte("avis");
                      const auto rendu = comite::voter(
                          db, demandeur(visite), {.vise = cible, .dossier = dossier, .sens = sens},
                          service.portail.moyens);
                      if (!rendu) return rendu.error();
                      return vote_json(*rendu);
                  });
}

http::Response declarer(Visite& visite) {
    return ecrire(visite, "comite.interet",
                  [&](storage::Writer& db, const CorpsDeComite& corps,
                      const comite::Vise& cible) -> core::Result<std::string> {
                      const auto organisme = corps.texte("organisme");
                      const auto motif = corps.texte("motif");
                      const auto declare =
                          comite::declarer(db, demandeur(visite),
                                           {.vise = cible, .organisme = organisme, .motif = motif});
                      if (!declare) return declare.error();
                      return interet_json(*declare);
                  });
}

http::Response relever(const Teleservice& service, Visite& visite) {
    return ecrire(visite, "comite.point",
                  [&](storage::Writer& db, const CorpsDeComite& corps,
                      const comite::Vise& cible) -> core::Result<std::string> {
                      const auto dossier = corps.texte("dossier");
                      const auto critere = corps.texte("critere");
                      const auto constat = corps.texte("constat");
                      const auto texte = corps.texte("texte");
                      const auto releve = comite::relever(db, demandeur(visite),
                                                          {.vise = cible,
                                                           .dossier = dossier,
                                                           .critere = critere,
                                                           .constat = constat,
                                                           .texte = texte},
                                                          service.portail.moyens);
                      if (!releve) return releve.error();
                      return point_json(*releve);
                  });
}

http::Response apercevoir(const Teleservice& service, Visite& visite) {
    const auto publication = visite.base.read([&](storage::Reader& db) {
        return comite::apercevoir(db, demandeur(visite), visite.requete.path("id"),
                                  moyens_de(service, visite));
    });
    if (!publication) return refuser_la_lecture(visite, publication.error());
    return http::Response::json(publication_json(*publication));
}

http::Response proces_verbal(const Teleservice& service, Visite& visite) {
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return comite::proces_verbal(db, demandeur(visite), visite.requete.path("id"),
                                     moyens_de(service, visite));
    });
    if (!lu) return refuser_la_lecture(visite, lu.error());
    return http::Response::json(proces_verbal_json(lu->paragraphes));
}

// 409, and each thing that holds the results back.
http::Response empeche(const Visite& visite, const std::vector<comite::Empechement>& empechements) {
    http::Problem dit{
        .status = 409,
        .code = "comite.empeche",
        .title = visite.comptes.phrases.rendre(
            "comite.empeche", {{"nombre", static_cast<std::int64_t>(empechements.size())}})};
    for (const auto& un : empechements)
        dit.fautes.push_back({.chemin = un.objet, .code = un.code, .message = un.phrase});
    return http::problem(dit);
}

http::Response notifier(const Teleservice& service, Visite& visite) {
    const auto cible = vise(visite);
    if (!cible) return refuser(visite, cible.error());
    std::vector<comite::Empechement> empechements;
    const auto fait =
        agir(visite, "resultat.notifier", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            auto publication =
                comite::notifier(db, demandeur(visite), *cible, moyens_de(service, visite));
            if (!publication) return publication.error();
            empechements = publication->empechements;
            if (!empechements.empty())
                return core::refuse(core::Reason::conflict, "comite.empeche");
            return ReponseGardee{201, publication_json(*publication)};
        });
    if (!fait && !empechements.empty()) return empeche(visite, empechements);
    return repondre(visite, fait);
}

http::Response lire_l_enveloppe(Visite& visite) {
    const auto livre = visite.base.read([&](storage::Reader& db) {
        return comite::lire_le_livre(db, demandeur(visite), visite.requete.path("appel"));
    });
    if (!livre) return refuser(visite, livre.error());
    return http::Response::json(livre_json({livre->enveloppe, livre->ecritures, livre->soldes}));
}

http::Response mouvoir(const Teleservice& service, Visite& visite) {
    const auto corps = CorpsDeComite::lire(visite.requete.body, {"montant"});
    if (!corps) return refuser(visite, corps.error());
    const auto genre = corps->texte("genre"), montant = corps->texte("montant"),
               vers = corps->texte("vers"), appel_vers = corps->texte("appel_vers"),
               motif = corps->texte("motif");
    return repondre(visite, une_fois(visite, visite.requete.body,
                                     [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                         const auto ecrite = comite::mouvoir(
                                             db, demandeur(visite),
                                             {.appel = visite.requete.path("appel"),
                                              .genre = genre,
                                              .montant = montant,
                                              .vers = vers,
                                              .appel_vers = appel_vers,
                                              .motif = motif},
                                             {service.portail.referentiels.territoires,
                                              service.portail.appels});
                                         if (!ecrite) return ecrite.error();
                                         return ReponseGardee{201, ecriture_json(*ecrite)};
                                     }));
}

http::Response importer(const Teleservice& service, Visite& visite) {
    const auto lignes =
        lire_portefeuille(visite.requete.body, service.portail.referentiels.territoires);
    if (!lignes) return refuser(visite, lignes.error());
    return repondre(
        visite,
        une_fois(visite, visite.requete.body,
                 [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                     const auto gardees =
                         comite::importer_le_portefeuille(db, demandeur(visite), *lignes);
                     if (!gardees) return gardees.error();
                     return ReponseGardee{201, "{\"lignes\":" + std::to_string(*gardees) + "}"};
                 }));
}

constexpr std::size_t corps_max = std::size_t{1024} * 1024;

}  // namespace

void add_comites_routes(http::Routes& routes, const Comites& comites) {
    const auto& service = comites.service;
    const Lignes ajout{routes, service.comptes, corps_max};
    const auto avec = [&](auto faire) {
        return [&service, faire](Visite& visite) { return faire(service, visite); };
    };
    ajout.poste(Permission::comite_preparer, "/api/comites",
                "Convoquer un comité : appel, fenetre, tenu_le, enveloppe, quorum",
                avec(convoquer));
    ajout.lecture(Permission::avis_rendre, "/api/comites", "Les comités de son guichet", lister);
    ajout.lecture(Permission::avis_rendre, "/api/comites/{id}",
                  "Un comité : dossiers recevables, équilibres, scénarios, avis", avec(montrer));
    ajout.poste(Permission::comite_preparer, "/api/comites/{id}/scenarios",
                "Écrire un scénario : nom, retenus ; choisi s'il est suivi", avec(dessiner));
    ajout.poste(Permission::comite_preparer, "/api/comites/{id}/proposition",
                "Calculer la meilleure sélection sous les règles énoncées : contraintes",
                [comites](Visite& visite) { return proposer(comites, visite); });
    ajout.poste(
        Permission::avis_rendre, "/api/comites/{id}/avis",
        "Écrire l'avis du comité : dossier, avis, recommandations, motif ; rang en liste d'attente",
        avec(opiner));
    ajout.poste(Permission::avis_rendre, "/api/comites/{id}/votes",
                "Voter sur un dossier : dossier, avis", avec(voter));
    ajout.poste(Permission::avis_rendre, "/api/comites/{id}/interets",
                "Déclarer un intérêt dans un organisme : organisme, motif", declarer);
    ajout.poste(Permission::avis_rendre, "/api/comites/{id}/points",
                "Relever un point d'attention : dossier, critere, constat, texte", avec(relever));
    ajout.lecture(Permission::resultat_notifier, "/api/comites/{id}/notification",
                  "Ce que publierait un comité, et ce qui l'empêche", avec(apercevoir));
    ajout.poste(Permission::resultat_notifier, "/api/comites/{id}/notification",
                "Publier tous les résultats d'un comité au même instant", avec(notifier));
    ajout.lecture(Permission::resultat_notifier, "/api/comites/{id}/proces-verbal",
                  "Le procès-verbal d'un comité, tel que ses actes le disent", avec(proces_verbal));
    ajout.lecture(Permission::comite_preparer, "/api/enveloppes/{appel}",
                  "L'enveloppe d'un appel à son guichet : soldes et mouvements", lire_l_enveloppe);
    ajout.poste(Permission::comite_preparer, "/api/enveloppes/{appel}/mouvements",
                "Abonder une enveloppe ou en céder une part : genre, montant, vers, motif",
                avec(mouvoir));
    ajout.poste(Permission::comite_preparer, "/api/portefeuille",
                "Dire ce que le guichet a financé avant ce portail : source, lignes",
                avec(importer));
    add_attente_routes(ajout);
}

}  // namespace grappe::api
