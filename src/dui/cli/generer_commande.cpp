// grappe-dui generer: a fictitious organisation of any size, as a file to import.

#include "dui/cli/commande.hpp"
#include "dui/generateur/generateur.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    generateur::Demande demande{.au = core::Date::parse("2024-09-30").value()};
    std::string fichier, secteurs, au = "2024-09-30";
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
    for (std::string_view reste = options.secteurs; !reste.empty();) {
        const auto fin = reste.find(',');
        demande.secteurs.emplace_back(reste.substr(0, fin));
        reste = fin == reste.npos ? std::string_view{} : reste.substr(fin + 1);
    }
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

void declarer_generer(cli::Commande& programme) {
    auto& commande = programme.commande("generer", "dui.generer");
    const auto options = std::make_shared<Options>();
    auto& demande = options->demande;
    commande.option("fichier", options->fichier, "dui.generer.fichier");
    commande.option("--graine", demande.graine, "dui.generer.graine").mot("N");
    commande.option("--etablissements", demande.etablissements, "dui.generer.etablissements")
        .mot("N");
    commande.option("--secteurs", options->secteurs, "dui.generer.secteurs").mot("PA,PH…");
    commande.option("--personnes", demande.personnes, "dui.generer.personnes").mot("N");
    commande.option("--mois", demande.mois, "dui.generer.mois").mot("N");
    commande.option("--au", options->au, "dui.generer.au").mot("JOUR");
    commande.option("--faits", options->faits, "dui.generer.faits").mot("N");
    commande.faire(generer, options);
}

}  // namespace grappe::dui
