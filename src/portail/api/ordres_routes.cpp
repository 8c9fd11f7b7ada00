// Routes of payment orders: what waits, the order made once, its files, what the bank did of it.
#include "portail/api/acte_de_convention.hpp"
#include "portail/api/comites_lus.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/conventions_json.hpp"
#include "portail/api/ordres_json.hpp"
#include "portail/convention/coordonnees.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

http::Response lire_ceux_qui_attendent(Visite& visite) {
    return http::Response::json(visite.base.read([&](storage::Reader& db) {
        return candidats_json(ordre::qui_attendent(db, demandeur(visite)));
    }));
}

http::Response lister(Visite& visite) {
    return http::Response::json(visite.base.read([&](storage::Reader& db) {
        return ordres_json(ordre::lister_pour(db, demandeur(visite)));
    }));
}

http::Response montrer(Visite& visite) {
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return ordre::lire(db, demandeur(visite), visite.requete.path("id"));
    });
    if (!lu) return refuser(visite, lu.error());
    auto reponse = http::Response::json(ordre_json(*lu));
    reponse.fields.push_back({"ETag", etag(lu->version())});
    return reponse;
}

http::Response refuser_l_acte(const Visite& visite, const ActeDeConvention& acte,
                              const core::Refusal& refus) {
    const auto objet = std::string{acte.genre} + ":" + std::string{visite.qui().acteur.guichet()};
    teleservice::noter_le_refus(visite.base, demandeur(visite), {acte.nom, objet, refus.code});
    return refuser(visite, refus);
}

// The password is asked before the key is looked at: no answer of an order without it.
http::Response emettre(Visite& visite) {
    const ActeDeConvention acte{"ordre.emettre", "guichet"};
    const auto corps = CorpsDeComite::lire(visite.requete.body);
    if (!corps)
        return refuser(
            visite, corps.error().code == "comite.forme"
                        ? core::refuse(core::Reason::invalid, "ordre.forme", corps.error().detail)
                        : corps.error());
    if (corps->est_une_liste("mot_de_passe"))
        return refuser(visite, core::refuse(core::Reason::invalid, "ordre.forme", "mot_de_passe"));
    const auto juste = ordre::confirmer(visite.moyens, demandeur(visite),
                                        secret::Secret{corps->texte("mot_de_passe")});
    if (!juste) return refuser_l_acte(visite, acte, juste.error());
    const auto voulus = corps->liste("versements");
    std::string demande;
    for (const auto& un : voulus) demande.append(un).append("\n");
    const auto fait =
        une_fois(visite, demande, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto emis = ordre::emettre(db, demandeur(visite), voulus, visite.moyens.coffre);
            if (!emis) return emis.error();
            return ReponseGardee{201, ordre_json(*emis)};
        });
    return fait ? repondre(visite, fait) : refuser_l_acte(visite, acte, fait.error());
}

http::Response repondre_de_la_banque(const Teleservice& service, Visite& visite,
                                     const Corps& corps) {
    const auto vue = version_visee(visite.requete);
    if (!vue) return refuser(visite, vue.error());
    return agir(visite, {"ordre.repondre", "ordre"},
                [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                    const auto note =
                        ordre::noter_la_reponse(db, demandeur(visite),
                                                {.ordre = visite.requete.path("id"),
                                                 .versement = corps.texte("versement"),
                                                 .sort = corps.texte("sort"),
                                                 .motif = corps.texte("motif"),
                                                 .vue = *vue},
                                                moyens_de(service, visite));
                    if (!note) return note.error();
                    return ReponseGardee{201, ordre_json(*note)};
                });
}

http::Response fichier(Visite& visite, std::string_view format) {
    auto pris = visite.base.write([&](storage::Writer& db) {
        return ordre::prendre(db, demandeur(visite), {visite.requete.path("id"), format},
                              visite.moyens.coffre);
    });
    if (!pris) {
        const auto objet = "ordre:" + std::string{visite.requete.path("id")};
        teleservice::noter_le_refus(visite.base, demandeur(visite),
                                    {"ordre.remettre", objet, pris.error().code});
        return refuser(visite, pris.error());
    }
    return {.content_type = pris->format == ordre::Format::xml
                                ? "application/xml"
                                : "text/csv; charset=utf-8; header=present",
            .body = std::move(pris->octets),
            .fields = {{"Content-Disposition", "attachment; filename=\"" + pris->nom + "\""}}};
}

http::Response confirmer_les_coordonnees(Visite& visite, const Corps& corps) {
    const auto id = visite.requete.path("id");
    const auto confirmees = convention::confirmer_les_coordonnees(
        visite.moyens, demandeur(visite), id, secret::Secret{corps.texte("mot_de_passe")});
    if (!confirmees) {
        teleservice::noter_le_refus(
            visite.base, demandeur(visite),
            {"coordonnees.confirmer", "convention:" + std::string{id}, confirmees.error().code});
        return refuser(visite, confirmees.error());
    }
    auto reponse = http::Response::json(coordonnees_json(*confirmees));
    reponse.status = 201;
    return reponse;
}

}  // namespace

void add_ordres_routes(http::Routes& routes, const Teleservice& service) {
    const Lignes ajout{routes, service.comptes, std::size_t{64} * 1024};  // a thousand payments
    ajout.lecture(Permission::ordre_lire, "/api/versements-a-ordonner",
                  "Les versements validés qu'aucun ordre n'a pris, et ce qui en retient",
                  lire_ceux_qui_attendent);
    ajout.lecture(Permission::ordre_lire, "/api/ordres-paiement", "Les ordres de paiement", lister);
    ajout.poste(Permission::ordre_emettre, "/api/ordres-paiement",
                "Émettre un ordre : versements (tous ceux qui sont prêts à défaut), mot_de_passe",
                emettre);
    ajout.lecture(Permission::ordre_lire, "/api/ordres-paiement/{id}",
                  "Un ordre de paiement : lignes, fichiers et leurs empreintes, réponses", montrer);
    ajout.poste(Permission::ordre_emettre, "/api/ordres-paiement/{id}/reponses",
                "Noter ce que la banque a fait d'une ligne, ou de toutes celles qui attendent : "
                "sort execute ou rejete, motif d'un rejet",
                avec_corps({"versement", "sort", "motif"}, [&](Visite& visite, const Corps& corps) {
                    return repondre_de_la_banque(service, visite, corps);
                }));
    ajout.poste(Permission::convention_signer,
                "/api/conventions/{id}/coordonnees-bancaires/confirmation",
                "Confirmer le compte qui a changé depuis la validation d'un versement",
                avec_corps({"mot_de_passe"}, confirmer_les_coordonnees));
    struct Adresse {
        std::string_view chemin, resume, format, repond;
    };
    constexpr std::string_view xml = "Le fichier d'un ordre, ISO 20022 pain.001.001.09",
                               csv = "Le même ordre en tableau";
    for (const auto& [chemin, resume, format, repond] :
         {Adresse{"/api/ordres-paiement/{id}/ordre.xml", xml, "xml", "application/xml"},
          Adresse{"/api/ordres-paiement/{id}/ordre.csv", csv, "csv", "text/csv"},
          Adresse{"/ordres/{id}/ordre.xml", xml, "xml", "application/xml"},
          Adresse{"/ordres/{id}/ordre.csv", csv, "csv", "text/csv"}})
        garde::ajouter(routes, service.comptes,
                       {.methode = Method::get,
                        .chemin = chemin,
                        .resume = resume,
                        .permission = Permission::ordre_emettre,
                        .action = [format](Visite& visite) { return fichier(visite, format); },
                        .repond = repond});
}

}  // namespace grappe::api
