// grappe-portail servir: the pages and the API, until SIGTERM.
#include "portail/cli/servir_commande.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <stdexcept>

#include "courrier/facteur.hpp"
#include "fichiers/racine.hpp"
#include "identity/preference_courrier.hpp"
#include "portail/api/api.hpp"
#include "portail/cli/conservation_commande.hpp"
#include "portail/cli/courriels_servis.hpp"
#include "portail/instruction/delais.hpp"
#include "portail/pages/routes.hpp"
#include "portail/teleservice/piece_repository.hpp"
#include "portail/teleservice/rappel.hpp"
#include "portail/teleservice/rejeu.hpp"
#include "web/http/server.hpp"

namespace grappe::cli {
namespace {

struct Options {
    std::string ecoute = "127.0.0.1:8080";
    OptionsDeBase base;
    OptionsOpenid openid;
    std::string registre, courrier, horloge, adresse_publique, antivirus;
    std::string expediteur = "ne-pas-repondre@localhost";
    std::vector<std::string> appels, mandataires;
    int ouvriers = 2;
    bool routes = false;
};

std::optional<http::Assets> actifs_de(const std::string& racine) {
    const std::filesystem::path dossier{racine + "/front/dist"};
    if (!std::filesystem::is_directory(dossier)) return std::nullopt;
    return http::Assets{dossier};
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

// The address first: scripts read it.
int ecouter(http::Server& serveur, const Session& session, const std::string& courriels) {
    const auto url = serveur.url();
    ecrire(session.sortie,
           session.phrases.rendre("cli.servir.pret", {{"adresse", std::string_view{url}}}) + "\n");
    ecrire(session.sortie, courriels + "\n");
    serveur.run();
    return reussi;
}

// "POST /api/dossiers dossier.creer", a line each: what tests/committed/routes.txt is compared to.
int lister_les_routes(const Site& site, const Session& session) {
    std::vector<std::string> lignes;
    for (const auto& route : site.routes().lines())
        lignes.push_back(std::string{core::name_of(route.method)} + " " + std::string{route.path} +
                         " " + std::string{route.permission} + "\n");
    std::sort(lignes.begin(), lignes.end());
    for (const auto& ligne : lignes) ecrire(session.sortie, ligne);
    return reussi;
}

// The register: the one named, else that of the named database when it holds one, else the shipped.
std::optional<std::string> registre_de(const Options& options, BaseDuPortail& base) {
    if (!options.registre.empty()) return options.registre;
    if (!options.base.base.empty() && tient_un_registre(base)) return options.base.base;
    return std::nullopt;
}

// `site` outlives the postman, and its server listens already: the reminders say where.
std::unique_ptr<courrier::Facteur> facteur_de(const Options& options, const Site& site,
                                              const Session& session,
                                              std::unique_ptr<courrier::Transport> transport) {
    const auto entretien = [&site](storage::Base& ouverte) {
        (void)ouverte.write([&](storage::Writer& db) -> core::Result<void> {
            identity::faire_le_menage(db, site.portail().maintenant(), core::Instant::now());
            teleservice::oublier_les_anciens(db, core::Instant::now());
            return {};
        });
        site.rappeler(ouverte);
    };
    const auto journal = [&session](const std::string& faute) {
        ecrire(session.erreur, faute + "\n");
    };
    return std::make_unique<courrier::Facteur>(
        courrier::Reglages{.base = site.adresse_de_la_base(),
                           .expediteur = {"Grappe", options.expediteur},
                           .journal = journal,
                           .entretien = entretien},
        std::move(transport));
}

struct Fichiers {
    std::unique_ptr<pieces::Magasin> magasin;
    std::optional<pieces::Antivirus> antivirus;
};

// The files of the dossiers, without those that no row names.
core::Result<Fichiers> fichiers_de(const Options& options, const BaseDuPortail& base) {
    Fichiers fichiers;
    if (!options.antivirus.empty()) {
        auto lu = pieces::Antivirus::lire(options.antivirus);
        if (!lu) return lu.error();
        fichiers.antivirus = std::move(lu).value();
    }
    auto magasin = pieces::Magasin::ouvrir(base.donnees + "/fichiers");
    if (!magasin) return magasin.error();
    fichiers.magasin = std::move(magasin).value();
    base.bassin->with([&](storage::Base& ouverte) {
        ouverte.read([&](storage::Reader& db) {
            return fichiers.magasin->faire_le_menage(
                [&](const std::string& sha256) { return teleservice::est_nomme(db, sha256); });
        });
    });
    return fichiers;
}

// What the documents are made of, and what is said of the API. An administrator's frame of
// self-assessment replaces the shipped one.
struct Ecrits {
    documents::Modeles modeles;
    documents::CadreDeMaturite maturite;
    std::vector<documents::DureeDeGarde> durees;
    http::Contract contrat;
};

core::Result<Ecrits> ecrits_de(const Session& session, const BaseDuPortail& base) {
    constexpr std::size_t octets_du_cadre = std::size_t{1024} * 1024;
    auto modeles = documents::charger_modeles(session.racine + "/modeles/documents");
    if (!modeles) return modeles.error();
    const std::string nom = "/maturite/autodiagnostic.txt";
    auto texte = fichiers::lire_fichier(base.donnees + nom, octets_du_cadre);
    if (!texte) texte = fichiers::lire_fichier(session.racine + "/donnees" + nom, octets_du_cadre);
    auto cadre = documents::lire_cadre(texte.value_or(""));
    if (!cadre) return cadre.error();
    auto durees = durees_de_garde(session, base);
    if (!durees) return durees.error();
    auto contrat = api::lire_contrat(session.racine);
    if (!contrat) return contrat.error();
    return Ecrits{.modeles = std::move(modeles).value(),
                  .maturite = std::move(cadre).value(),
                  .durees = std::move(durees).value(),
                  .contrat = std::move(contrat).value()};
}

// Null: the French sentences that say why were written.
std::unique_ptr<Site> installer(const Options& options, const Session& session,
                                std::optional<core::Instant> horloge, BaseDuPortail base) {
    auto ouverture = socle::ouvrir({.racine = session.racine,
                                    .appels = options.appels,
                                    .registre = registre_de(options, base),
                                    .maintenant = horloge.value_or(session.maintenant)},
                                   session.phrases);
    for (const auto& defaut : ouverture.defauts) ecrire(session.erreur, defaut + "\n");
    if (!ouverture.contexte) return nullptr;
    auto usuels = referentiels::charger_mots_usuels(session.racine + "/donnees");
    if (!usuels) {
        refuser(session, usuels.error(), donnees_inutilisables);
        return nullptr;
    }
    auto ecrits = ecrits_de(session, base);
    if (!ecrits) {
        refuser(session, ecrits.error(), donnees_inutilisables);
        return nullptr;
    }
    auto fichiers = fichiers_de(options, base);
    if (!fichiers) {
        refuser(session, fichiers.error(), donnees_inutilisables);
        return nullptr;
    }
    auto openid = fournisseur_de(options.openid);
    if (!openid) {
        refuser(session, openid.error(), donnees_inutilisables);
        return nullptr;
    }
    auto [magasin, antivirus] = std::move(fichiers).value();
    return std::make_unique<Site>(Installation{.contexte = std::move(ouverture.contexte),
                                               .base = std::move(base),
                                               .horloge = horloge,
                                               .usuels = std::move(usuels).value(),
                                               .mandataires = options.mandataires,
                                               .adresse_publique = options.adresse_publique,
                                               .magasin = std::move(magasin),
                                               .antivirus = std::move(antivirus),
                                               .modeles = std::move(ecrits->modeles),
                                               .maturite = std::move(ecrits->maturite),
                                               .durees = std::move(ecrits->durees),
                                               .contrat = std::move(ecrits->contrat),
                                               .openid = std::move(openid).value()},
                                  session);
}

int servir(const Options& options, const Session& session) {
    std::signal(SIGXFSZ, SIG_IGN);  // a file at its limit is a write that fails, not an end
    const auto adresse = http::Endpoint::parse(options.ecoute);
    if (!adresse) return refuser(session, "cli.servir.ecoute_illisible", options.ecoute);
    std::optional<core::Instant> horloge;
    if (!options.horloge.empty()) {
        const auto lue = core::Instant::parse(options.horloge);
        if (!lue) return refuser(session, "cli.servir.horloge_illisible", options.horloge);
        horloge = *lue;
    }
    auto base = ouvrir_la_base(session, options.base);
    if (!base) return refuser(session, base.error(), donnees_inutilisables);
    const auto vers = adresse_du_courrier(options.courrier, base->donnees);
    auto transport = courrier::ouvrir_transport(vers);
    if (!transport) return refuser(session, transport.error(), donnees_inutilisables);
    const auto site = installer(options, session, horloge, std::move(base).value());
    if (!site) return donnees_inutilisables;
    if (options.routes) return lister_les_routes(*site, session);
    const auto serveur = serveur_de(*site, *adresse, options.ouvriers, session);
    if (!serveur) {
        refuser(session, "cli.servir.ecoute_impossible", options.ecoute);
        return donnees_inutilisables;
    }
    site->ecoute_a(serveur->url());
    const auto facteur = facteur_de(options, *site, session, std::move(transport).value());
    const documents::Atelier atelier{site->atelier(session)};
    return ecouter(*serveur, session, ou_vont_les_courriels(session, vers));
}

}  // namespace

documents::ReglagesDeLAtelier Site::atelier(const Session& session) const {
    return {
        .base = base_.adresse,
        .dossier = etagere_.dossier(),
        .regles = portail_.moyens,
        .magasin = *magasin_,
        .adresse_publique = [this] { return adresse_publique_; },
        .maintenant = portail_.maintenant,
        .journal = [&session](const std::string& faute) { ecrire(session.erreur, faute + "\n"); }};
}

Site::Site(Installation installation, const Session& session)
    : contexte_{std::move(installation.contexte)},
      base_{std::move(installation.base)},
      adresse_publique_{std::move(installation.adresse_publique)},
      registre_{contexte_->registre().en_memoire(std::move(installation.usuels))},
      portail_{
          .registre = registre_,
          .referentiels = {contexte_->registre().territoires(), contexte_->registre().categories()},
          .appels = contexte_->appels(),
          .phrases = session.phrases,
          .moyens = socle::moyens_du_serveur(
              registre_, contexte_->appels(),
              {contexte_->registre().territoires(), contexte_->registre().categories()},
              session.phrases),
          .maintenant =
              [horloge = installation.horloge] {
                  return horloge ? *horloge : core::Instant::now();
              },
          .horloge = installation.horloge ? socle::Horloge::fixee : socle::Horloge::reelle},
      comptes_{.bassin = *base_.bassin,
               .coffre = base_.coffre,
               .phrases = session.phrases,
               .adresse_publique = [this] { return adresse_publique_; },
               .maintenant = portail_.maintenant,
               .mandataires = std::move(installation.mandataires)},
      magasin_{std::move(installation.magasin)},
      etagere_{base_.donnees + "/exports"},
      durees_{std::move(installation.durees)},
      openid_{std::move(installation.openid)},
      teleservice_{.portail = portail_,
                   .comptes = comptes_,
                   .magasin = *magasin_,
                   .tableau = tableau_,
                   .antivirus = std::move(installation.antivirus),
                   .modeles = std::move(installation.modeles),
                   .maturite = std::move(installation.maturite),
                   .etagere = &etagere_},
      actifs_{actifs_de(session.racine)},
      contrat_{std::move(installation.contrat)} {
    routes_.sentences([&](std::string_view code) { return session.phrases.rendre(code, {}); });
    api::add_api_routes(routes_, portail_);
    api::add_identity_routes(routes_, comptes_);
    api::add_teleservice_routes(routes_, teleservice_);
    if (actifs_) {
        http::add_asset_routes(routes_, *actifs_);
        pages_.emplace(pages::preparer(session.racine, portail_, *actifs_).value());
        pages_->openid = openid_.get();
        pages::ajouter_pages(routes_, *pages_);
        pages::ajouter_comptes(routes_, *pages_, comptes_);
        comptes_.finir = [this](const identity::Presence& presence, http::Response& reponse) {
            pages::poser_l_entete(*pages_, &presence, reponse);
        };
        espace_.emplace(espace::Espace{.services = *pages_,
                                       .portail = portail_,
                                       .comptes = comptes_,
                                       .fichiers = teleservice_.fichiers(),
                                       .modeles = teleservice_.modeles,
                                       .maturite = teleservice_.maturite,
                                       .durees = durees_,
                                       .routes = routes_});
        espace::ajouter_espace(*espace_);
        bureau_.emplace(bureau::Bureau{.services = *pages_,
                                       .portail = portail_,
                                       .comptes = comptes_,
                                       .fichiers = teleservice_.fichiers(),
                                       .tableau = tableau_,
                                       .routes = routes_});
        bureau::ajouter_bureau(*bureau_);
    }
    api::add_description(routes_, contrat_);
}

void Site::rappeler(storage::Base& base) const {
    const auto reel = core::Instant::now();
    identity::envoyer_les_resumes(
        base, {.phrases = portail_.phrases, .adresse_publique = adresse_publique_, .reel = reel},
        reel);
    teleservice::envoyer_les_rappels(base,
                                     {.regles = portail_.moyens,
                                      .adresse_publique = adresse_publique_,
                                      .reel = core::Instant::now()},
                                     portail_.maintenant());
    instruction::completer_les_delais(base);
}

void declarer_servir(CLI::App& programme, Session& session) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    auto* commande = programme.add_subcommand("servir", dit("cli.servir"));
    const auto options = std::make_shared<Options>();
    commande->add_option("--ecoute", options->ecoute, dit("cli.servir.ecoute"))
        ->type_name("ADRESSE:PORT")
        ->take_last()
        ->capture_default_str();
    declarer_options_de_base(*commande, session, options->base);
    declarer_options_openid(*commande, session, options->openid);
    commande->add_option("--registre", options->registre, dit("cli.servir.registre"))
        ->type_name("FILE|URL");
    commande->add_option("--appels", options->appels, dit("cli.servir.appels"))
        ->type_name("DIR")
        ->allow_extra_args(false);
    commande->add_option("--courrier", options->courrier, dit("cli.servir.courrier"))
        ->type_name("URL|DIR");
    commande->add_option("--antivirus", options->antivirus, dit("cli.servir.antivirus"))
        ->type_name("ADRESSE");
    commande->add_option("--horloge", options->horloge, dit("cli.servir.horloge"))
        ->type_name("INSTANT");
    commande
        ->add_option("--adresse-publique", options->adresse_publique,
                     dit("cli.servir.adresse_publique"))
        ->type_name("URL");
    commande->add_option("--expediteur", options->expediteur, dit("cli.servir.expediteur"))
        ->type_name("COURRIEL")
        ->capture_default_str();
    commande->add_option("--mandataire", options->mandataires, dit("cli.servir.mandataire"))
        ->type_name("ADRESSE")
        ->allow_extra_args(false);
    commande->add_option("--ouvriers", options->ouvriers, dit("cli.servir.ouvriers"))
        ->type_name("N")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    commande->add_flag("--routes", options->routes, dit("cli.servir.routes"));
    commande->callback([&session, options] { session.code = servir(*options, session); });
}

}  // namespace grappe::cli
