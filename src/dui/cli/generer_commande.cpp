// grappe-dui generer: a fictitious organisation of any size, as a file to import.
#include <CLI/CLI.hpp>

#include "dui/cli/commande.hpp"
#include "dui/generateur/generateur.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    generateur::Demande demande{.au = core::Date::parse("2024-09-30").value()};
    std::string fichier, au = "2024-09-30";
    std::uint64_t faits = 0;
};

struct Fermeture {
    void operator()(std::FILE* fichier) const { std::fclose(fichier); }
};

int generer(const Session& session, const Options& options) {
    const auto au = core::Date::parse(options.au);
    if (!au)
        return cli::refuser(session,
                            core::refuse(core::Reason::invalid, "dui.au_illisible", options.au),
                            cli::saisie_illisible);
    auto demande = options.demande;
    demande.au = *au;
    if (options.faits > 0) demande.faits = options.faits;
    const std::unique_ptr<std::FILE, Fermeture> fichier{
        options.fichier.empty() ? nullptr : std::fopen(options.fichier.c_str(), "wb")};
    if (!fichier && !options.fichier.empty())
        return cli::refuser(
            session, core::refuse(core::Reason::unavailable, "dui.generer.sortie", options.fichier),
            cli::donnees_inutilisables);
    const auto bilan = generateur::generer(demande, fichier ? fichier.get() : session.sortie);
    if (!bilan) return cli::refuser(session, bilan.error(), cli::saisie_illisible);
    // Without a file the lines themselves are the answer.
    if (fichier)
        cli::ecrire(session.sortie,
                    session.phrases.rendre("dui.generer.bilan",
                                           {{"lignes", static_cast<std::int64_t>(bilan->lignes)},
                                            {"fichier", std::string_view{options.fichier}}}) +
                        "\n");
    return cli::reussi;
}

}  // namespace

void declarer_generer(CLI::App& programme, cli::Session& session) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    auto* commande = programme.add_subcommand("generer", dit("dui.generer"));
    const auto options = std::make_shared<Options>();
    auto& demande = options->demande;
    commande->add_option("fichier", options->fichier, dit("dui.generer.fichier"));
    commande->add_option("--graine", demande.graine, dit("dui.generer.graine"))->type_name("N");
    commande
        ->add_option("--etablissements", demande.etablissements, dit("dui.generer.etablissements"))
        ->type_name("N");
    commande->add_option("--personnes", demande.personnes, dit("dui.generer.personnes"))
        ->type_name("N");
    commande->add_option("--mois", demande.mois, dit("dui.generer.mois"))->type_name("N");
    commande->add_option("--au", options->au, dit("dui.generer.au"))->type_name("JOUR");
    commande->add_option("--faits", options->faits, dit("dui.generer.faits"))->type_name("N");
    commande->callback([&session, options] { session.code = generer(session, *options); });
}

}  // namespace grappe::dui
