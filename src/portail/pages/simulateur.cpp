// The simulator: a form that keeps everything typed, an answer beside it, a result to export.
// Nothing is stored: the facts travel in the form.
#include "portail/export/analyse_export.hpp"
#include "portail/pages/apercu_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/collage.hpp"
#include "portail/pages/resultat_vue.hpp"
#include "portail/pages/routes.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

constexpr std::size_t corps_au_plus = std::size_t{16} * 1024 * 1024;

http::Response formulaire(const Services& services, const Etude& etude, const Collage& collage,
                          Fautes fautes) {
    return repondre(
        services,
        {.gabarit = "simulateur",
         .titre = dire(services, "pages.titre.simulateur"),
         .rubrique = "/simulateur"},
        vue_du_formulaire(services, etude, collage, {.fautes = fautes, .lieu = Lieu::simulateur}));
}

http::Response nouveau(const Services& services, const http::Request& requete) {
    Saisie saisie;
    if (const auto appel = requete.query("appel")) saisie.poser("appel", std::string{*appel});
    completer(services, saisie);
    return formulaire(services, etudier(services, std::move(saisie)), {}, Fautes::tues);
}

http::Response resultat(const Services& services, const Etude& etude) {
    const auto simulateur = dire(services, "pages.titre.simulateur");
    return repondre(services,
                    {.gabarit = "resultat",
                     .titre = dire(services, "pages.titre.resultat"),
                     .rubrique = "/simulateur",
                     .fil = {{"/simulateur", simulateur}}},
                    vue_du_resultat(services, etude));
}

// The body of every POST here; a body that is no form is the only one that gives no page.
std::optional<Recu> recu_de(const Services& services, const http::Request& requete) {
    const auto lu = page::lire_formulaire(requete.field("Content-Type"), requete.body);
    if (!lu) return std::nullopt;
    return recevoir(services, *lu);
}

bool est_lu(const Collage& collage) {
    return collage.fautives.empty() && collage.faute_du_fichier.empty();
}

// An exact answer, or the form with its faults when one cannot be given.
bool est_complet(const Etude& etude, const Collage& collage) {
    return etude.verifie && etude.fautes.empty() && est_lu(collage);
}

// Without a SIRET the answer is given all the same, and says what it lacks: no fault of the form.
std::vector<dossier::Faute> fautes_sauf_siret_absent(const Etude& etude) {
    auto fautes = etude.fautes;
    if (etude.siret_suppose && etude.saisie.texte("porteur.siret").empty())
        std::erase_if(fautes, [](const dossier::Faute& faute) {
            return faute.chemin == "porteur" || faute.chemin == "porteur.siret";
        });
    return fautes;
}

http::Response agir(const Services& services, Recu recu) {
    auto etude = etudier(services, std::move(recu.saisie));
    if (recu.acte != "resultat") return formulaire(services, etude, recu.collage, Fautes::tues);
    auto fautes = fautes_sauf_siret_absent(etude);
    if (etude.verifie && fautes.empty() && est_lu(recu.collage)) return resultat(services, etude);
    etude.fautes = std::move(fautes);
    return formulaire(services, etude, recu.collage, Fautes::montrees);
}

// The answer alone, for the script that follows the typing: the same template as in the page.
http::Response apercu(const Services& services, Recu recu) {
    const auto etude = etudier(services, std::move(recu.saisie));
    Vue vue;
    ajouter_apercu(services, etude, vue);
    return http::Response::html(services.gabarits.rendre("apercu", vue));
}

http::Response fichier(std::string_view type, std::string_view suffixe, const std::string& appel,
                       std::string octets) {
    const auto nom =
        "attachment; filename=\"simulation-" + appel + "." + std::string{suffixe} + "\"";
    return {
        .content_type = type, .body = std::move(octets), .fields = {{"Content-Disposition", nom}}};
}

http::Response exporter_json(const Services& services, const Recu& recu) {
    const auto& appel = appel_de(services, recu.saisie);
    return fichier("application/json", "json", appel.id, en_json(recu.saisie, appel.fuseau));
}

using Ecriture = std::string (*)(const rendu::Sujet&, core::Instant);

struct Export {
    std::string_view type, suffixe;
    Ecriture ecrire;
};

http::Response exporter(const Services& services, Recu recu, const Export& format) {
    const auto etude = etudier(services, std::move(recu.saisie));
    if (!est_complet(etude, recu.collage))
        return formulaire(services, etude, recu.collage, Fautes::montrees);
    const auto sujet = etude.verifie->sujet(services.phrases);
    return fichier(format.type, format.suffixe, etude.verifie->appel().id,
                   format.ecrire(sujet, services.maintenant()));
}

using Suite = std::function<http::Response(Recu)>;

void ajouter_envoi(http::Routes& routes, const Services& services, std::string_view chemin,
                   Suite suite) {
    routes.add({.method = http::Method::post,
                .path = chemin,
                .summary = "Simulateur",
                .handler =
                    [&routes, &services, suite = std::move(suite)](const http::Request& requete) {
                        auto recu = recu_de(services, requete);
                        if (!recu) return routes.refuse(requete, {400, "formulaire.mal_forme"});
                        return suite(*std::move(recu));
                    },
                .body_limit = corps_au_plus,
                .accepts = {"application/x-www-form-urlencoded", "multipart/form-data"},
                .answers = "text/html",
                .permission = http::everybody});
}

constexpr Export en_pdf{"application/pdf", "pdf", exportation::analyse_en_pdf};
constexpr Export en_xlsx{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                         "xlsx", exportation::analyse_en_xlsx};

}  // namespace

void ajouter_simulateur(http::Routes& routes, const Services& services) {
    ajouter_page(routes, "/simulateur", "Simulateur",
                 [&](const http::Request& requete) { return nouveau(services, requete); });
    ajouter_envoi(routes, services, "/simulateur",
                  [&](Recu recu) { return agir(services, std::move(recu)); });
    ajouter_envoi(routes, services, "/simulateur/apercu",
                  [&](Recu recu) { return apercu(services, std::move(recu)); });
    ajouter_envoi(routes, services, "/simulateur/json",
                  [&](const Recu& recu) { return exporter_json(services, recu); });
    ajouter_envoi(routes, services, "/simulateur/pdf",
                  [&](Recu recu) { return exporter(services, std::move(recu), en_pdf); });
    ajouter_envoi(routes, services, "/simulateur/xlsx",
                  [&](Recu recu) { return exporter(services, std::move(recu), en_xlsx); });
}

}  // namespace grappe::pages
