// grappe-portail servir: the pages and the API, until SIGTERM.
#include "portail/cli/servir_commande.hpp"

#include <filesystem>

#include "fichiers/racine.hpp"
#include "identity/preference_courrier.hpp"
#include "portail/api/api.hpp"
#include "portail/cli/conservation_commande.hpp"
#include "portail/cli/regles_publiees.hpp"
#include "portail/cli/usages_servis.hpp"
#include "portail/comite/reveil.hpp"
#include "portail/instruction/delais.hpp"
#include "portail/jalons/echeances.hpp"
#include "portail/pages/routes.hpp"
#include "portail/teleservice/piece_repository.hpp"
#include "portail/teleservice/rappel.hpp"
#include "portail/teleservice/rejeu.hpp"
#include "referentiels/registre_repository.hpp"
#include "web/compte/comptes.hpp"

namespace grappe::cli {
namespace {

struct Options {
    OptionsDeService service{.ecoute = "127.0.0.1:8080"};
    std::string registre, antivirus;
    std::vector<std::string> appels;
};

std::optional<http::Assets> actifs_de(const std::string& racine) {
    const std::filesystem::path dossier{racine + "/front/dist"};
    if (!std::filesystem::is_directory(dossier)) return std::nullopt;
    return http::Assets{dossier};
}

bool tient_un_registre(BaseServie& base) {
    return base.bassin->with([](storage::Base& ouverte) {
        return ouverte.read(
            [](storage::Reader& db) { return referentiels::dernier_import(db).has_value(); });
    });
}

// The register: the one named, else that of the named database when it holds one, else the shipped.
std::optional<std::string> registre_de(const Options& options, BaseServie& base) {
    if (!options.registre.empty()) return options.registre;
    if (!options.service.base.base.empty() && tient_un_registre(base))
        return options.service.base.base;
    return std::nullopt;
}

struct Fichiers {
    std::unique_ptr<pieces::Magasin> magasin;
    std::optional<pieces::Antivirus> antivirus;
};

// The files of the dossiers, without those that no row names.
core::Result<Fichiers> fichiers_de(const Options& options, const BaseServie& base) {
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
    usages::Moyens usages;
    compteurs::Cibles cibles;
    http::Contract contrat;
};

core::Result<compteurs::Cibles> cibles_de(const Session& session) {
    constexpr std::size_t au_plus = std::size_t{64} * 1024;
    const auto chemin = session.racine + "/donnees/compteurs/cibles-1.txt";
    return compteurs::Cibles::lire(fichiers::lire_fichier(chemin, au_plus).value_or(""));
}

core::Result<Ecrits> ecrits_de(const Session& session, const BaseServie& base) {
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
    auto usages = usages_servis(session);
    if (!usages) return usages.error();
    auto cibles = cibles_de(session);
    if (!cibles) return cibles.error();
    auto contrat = api::lire_contrat(session.racine, "portail");
    if (!contrat) return contrat.error();
    return Ecrits{.modeles = std::move(modeles).value(),
                  .maturite = std::move(cadre).value(),
                  .durees = std::move(durees).value(),
                  .usages = std::move(usages).value(),
                  .cibles = std::move(cibles).value(),
                  .contrat = std::move(contrat).value()};
}

// What is in force is kept, what was is found again.
std::unique_ptr<publication::Versions> versions_de(const Session& session,
                                                   const programme::Appels& appels,
                                                   Installation& installation) {
    auto versions = std::make_unique<publication::Versions>(appels);
    const auto maintenant = installation.horloge.value_or(session.maintenant);
    dire_les_illisibles(session, installation.base.bassin->with([&](storage::Base& ouverte) {
        return versions->publier(ouverte, maintenant);
    }));
    return versions;
}

// Null: the French sentences that say why were written.
std::unique_ptr<Site> installer(const Options& options, const Session& session,
                                Installation installation) {
    auto& [horloge, base] = installation;
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
    auto openid = fournisseur_de(options.service.openid);
    if (!openid) {
        refuser(session, openid.error(), donnees_inutilisables);
        return nullptr;
    }
    auto versions = versions_de(session, ouverture.contexte->appels(), installation);
    auto [magasin, antivirus] = std::move(fichiers).value();
    auto [modeles, maturite, durees, usages, cibles, contrat] = std::move(ecrits).value();
    return std::make_unique<Site>(Batisse{.contexte = std::move(ouverture.contexte),
                                          .base = std::move(base),
                                          .horloge = horloge,
                                          .usuels = std::move(usuels).value(),
                                          .mandataires = options.service.mandataires,
                                          .adresse_publique = options.service.adresse_publique,
                                          .magasin = std::move(magasin),
                                          .antivirus = std::move(antivirus),
                                          .modeles = std::move(modeles),
                                          .maturite = std::move(maturite),
                                          .durees = std::move(durees),
                                          .usages = std::move(usages),
                                          .cibles = std::move(cibles),
                                          .contrat = std::move(contrat),
                                          .openid = std::move(openid).value(),
                                          .versions = std::move(versions)},
                                  session);
}

}  // namespace

documents::ReglagesDeLAtelier Site::reglages_de_l_atelier() const {
    return {.base = base_.adresse,
            .dossier = etagere_.dossier(),
            .regles = portail_.moyens,
            .magasin = *magasin_,
            .adresse_publique = [this] { return adresse_publique_; },
            .maintenant = portail_.maintenant,
            .journal = [this](const std::string& faute) { ecrire(session_.erreur, faute + "\n"); }};
}

Site::Site(Batisse batisse, const Session& session)
    : session_{session},
      contexte_{std::move(batisse.contexte)},
      base_{std::move(batisse.base)},
      adresse_publique_{std::move(batisse.adresse_publique)},
      registre_{contexte_->registre().en_memoire(std::move(batisse.usuels))},
      versions_{std::move(batisse.versions)},
      portail_{
          .registre = registre_,
          .referentiels = {contexte_->registre().territoires(), contexte_->registre().categories()},
          .appels = contexte_->appels(),
          .phrases = session.phrases,
          .moyens = publication::avec(socle::moyens_du_serveur(registre_, contexte_->appels(),
                                                               {contexte_->registre().territoires(),
                                                                contexte_->registre().categories()},
                                                               session.phrases),
                                      *versions_),
          .maintenant = [horloge =
                             batisse.horloge] { return horloge ? *horloge : core::Instant::now(); },
          .horloge = batisse.horloge ? socle::Horloge::fixee : socle::Horloge::reelle},
      comptes_{.bassin = *base_.bassin,
               .coffre = base_.coffre,
               .phrases = session.phrases,
               .adresse_publique = [this] { return adresse_publique_; },
               .maintenant = portail_.maintenant,
               .mandataires = std::move(batisse.mandataires)},
      magasin_{std::move(batisse.magasin)},
      etagere_{base_.donnees + "/exports"},
      durees_{std::move(batisse.durees)},
      openid_{std::move(batisse.openid)},
      compteurs_{*base_.bassin, std::move(batisse.cibles),
                 [this](std::string_view finess) {
                     const auto* fiche = registre_.find(finess);
                     return fiche ? fiche->region : std::string{};
                 },
                 portail_.maintenant},
      teleservice_{.portail = portail_,
                   .comptes = comptes_,
                   .magasin = *magasin_,
                   .tableau = tableau_,
                   .antivirus = std::move(batisse.antivirus),
                   .modeles = std::move(batisse.modeles),
                   .maturite = std::move(batisse.maturite),
                   .usages = avec_le_registre(std::move(batisse.usages), registre_),
                   .etagere = &etagere_},
      regles_{.service = teleservice_, .versions = *versions_},
      actifs_{actifs_de(session.racine)},
      contrat_{std::move(batisse.contrat)} {
    routes_.sentences([&](std::string_view code) { return session.phrases.rendre(code, {}); });
    api::add_api_routes(routes_, portail_);
    api::add_identity_routes(routes_, comptes_);
    api::add_teleservice_routes(routes_, teleservice_);
    api::add_certificat_routes(routes_, regles_);
    api::add_repetition_routes(routes_, regles_);
    api::add_comites_routes(routes_, {teleservice_, calculs_});
    api::add_compteurs_routes(routes_, compteurs_);
    if (actifs_) {
        http::add_asset_routes(routes_, *actifs_);
        pages_.emplace(pages::preparer(session.racine, portail_, *actifs_).value());
        pages_->openid = openid_.get();
        pages::ajouter_pages(routes_, *pages_);
        site_.emplace(*pages_);
        compte::ajouter_comptes(routes_, *site_, comptes_);
        comptes_.finir = [this](const identity::Presence& presence, http::Response& reponse) {
            compte::poser_l_entete({*site_, comptes_}, &presence, reponse);
        };
        espace_.emplace(espace::Espace{.services = *pages_,
                                       .site = *site_,
                                       .portail = portail_,
                                       .comptes = comptes_,
                                       .fichiers = teleservice_.fichiers(),
                                       .modeles = teleservice_.modeles,
                                       .maturite = teleservice_.maturite,
                                       .durees = durees_,
                                       .routes = routes_});
        espace::ajouter_espace(*espace_);
        bureau_.emplace(bureau::Bureau{.services = *pages_,
                                       .site = *site_,
                                       .portail = portail_,
                                       .comptes = comptes_,
                                       .fichiers = teleservice_.fichiers(),
                                       .tableau = tableau_,
                                       .routes = routes_});
        bureau::ajouter_bureau(*bureau_);
        suivi_.emplace(suivi::Suivi{.services = *pages_,
                                    .comptes = comptes_,
                                    .moyens = teleservice_.usages,
                                    .routes = routes_});
        suivi::ajouter_suivi(*suivi_);
        seances_.emplace(seance::Seances{.services = *pages_,
                                         .portail = portail_,
                                         .comptes = comptes_,
                                         .calculs = calculs_,
                                         .routes = routes_});
        seance::ajouter_seances(*seances_);
        conventions_.emplace(
            conventionnement::Conventions{.espace = *espace_, .usages = teleservice_.usages});
        conventionnement::ajouter_conventions(*conventions_);
        chiffres_.emplace(*pages_, compteurs_, routes_);
        tableau::ajouter_tableau(*chiffres_);
        pages_des_regles_.emplace(regles::Regles{.services = *pages_,
                                                 .portail = portail_,
                                                 .comptes = comptes_,
                                                 .versions = *versions_,
                                                 .routes = routes_});
        regles::ajouter_regles(*pages_des_regles_);
    }
    api::add_description(routes_, contrat_, api::apropos);
}

void Site::ecoute_a(const std::string& url) {
    if (adresse_publique_.empty()) adresse_publique_ = url;
    atelier_.emplace(reglages_de_l_atelier());
}

void Site::entretenir(storage::Base& base) const {
    (void)compteurs_.a_jour();  // the first visitor does not wait for the rows to be read
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        identity::faire_le_menage(db, portail_.maintenant(), core::Instant::now());
        teleservice::oublier_les_anciens(db, core::Instant::now());
        return {};
    });
    rappeler(base);
}

void Site::rappeler(storage::Base& base) const {
    const auto reel = core::Instant::now();
    identity::envoyer_les_resumes(
        base, {.phrases = portail_.phrases, .adresse_publique = adresse_publique_, .reel = reel},
        reel);
    const teleservice::Moyens moyens{
        .regles = portail_.moyens, .adresse_publique = adresse_publique_, .reel = reel};
    teleservice::envoyer_les_rappels(base, moyens, portail_.maintenant());
    jalons::envoyer_les_rappels(base, moyens, portail_.maintenant());
    comite::envoyer_les_reveils(base, moyens, portail_.maintenant());
    instruction::completer_les_delais(base);
}

void declarer_servir(Commande& programme) {
    auto& commande = programme.commande("servir", "cli.servir");
    const auto options = std::make_shared<Options>();
    declarer_options_de_service(commande, options->service);
    commande.option("--registre", options->registre, "cli.servir.registre").mot("FICHIER|URL");
    commande.option("--appels", options->appels, "cli.servir.appels").mot("DOSSIER").une_par_nom();
    commande.option("--antivirus", options->antivirus, "cli.servir.antivirus").mot("ADRESSE");
    commande.faire([options](const Session& session) {
        if (!est_une_adresse(session, options->registre)) return int{saisie_illisible};
        return servir(options->service, session, [&](Installation installation) {
            return installer(*options, session, std::move(installation));
        });
    });
}

}  // namespace grappe::cli
