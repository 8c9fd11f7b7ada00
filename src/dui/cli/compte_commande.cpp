// grappe-dui compte: accounts of the organisation, made by whoever holds the machine.

#include "cli/compte_remis.hpp"
#include "dui/acces/rattachement.hpp"
#include "dui/cli/commande.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    cli::OptionsDeCompte compte;
    std::vector<std::string> etablissements;
    std::string profession;  // empty: not said
};

core::Result<std::vector<core::Finess>> lire(const std::vector<std::string>& textes) {
    std::vector<core::Finess> lus;
    for (const auto& texte : textes) {
        const auto lu = core::Finess::parse(texte);
        if (!lu || !lu->has_valid_key())
            return core::refuse(core::Reason::invalid, "dui.finess_illisible", texte);
        lus.push_back(*lu);
    }
    return lus;
}

core::Result<std::optional<partage::Profession>> lire_la_profession(const std::string& texte) {
    if (texte.empty()) return std::optional<partage::Profession>{};
    if (const auto lue = core::named<partage::Profession>(texte)) return lue;
    return core::refuse(core::Reason::invalid, "dui.profession_inconnue", texte);
}

int creer(const Session& session, const Options& options) {
    const auto role = cli::lire_role(options.compte.role, access::Programme::dui);
    if (!role) return cli::refuser(session, role.error(), cli::saisie_illisible);
    const auto etablissements = lire(options.etablissements);
    if (!etablissements)
        return cli::refuser(session, etablissements.error(), cli::saisie_illisible);
    const auto profession = lire_la_profession(options.profession);
    if (!profession) return cli::refuser(session, profession.error(), cli::saisie_illisible);
    const auto mot_de_passe = cli::lire_le_mot_de_passe();
    return cli::remettre(session, options.compte.base, [&](const identity::Moyens& moyens) {
        return identity::creer_compte(
            moyens, {.role = *role,
                     .region = {},
                     .courriel = options.compte.courriel,
                     .nom = options.compte.nom,
                     .prenom = options.compte.prenom,
                     .mot_de_passe = mot_de_passe,
                     .completer = [&](storage::Writer& db, const std::string& compte) {
                         if (*profession) acces::dire_la_profession(db, compte, **profession);
                         return acces::rattacher(db, compte, *etablissements);
                     }});
    });
}

}  // namespace

void declarer_compte(cli::Commande& programme) {
    auto& compte = programme.commande("compte", "dui.compte");
    const auto options = std::make_shared<Options>();
    auto& nouveau = compte.commande("creer", "dui.compte.creer");
    nouveau.option("--role", options->compte.role, "dui.compte.role").requise();
    nouveau.option("--finess", options->etablissements, "dui.compte.finess")
        .mot("ET")
        .une_par_nom();
    nouveau.option("--profession", options->profession, "dui.compte.profession").mot("PROFESSION");
    cli::declarer_options_de_compte(nouveau, options->compte);
    nouveau.faire(creer, options);
    cli::declarer_second_facteur(compte);
}

}  // namespace grappe::dui
