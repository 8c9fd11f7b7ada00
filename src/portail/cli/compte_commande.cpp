// grappe-portail compte: accounts of the desks, made by whoever holds the machine.

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

void declarer_compte(Commande& programme) {
    auto& compte = programme.commande("compte", "cli.compte");
    const auto options = std::make_shared<Options>();
    auto& nouveau = compte.commande("creer", "cli.compte.creer");
    nouveau.option("--role", options->compte.role, "cli.compte.role").requise();
    nouveau.option("--region", options->region, "cli.compte.region").mot("CODE");
    declarer_options_de_compte(nouveau, options->compte);
    nouveau.faire(creer, options);
    declarer_second_facteur(compte);
}

}  // namespace grappe::cli
