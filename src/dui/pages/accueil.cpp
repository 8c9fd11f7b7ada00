// Home, and the page of a refusal.
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "web/page/entourage.hpp"

namespace grappe::dui {
namespace {

using page::Vue;

http::Response accueil(const Services& services) {
    return repondre(
        services,
        {.gabarit = "accueil", .titre = dire(services, "dui.pages.titre.accueil"), .rubrique = "/"},
        {{"fictives", services.donnees == Donnees::fictives}});
}

http::Response refus(const Services& services, const http::Refused& refuse) {
    const auto dit = page::refus_dit(services.phrases, refuse.status, refuse.code);
    auto reponse =
        repondre(services, {.gabarit = "refus", .titre = dit.titre},
                 {{"phrase", dit.phrase},
                  {"suite", dit.suite},
                  {"liens", Vue::Liste{vue_du_lien(services, "/", "page.commun.accueil")}}});
    reponse.status = refuse.status;
    return reponse;
}

}  // namespace

core::Result<page::Gabarits> charger_les_gabarits(const std::filesystem::path& racine,
                                                  const rules::Phrases& phrases) {
    return page::Gabarits::charger({racine / "modeles/dui", racine / "modeles/commun"}, phrases);
}

void ajouter_pages(const Services& services) {
    services.routes.add({.method = http::Method::get,
                         .path = "/",
                         .summary = "Accueil",
                         .handler = [&](const http::Request&) { return accueil(services); },
                         .answers = "text/html",
                         .permission = http::everybody});
    ajouter_indicateurs(services);
    ajouter_indicateur(services);
    ajouter_tbb(services);
    ajouter_dossier(services);
    ajouter_preuve(services);
    services.routes.refusal_page(
        [&](const http::Request&, const http::Refused& refuse) { return refus(services, refuse); });
}

}  // namespace grappe::dui
