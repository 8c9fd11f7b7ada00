// Accounts made from the command line.
#include "cli/compte_remis.hpp"

#include <iostream>

#include "core/json_text.hpp"

namespace grappe::cli {
namespace {

identity::Moyens moyens(const Session& session, const BaseServie& servie, storage::Base& base) {
    return {.base = base,
            .coffre = servie.coffre,
            .phrases = session.phrases,
            .adresse_publique = {},
            .maintenant = session.maintenant,
            .reel = core::Instant::now()};
}

void ecrire_remise(const Session& session, const identity::Remise& remise) {
    std::string texte{R"({"courriel":)"};
    core::append_json(texte, remise.courriel);
    if (!remise.totp_secret.empty()) {
        texte += R"(,"totp_secret":)";
        core::append_json(texte, remise.totp_secret);
    }
    ecrire(session.sortie, texte + "}\n");
}

}  // namespace

core::Result<access::Role> lire_role(const std::string& texte, access::Programme programme) {
    const auto role = core::named<access::Role>(texte);
    if (!role || access::programme_de(*role) != programme)
        return core::refuse(core::Reason::invalid, programme == access::Programme::portail
                                                       ? "cli.compte.role_inconnu"
                                                       : "dui.compte.role_inconnu");
    return *role;
}

secret::Secret lire_le_mot_de_passe() {
    std::string ligne;
    std::getline(std::cin, ligne);
    if (ligne.ends_with('\r')) ligne.pop_back();
    return secret::Secret{std::move(ligne)};
}

int remettre(const Session& session, const OptionsDeBase& options, const Remettre& agir) {
    auto servie = ouvrir_la_base(session, options);
    if (!servie) return refuser(session, servie.error(), donnees_inutilisables);
    const auto remise = servie->bassin->with(
        [&](storage::Base& base) { return agir(moyens(session, *servie, base)); });
    if (!remise) return refuser(session, remise.error(), saisie_illisible);
    ecrire_remise(session, *remise);
    return reussi;
}

void declarer_options_de_compte(Commande& commande, OptionsDeCompte& options) {
    commande.option("--courriel", options.courriel, "cli.compte.courriel").requise();
    commande.option("--nom", options.nom, "cli.compte.nom");
    commande.option("--prenom", options.prenom, "cli.compte.prenom");
    commande
        .drapeau("--mot-de-passe-stdin", options.mot_de_passe_stdin,
                 "cli.compte.mot_de_passe_stdin")
        .requise();
    declarer_options_de_base(commande, options.base);
}

void declarer_second_facteur(Commande& compte) {
    const auto options = std::make_shared<OptionsDeCompte>();
    auto& second = compte.commande("second-facteur", "cli.compte.second_facteur");
    second.option("--courriel", options->courriel, "cli.compte.courriel").requise();
    declarer_options_de_base(second, options->base);
    second.faire([options](const Session& session) {
        return remettre(session, options->base, [&](const identity::Moyens& moyens) {
            return identity::refaire_second_facteur(moyens, options->courriel);
        });
    });
}

}  // namespace grappe::cli
