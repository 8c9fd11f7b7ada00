// /conventions/scan: the scan of a signed paper, which finds its agreement by its code.
#include "portail/convention/papier.hpp"
#include "portail/conventionnement/convention_page.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/reception/message_recu.hpp"
#include "portail/reception/papier_recu.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/refus_dit.hpp"
#include "web/compte/reprise.hpp"

namespace grappe::conventionnement {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using reception::demandeur;

// What the form shows: as it was typed, or as a link prepared it.
struct Scan {
    std::string code{}, partie{};
    std::string faute{}, champ{};  // the words of a refusal, and the field that it is about
    int statut = 200;
};

std::string_view champ_de(const core::Refusal& refus) {
    if (refus.code.starts_with("piece.") || refus.code.starts_with("antivirus.") ||
        refus.code == "papier.formulaire" || refus.code == "papier.format")
        return "fichier";
    return refus.code.starts_with("papier.code") || refus.code == "papier.autre_code" ? "code"
                                                                                      : "partie";
}

http::Response montrer_le_scan(const Conventions& conventions, Visite& visite, const Scan& scan) {
    const auto& services = conventions.services();
    const auto faute_de = [&](std::string_view champ) {
        return scan.champ == champ ? scan.faute : std::string{};
    };
    auto reponse = pages::repondre(services,
                                   {.gabarit = "convention_scan",
                                    .titre = pages::dire(services, "conventionnement.titre.scan"),
                                    .rubrique = "/bureau",
                                    .fil = fil_des_conventions(services, true)},
                                   Vue{{"csrf", visite.qui().csrf},
                                       {"code", scan.code},
                                       {"du_porteur", scan.partie != "ars"},
                                       {"de_l_ars", scan.partie == "ars"},
                                       {"refusee", !scan.faute.empty()},
                                       {"faute_du_code", faute_de("code")},
                                       {"faute_du_fichier", faute_de("fichier")},
                                       {"faute_de_la_partie", faute_de("partie")}});
    reponse.status = scan.statut;
    return reponse;
}

http::Response deposer(const Conventions& conventions, Visite& visite) {
    const auto& espace = conventions.espace;
    const auto depose = reception::deposer_le_papier(espace.fichiers, espace.portail, visite);
    if (depose)
        return http::Response::see_other(
            "/dossiers/" + depose->dossier.id +
            (depose->papier.avenant == 0 ? "/convention" : "/avenants") + "?fait=papier#fait");
    const auto& refus = depose.error();
    teleservice::noter_le_refus(visite.base, demandeur(visite),
                                {"papier.deposer", "papier", refus.code});
    const auto* recu = visite.requete.sink.get();
    const auto tape = [&](std::string_view champ) {
        return recu != nullptr ? std::string{recu->field(champ)} : std::string{};
    };
    return montrer_le_scan(conventions, visite,
                           {.code = tape("code"),
                            .partie = tape("partie"),
                            .faute = teleservice::dire(refus, conventions.services().phrases),
                            .champ = std::string{champ_de(refus)},
                            .statut = garde::statut_de(refus.reason)});
}

http::Response telecharger(const Conventions& conventions, Visite& visite) {
    auto fichier = reception::rendre_le_papier(conventions.espace.fichiers, visite);
    return fichier ? *std::move(fichier)
                   : espace::refuser(conventions.espace, visite, fichier.error());
}

}  // namespace

void ajouter_les_papiers(const Conventions& conventions) {
    const auto& espace = conventions.espace;
    espace::ajouter_lecture(
        espace, {.chemin = "/conventions/scan",
                 .resume = "Déposer le papier signé d'une convention, numérisé",
                 .permission = Permission::convention_preparer,
                 .action = [&](Visite& visite) {
                     return montrer_le_scan(
                         conventions, visite,
                         {.code = std::string{visite.requete.query("code").value_or("")},
                          .partie = std::string{visite.requete.query("partie").value_or("")}});
                 }});
    garde::ajouter(
        espace.routes, espace.comptes,
        {.methode = http::Method::post,
         .chemin = "/conventions/scan",
         .resume = "Déposer le papier signé d'une convention : il trouve son dossier par son code",
         .permission = Permission::convention_preparer,
         .action = [&](Visite& visite) { return deposer(conventions, visite); },
         .corps_au_plus = reception::formulaire_max,
         .types = {"multipart/form-data", "application/x-www-form-urlencoded"},
         .repond = "text/html",
         .reception = reception::receveur_de_message(espace.fichiers),
         .sans_session =
             [&](Visite& visite) { return compte::rattraper(conventions.espace.site, visite); }});
    espace::ajouter_lecture(
        espace, {.chemin = "/conventions/papiers/{papier}",
                 .resume = "Le papier signé d'une convention, numérisé",
                 .permission = Permission::convention_lire,
                 .action = [&](Visite& visite) { return telecharger(conventions, visite); }});
}

}  // namespace grappe::conventionnement
