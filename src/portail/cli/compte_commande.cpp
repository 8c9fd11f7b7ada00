// grappe-portail compte: accounts of the desks, made by whoever holds the machine.
#include <CLI/CLI.hpp>

#include "cli/compte_remis.hpp"
#include "portail/cli/commande.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::cli {
namespace {

struct Options {
    OptionsDeCompte compte;
    std::string region;
};

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
    const auto role = lire_role(options.compte.role, access::Programme::portail);
    if (!role) return refuser(session, role.error(), saisie_illisible);
    if (auto connue = verifier_la_region(session, options.region); !connue)
        return refuser(session, connue.error(), saisie_illisible);
    const auto mot_de_passe = lire_le_mot_de_passe();
    return remettre(session, options.compte.base, [&](const identity::Moyens& moyens) {
        return identity::creer_compte(moyens, {.role = *role,
                                               .region = options.region,
                                               .courriel = options.compte.courriel,
                                               .nom = options.compte.nom,
                                               .prenom = options.compte.prenom,
                                               .mot_de_passe = mot_de_passe});
    });
}

}  // namespace

void declarer_compte(CLI::App& programme, Session& session) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    auto* compte = programme.add_subcommand("compte", dit("cli.compte"));
    compte->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    auto* nouveau = compte->add_subcommand("creer", dit("cli.compte.creer"));
    nouveau->add_option("--role", options->compte.role, dit("cli.compte.role"))->required();
    nouveau->add_option("--region", options->region, dit("cli.compte.region"))->type_name("CODE");
    declarer_options_de_compte(*nouveau, session, options->compte);
    nouveau->callback([&session, options] { session.code = creer(session, *options); });
    declarer_second_facteur(*compte, session);
}

}  // namespace grappe::cli
