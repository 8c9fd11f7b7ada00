// From the options of `servir` to a server that listens, and its postman.
#include "cli/service.hpp"

#include <algorithm>
#include <csignal>
#include <stdexcept>

#include "cli/courriels_servis.hpp"
#include "courrier/facteur.hpp"
#include "web/http/server.hpp"

namespace grappe::cli {
namespace {

// Null: nobody can listen there.
std::unique_ptr<http::Server> serveur_de(const Servi& servi, const http::Endpoint& adresse,
                                         int ouvriers, const Session& session) {
    const auto journal = [&](std::string_view ligne) {
        ecrire(session.erreur, std::string{ligne} + "\n");
    };
    try {
        return std::make_unique<http::Server>(
            servi.routes(),
            http::ServerOptions{.endpoint = adresse, .workers = ouvriers, .journal = journal});
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

// The address first: scripts read it.
int ecouter(http::Server& serveur, const Session& session, const std::string& courriels) {
    const auto url = serveur.url();
    ecrire(session.sortie,
           session.phrases.rendre("cli.servir.pret", {{"programme", session.magasin.nom},
                                                      {"adresse", std::string_view{url}}}) +
               "\n");
    ecrire(session.sortie, courriels + "\n");
    serveur.run();
    return reussi;
}

// "POST /api/dossiers dossier.creer", a line each: what tests/committed/routes*.txt are compared
// to.
int lister_les_routes(const Servi& servi, const Session& session) {
    std::vector<std::string> lignes;
    for (const auto& route : servi.routes().lines())
        lignes.push_back(std::string{core::name_of(route.method)} + " " + std::string{route.path} +
                         " " + std::string{route.permission} + "\n");
    std::sort(lignes.begin(), lignes.end());
    for (const auto& ligne : lignes) ecrire(session.sortie, ligne);
    return reussi;
}

// `servi` outlives the postman, and its server listens already: the reminders say where.
std::unique_ptr<courrier::Facteur> facteur_de(const OptionsDeService& options, const Servi& servi,
                                              const Session& session,
                                              std::unique_ptr<courrier::Transport> transport) {
    return std::make_unique<courrier::Facteur>(
        courrier::Reglages{
            .base = servi.adresse_de_la_base(),
            .expediteur = {"Grappe", options.expediteur},
            .journal =
                [&session](const std::string& faute) { ecrire(session.erreur, faute + "\n"); },
            .entretien = [&servi](storage::Base& ouverte) { servi.entretenir(ouverte); }},
        std::move(transport));
}

int refuser_la_valeur(const Session& session, std::string_view code, std::string_view valeur) {
    ecrire(session.erreur, session.phrases.rendre(code, {{"valeur", valeur}}) + "\n");
    return saisie_illisible;
}

}  // namespace

int servir(const OptionsDeService& options, const Session& session, const Installer& installer) {
    std::signal(SIGXFSZ, SIG_IGN);  // a file at its limit is a write that fails, not an end
    const auto adresse = http::Endpoint::parse(options.ecoute);
    if (!adresse) return refuser_la_valeur(session, "cli.servir.ecoute_illisible", options.ecoute);
    std::optional<core::Instant> horloge;
    if (!options.horloge.empty()) {
        const auto lue = core::Instant::parse(options.horloge);
        if (!lue)
            return refuser_la_valeur(session, "cli.servir.horloge_illisible", options.horloge);
        horloge = *lue;
    }
    auto base = ouvrir_la_base(session, options.base);
    if (!base) return refuser(session, base.error(), donnees_inutilisables);
    const auto vers = adresse_du_courrier(options.courrier, base->donnees);
    auto transport = courrier::ouvrir_transport(vers);
    if (!transport) return refuser(session, transport.error(), donnees_inutilisables);
    const auto servi = installer({.horloge = horloge, .base = std::move(base).value()});
    if (!servi) return donnees_inutilisables;
    if (options.routes) return lister_les_routes(*servi, session);
    const auto serveur = serveur_de(*servi, *adresse, options.ouvriers, session);
    if (!serveur) {
        refuser_la_valeur(session, "cli.servir.ecoute_impossible", options.ecoute);
        return donnees_inutilisables;
    }
    servi->ecoute_a(serveur->url());
    const auto facteur = facteur_de(options, *servi, session, std::move(transport).value());
    return ecouter(*serveur, session, ou_vont_les_courriels(session, vers));
}

void declarer_options_de_service(Commande& commande, OptionsDeService& options) {
    commande.option("--ecoute", options.ecoute, "cli.servir.ecoute")
        .mot("ADRESSE:PORT")
        .derniere()
        .defaut_dit();
    declarer_options_de_base(commande, options.base);
    declarer_options_openid(commande, options.openid);
    commande.option("--courrier", options.courrier, "cli.servir.courrier").mot("URL|DOSSIER");
    commande.option("--horloge", options.horloge, "cli.servir.horloge").mot("INSTANT");
    commande.option("--adresse-publique", options.adresse_publique, "cli.servir.adresse_publique")
        .mot("URL");
    commande.option("--expediteur", options.expediteur, "cli.servir.expediteur")
        .mot("COURRIEL")
        .defaut_dit();
    commande.option("--mandataire", options.mandataires, "cli.servir.mandataire")
        .mot("ADRESSE")
        .une_par_nom();
    commande.option("--ouvriers", options.ouvriers, "cli.servir.ouvriers")
        .mot("N")
        .entre(1, 64)
        .defaut_dit();
    commande.drapeau("--routes", options.routes, "cli.servir.routes");
}

}  // namespace grappe::cli
