// grappe-dui servir: the pages and the API of the DUI, until SIGTERM.
#include "dui/cli/servir_commande.hpp"

#include <filesystem>

#include "cli/regles_livrees.hpp"
#include "dui/accompagnement/accompagnement.hpp"
#include "dui/appareil/relais.hpp"
#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/nomenclatures_livrees.hpp"
#include "dui/planning/planning.hpp"
#include "dui/quotidien/quotidien.hpp"
#include "dui/regard/regard.hpp"
#include "dui/relais/relais.hpp"
#include "dui/rendez_vous/faits.hpp"
#include "dui/sejour/attente.hpp"
#include "dui/usager/usager.hpp"
#include "rapport/cle.hpp"
#include "web/compte/comptes.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

constexpr std::size_t series_par_tour = 50;

struct Options {
    cli::OptionsDeService service{.ecoute = "127.0.0.1:8081"};
    std::string cle_des_rapports;  // file; empty: none
    std::string antivirus;         // address of clamd; empty: none
    bool fictives = false;
};

core::Result<std::optional<secret::CleDeSignature>> cle_des_rapports(const std::string& fichier) {
    if (fichier.empty()) return std::optional<secret::CleDeSignature>{};
    auto lue = rapport::lire_cle(fichier);
    if (!lue) return lue.error();
    return std::optional{std::move(lue).value()};
}

// The bytes of documents, without those that no version names.
core::Result<document::Coffret> coffret_de(const Options& options, const cli::BaseServie& base) {
    std::optional<pieces::Antivirus> antivirus;
    if (!options.antivirus.empty()) {
        auto lu = pieces::Antivirus::lire(options.antivirus);
        if (!lu) return lu.error();
        antivirus = *std::move(lu);
    }
    auto coffret = base.bassin->with([&](storage::Base& ouverte) {
        return ouverte.read([&](storage::Reader& db) {
            return document::ouvrir_le_coffret(base.donnees + "/documents", db);
        });
    });
    if (!coffret) return coffret.error();
    return document::Coffret{std::move(*std::move(coffret)).magasin, std::move(antivirus)};
}

std::unique_ptr<cli::Servi> installer(const Options& options, const Session& session,
                                      cli::Installation installation) {
    const auto refuser = [&](const core::Refusal& refus) -> std::unique_ptr<cli::Servi> {
        cli::refuser(session, refus, cli::donnees_inutilisables);
        return nullptr;
    };
    auto colonnes = dossier_des_colonnes(installation.base.adresse, installation.base.donnees);
    if (!colonnes) return refuser(colonnes.error());
    auto gabarits = charger_les_gabarits(session.racine, session.phrases);
    if (!gabarits) return refuser(gabarits.error());
    auto openid = cli::fournisseur_de(options.service.openid);
    if (!openid) return refuser(openid.error());
    if (!std::filesystem::is_directory(session.racine + "/front/dist"))
        return refuser(core::refuse(core::Reason::unavailable, "dui.servir.sans_pages",
                                    session.racine + "/front/dist"));
    auto contrat = api::lire_contrat(session.racine, "dui");
    if (!contrat) return refuser(contrat.error());
    auto serafin = serafin_livree(session);
    if (!serafin) return refuser(serafin.error());
    auto echeances = echeances_livrees(session);
    if (!echeances) return refuser(echeances.error());
    auto cle = cle_des_rapports(options.cle_des_rapports);
    if (!cle) return refuser(cle.error());
    auto coffret = coffret_de(options, installation.base);
    if (!coffret) return refuser(coffret.error());
    return std::make_unique<ServiDui>(
        Batisse{.installation = std::move(installation),
                .colonnes = std::move(colonnes).value(),
                .coffret = std::move(coffret).value(),
                .regle = cli::regles_livrees(session).back(),
                .gabarits = std::move(gabarits).value(),
                .mandataires = options.service.mandataires,
                .adresse_publique = options.service.adresse_publique,
                .donnees = options.fictives ? Donnees::fictives : Donnees::reelles,
                .serafin = std::move(serafin).value(),
                .echeances = std::move(echeances).value(),
                .contrat = std::move(contrat).value(),
                .openid = std::move(openid).value(),
                .cle_des_rapports = std::move(cle).value()},
        session);
}

}  // namespace

ServiDui::ServiDui(Batisse batisse, const Session& session)
    : base_{std::move(batisse.installation.base)},
      adresse_publique_{std::move(batisse.adresse_publique)},
      maintenant_{[horloge = batisse.installation.horloge] {
          return horloge ? *horloge : core::Instant::now();
      }},
      comptes_{.bassin = *base_.bassin,
               .coffre = base_.coffre,
               .phrases = session.phrases,
               .adresse_publique = [this] { return adresse_publique_; },
               .maintenant = maintenant_,
               .mandataires = std::move(batisse.mandataires),
               .cookie = "session_dui",
               .partagees = {access::Permission::dossier_usager_lire,
                             access::Permission::dossier_usager_ecrire}},
      openid_{std::move(batisse.openid)},
      actifs_{session.racine + "/front/dist"},
      services_{.gabarits = std::move(batisse.gabarits),
                .actifs = actifs_,
                .phrases = session.phrases,
                .comptes = comptes_,
                .routes = routes_,
                .mesureur = {.colonnes = std::move(batisse.colonnes),
                             .regle = std::move(batisse.regle),
                             .maintenant = maintenant_},
                .logiciel = {std::string{nom_du_logiciel}, std::string{version_du_logiciel}},
                .horloge = batisse.installation.horloge ? Horloge::fixee : Horloge::reelle,
                .donnees = batisse.donnees,
                .openid = openid_.get(),
                .cle_des_rapports = std::move(batisse.cle_des_rapports)},
      site_{services_},
      ecrans_{.services = services_, .site = site_, .annuaire = annuaire_},
      serafin_{std::move(batisse.serafin)},
      echeances_{std::move(batisse.echeances)},
      outils_{.ecrans = ecrans_, .serafin = serafin_, .regles = echeances_},
      conduite_{.ecrans = ecrans_, .regles = echeances_},
      grilles_{evaluation::charger(session.racine)},
      feuilles_{.ecrans = ecrans_, .outils = grilles_},
      types_{document::Types::charger(session.racine)},
      coffret_{std::move(batisse.coffret)},
      classeur_{.ecrans = ecrans_, .types = types_, .coffret = coffret_},
      api_{.comptes = comptes_,
           .mesureur = services_.mesureur,
           .annuaire = annuaire_,
           .routes = routes_,
           .logiciel = services_.logiciel.nom,
           .version = services_.logiciel.version,
           .moment = [this] { return rencontre::maintenant(ecrans_); }},
      fhir_{.comptes = comptes_,
            .annuaire = annuaire_,
            .grilles = grilles_,
            .types = types_,
            .routes = routes_,
            .maintenant = maintenant_,
            .logiciel = services_.logiciel.nom,
            .version = services_.logiciel.version},
      contrat_{std::move(batisse.contrat)} {
    routes_.sentences([&](std::string_view code) { return session.phrases.rendre(code, {}); });
    http::add_asset_routes(routes_, actifs_);
    ajouter_pages(services_);
    usager::ajouter_usager(ecrans_);  // before the id that it would be taken for
    quotidien::ajouter_quotidien(ecrans_);
    relais::ajouter_relais(ecrans_);
    regard::ajouter_regard(ecrans_);
    accompagnement::ajouter_accompagnement(outils_);
    conduite::ajouter_conduite(conduite_);
    planning::ajouter_planning(ecrans_);
    feuille::ajouter_feuilles(feuilles_);
    classeur::ajouter_classeur(classeur_);
    compte::ajouter_comptes(routes_, site_, comptes_);
    ajouter_api(api_);
    fhir_api::ajouter_fhir(fhir_);
    api::add_description(routes_, contrat_, apropos);
    comptes_.finir = [this](const identity::Presence& presence, http::Response& reponse) {
        compte::poser_l_entete({site_, comptes_}, &presence, reponse);
    };
}

void ServiDui::ecoute_a(const std::string& url) {
    if (adresse_publique_.empty()) adresse_publique_ = url;
}

void ServiDui::entretenir(storage::Base& base) const {
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        identity::faire_le_menage(db, maintenant_(), core::Instant::now());
        appareil::faire_le_menage(db, core::Instant::now());
        (void)sejour::effacer_les_anciennes(db, maintenant_());
        return {};
    });
    // A few at a time: others write too. What is left waits for an hour, not for a question.
    for (std::size_t faites = series_par_tour; faites == series_par_tour;) {
        const auto fait = base.write([&](storage::Writer& db) {
            return rendez_vous::prolonger(db, {"agenda", magasin::Moment{maintenant_().utc()}},
                                          series_par_tour);
        });
        faites = fait ? *fait : 0;
    }
}

void declarer_servir(cli::Commande& programme) {
    auto& commande = programme.commande("servir", "dui.servir");
    const auto options = std::make_shared<Options>();
    cli::declarer_options_de_service(commande, options->service);
    commande.option("--cle-rapports", options->cle_des_rapports, "dui.servir.cle_rapports")
        .mot("FICHIER");
    commande.option("--antivirus", options->antivirus, "cli.servir.antivirus").mot("ADRESSE");
    commande.drapeau("--fictives", options->fictives, "dui.servir.fictives");
    commande.faire([options](const Session& session) {
        return cli::servir(options->service, session, [&](cli::Installation installation) {
            return installer(*options, session, std::move(installation));
        });
    });
}

}  // namespace grappe::dui
