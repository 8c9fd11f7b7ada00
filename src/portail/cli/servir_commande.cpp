// grappe-portail servir: the pages and the API, until SIGTERM.
#include "portail/cli/servir_commande.hpp"

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <stdexcept>

#include "portail/api/api.hpp"
#include "web/http/server.hpp"

namespace grappe::cli {
namespace {

struct Options {
    std::string ecoute = "127.0.0.1:8080";
    std::string base, registre, donnees, courrier, horloge;
    std::vector<std::string> appels;
    int ouvriers = 2;
};

core::Instant heure_reelle() {
    return core::Instant::of(
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

std::optional<http::Assets> actifs_de(const std::string& racine) {
    const std::filesystem::path dossier{racine + "/front/dist"};
    if (!std::filesystem::is_directory(dossier)) return std::nullopt;
    return http::Assets{dossier};
}

std::optional<std::string> donnee(const std::string& texte) {
    return texte.empty() ? std::nullopt : std::optional{texte};
}

int refuser(const Session& session, std::string_view code, std::string_view valeur) {
    ecrire(session.erreur, session.phrases.rendre(code, {{"valeur", valeur}}) + "\n");
    return saisie_illisible;
}

// Null: nobody can listen there.
std::unique_ptr<http::Server> serveur_de(const Site& site, const http::Endpoint& adresse,
                                         int ouvriers, const Session& session) {
    const auto journal = [&](std::string_view ligne) {
        ecrire(session.erreur, std::string{ligne} + "\n");
    };
    try {
        return std::make_unique<http::Server>(
            site.routes(),
            http::ServerOptions{.endpoint = adresse, .workers = ouvriers, .journal = journal});
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

int ecouter(http::Server& serveur, const Session& session) {
    const auto url = serveur.url();
    ecrire(session.sortie,
           session.phrases.rendre("cli.servir.pret", {{"adresse", std::string_view{url}}}) + "\n");
    serveur.run();
    return reussi;
}

int servir(const Options& options, const Session& session) {
    const auto adresse = http::Endpoint::parse(options.ecoute);
    if (!adresse) return refuser(session, "cli.servir.ecoute_illisible", options.ecoute);
    std::optional<core::Instant> horloge;
    if (!options.horloge.empty()) {
        const auto lue = core::Instant::parse(options.horloge);
        if (!lue) return refuser(session, "cli.servir.horloge_illisible", options.horloge);
        horloge = *lue;
    }
    auto ouverture =
        socle::ouvrir({.racine = session.racine,
                       .appels = options.appels,
                       .registre = donnee(options.base.empty() ? options.registre : options.base),
                       .maintenant = horloge.value_or(session.maintenant)},
                      session.phrases);
    for (const auto& defaut : ouverture.defauts) ecrire(session.erreur, defaut + "\n");
    if (!ouverture.contexte) return donnees_inutilisables;
    auto usuels = referentiels::charger_mots_usuels(session.racine + "/donnees");
    if (!usuels) {
        const auto& refus = usuels.error();
        ecrire(session.erreur,
               session.phrases.rendre(refus.code, {{"detail", std::string_view{refus.detail}}}) +
                   "\n");
        return donnees_inutilisables;
    }
    const Site site{std::move(ouverture.contexte), session, horloge, std::move(usuels).value()};
    const auto serveur = serveur_de(site, *adresse, options.ouvriers, session);
    if (serveur) return ecouter(*serveur, session);
    refuser(session, "cli.servir.ecoute_impossible", options.ecoute);
    return donnees_inutilisables;
}

}  // namespace

Site::Site(std::unique_ptr<socle::Contexte> contexte, const Session& session,
           std::optional<core::Instant> horloge, referentiels::MotsUsuels usuels)
    : contexte_{std::move(contexte)},
      registre_{contexte_->registre().en_memoire(std::move(usuels))},
      portail_{
          .registre = registre_,
          .referentiels = {contexte_->registre().territoires(), contexte_->registre().categories()},
          .appels = contexte_->appels(),
          .phrases = session.phrases,
          .moyens = socle::moyens_du_serveur(
              registre_, contexte_->appels(),
              {contexte_->registre().territoires(), contexte_->registre().categories()},
              session.phrases),
          .maintenant = [horloge] { return horloge ? *horloge : heure_reelle(); },
          .horloge = horloge ? socle::Horloge::fixee : socle::Horloge::reelle},
      actifs_{actifs_de(session.racine)} {
    routes_.sentences([&](std::string_view code) { return session.phrases.rendre(code, {}); });
    api::add_api_routes(routes_, portail_);
    if (actifs_) {
        http::add_asset_routes(routes_, *actifs_);
        pages_.emplace(pages::preparer(session.racine, portail_, *actifs_).value());
        pages::ajouter_pages(routes_, *pages_);
    }
    api::add_description(routes_);
}

void declarer_servir(CLI::App& programme, Session& session) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    auto* commande = programme.add_subcommand("servir", dit("cli.servir"));
    const auto options = std::make_shared<Options>();
    commande->add_option("--ecoute", options->ecoute, dit("cli.servir.ecoute"))
        ->type_name("ADRESSE:PORT")
        ->capture_default_str();
    commande->add_option("--base", options->base, dit("cli.servir.base"))->type_name("URL");
    commande->add_option("--registre", options->registre, dit("cli.servir.registre"))
        ->type_name("FILE|URL");
    commande->add_option("--appels", options->appels, dit("cli.servir.appels"))
        ->type_name("DIR")
        ->allow_extra_args(false);
    commande->add_option("--donnees", options->donnees, dit("cli.servir.donnees"))
        ->type_name("DIR");
    commande->add_option("--courrier", options->courrier, dit("cli.servir.courrier"))
        ->type_name("URL|DIR");
    commande->add_option("--horloge", options->horloge, dit("cli.servir.horloge"))
        ->type_name("INSTANT");
    commande->add_option("--ouvriers", options->ouvriers, dit("cli.servir.ouvriers"))
        ->type_name("N")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    commande->callback([&session, options] { session.code = servir(*options, session); });
}

}  // namespace grappe::cli
