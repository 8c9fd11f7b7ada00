// grappe-portail compte: accounts of the desks, made by whoever holds the machine.
#include <CLI/CLI.hpp>
#include <iostream>

#include "identity/guichet.hpp"
#include "portail/cli/base_du_portail.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::cli {
namespace {

struct Options {
    OptionsDeBase base;
    std::string role, region, courriel, nom, prenom;
    bool mot_de_passe_stdin = false;
};

identity::Moyens moyens(const Session& session, const BaseDuPortail& portail, storage::Base& base) {
    return {.base = base,
            .coffre = portail.coffre,
            .phrases = session.phrases,
            .adresse_publique = {},
            .maintenant = session.maintenant,
            .reel = core::Instant::now()};
}

std::string lire_le_mot_de_passe() {
    std::string ligne;
    std::getline(std::cin, ligne);
    if (ligne.ends_with('\r')) ligne.pop_back();
    return ligne;
}

void ecrire_remise(const Session& session, const identity::Remise& remise) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    json.membre("courriel", remise.courriel);
    json.membre("totp_secret", remise.totp_secret);
    json.fermer_objet();
    ecrire(session.sortie, texte + "\n");
}

// `agir(moyens)` answers what is handed to the owner.
template <class F>
int remettre(const Session& session, const Options& options, F agir) {
    auto portail = ouvrir_la_base(session, options.base);
    if (!portail) return refuser(session, portail.error(), donnees_inutilisables);
    const auto remise = portail->bassin->with(
        [&](storage::Base& base) { return agir(moyens(session, *portail, base)); });
    if (!remise) return refuser(session, remise.error(), saisie_illisible);
    ecrire_remise(session, *remise);
    return reussi;
}

// A region typed has a regional agency.
core::Result<void> verifier_la_region(const Session& session, const std::string& region) {
    if (region.empty()) return {};
    const auto territoires = referentiels::charger_territoires(session.racine + "/donnees");
    if (!territoires) return territoires.error();
    if (territoires->ars_de_region(region) == nullptr)
        return core::refuse(core::Reason::invalid, "cli.compte.region_inconnue");
    return {};
}

int creer(const Session& session, const Options& options) {
    const auto role = core::named<access::Role>(options.role);
    if (!role)
        return refuser(session, core::refuse(core::Reason::invalid, "cli.compte.role_inconnu"),
                       saisie_illisible);
    if (auto connue = verifier_la_region(session, options.region); !connue)
        return refuser(session, connue.error(), saisie_illisible);
    const secret::Secret mot_de_passe{lire_le_mot_de_passe()};
    return remettre(session, options, [&](const identity::Moyens& moyens) {
        return identity::creer_guichet(moyens, {.role = *role,
                                                .region = options.region,
                                                .courriel = options.courriel,
                                                .nom = options.nom,
                                                .prenom = options.prenom,
                                                .mot_de_passe = mot_de_passe});
    });
}

int refaire(const Session& session, const Options& options) {
    return remettre(session, options, [&](const identity::Moyens& moyens) {
        return identity::refaire_second_facteur(moyens, options.courriel);
    });
}

}  // namespace

void declarer_compte(CLI::App& programme, Session& session) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    auto* compte = programme.add_subcommand("compte", dit("cli.compte"));
    compte->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    auto* nouveau = compte->add_subcommand("creer", dit("cli.compte.creer"));
    nouveau->add_option("--role", options->role, dit("cli.compte.role"))->required();
    nouveau->add_option("--region", options->region, dit("cli.compte.region"))->type_name("CODE");
    nouveau->add_option("--courriel", options->courriel, dit("cli.compte.courriel"))->required();
    nouveau->add_option("--nom", options->nom, dit("cli.compte.nom"));
    nouveau->add_option("--prenom", options->prenom, dit("cli.compte.prenom"));
    nouveau
        ->add_flag("--mot-de-passe-stdin", options->mot_de_passe_stdin,
                   dit("cli.compte.mot_de_passe_stdin"))
        ->required();
    declarer_options_de_base(*nouveau, session, options->base);
    nouveau->callback([&session, options] { session.code = creer(session, *options); });
    auto* second = compte->add_subcommand("second-facteur", dit("cli.compte.second_facteur"));
    second->add_option("--courriel", options->courriel, dit("cli.compte.courriel"))->required();
    declarer_options_de_base(*second, session, options->base);
    second->callback([&session, options] { session.code = refaire(session, *options); });
}

}  // namespace grappe::cli
