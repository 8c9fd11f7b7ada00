// `grappe-portail registre`: its sub-commands and their options.
#include <CLI/CLI.hpp>
#include <memory>

#include "portail/cli/registre_actions.hpp"

namespace grappe::cli {
namespace {

// A sub-command whose options live as long as the program.
template <class Options, class Declarer>
void ajouter(CLI::App& registre, Session& session, const char* nom, Declarer declarer) {
    const auto code = std::string{"cli.registre.aide."} + nom;
    auto* commande = registre.add_subcommand(nom, session.phrases.rendre(code, {}));
    const auto options = std::make_shared<Options>();
    const auto action = declarer(*commande, *options);
    commande->callback([&session, options, action] { session.code = action(session, *options); });
}

class Aide {
public:
    explicit Aide(const Session& session) : session_{session} {}
    std::string operator()(const char* nom) const {
        return session_.phrases.rendre(std::string{"cli.registre.option."} + nom, {});
    }

private:
    const Session& session_;
};

}  // namespace

void declarer_registre(CLI::App& programme, Session& session) {
    auto* registre =
        programme.add_subcommand("registre", session.phrases.rendre("cli.registre.aide", {}));
    registre->require_subcommand(1);
    const Aide aide{session};
    ajouter<OptionsImporter>(*registre, session, "importer", [&](CLI::App& c, OptionsImporter& o) {
        c.add_option("fichier", o.fichier, aide("fichier"))->required();
        c.add_option("--base", o.base, aide("base"));
        c.add_option("--rejets", o.rejets, aide("rejets"));
        c.add_option("--date", o.date, aide("date"));
        c.add_flag("--forcer", o.forcer, aide("forcer"));
        c.add_flag("--progres", o.progres, aide("progres"));
        return commande_registre_importer;
    });
    ajouter<OptionsEtat>(*registre, session, "preparer", [&](CLI::App& c, OptionsEtat& o) {
        c.add_flag("--progres", o.progres, aide("progres"));
        return commande_registre_preparer;
    });
    ajouter<OptionsEtat>(*registre, session, "etat", [&](CLI::App& c, OptionsEtat& o) {
        c.add_option("--registre,--base", o.registre, aide("registre"));
        c.add_flag("--progres", o.progres, aide("progres"));
        return commande_registre_etat;
    });
    ajouter<OptionsChercher>(*registre, session, "chercher", [&](CLI::App& c, OptionsChercher& o) {
        c.add_option("texte", o.texte, aide("texte"));
        c.add_option("--registre,--base", o.registre, aide("registre"));
        c.add_option("--categorie", o.categorie, aide("categorie"));
        c.add_option("--region", o.region, aide("region"));
        c.add_option("--departement", o.departement, aide("departement"));
        c.add_option("--limite", o.limite, aide("limite"));
        return commande_registre_chercher;
    });
    ajouter<OptionsSecteur>(*registre, session, "secteur", [&](CLI::App& c, OptionsSecteur& o) {
        c.add_option("categorie", o.categorie, aide("categorie"))->required();
        c.add_option("--base", o.base, aide("base"));
        c.add_option("--secteur", o.secteur, aide("secteur"));
        c.add_option("--eligible", o.eligible, aide("eligible"));
        c.add_option("--par", o.par, aide("par"));
        c.add_option("--motif", o.motif, aide("motif"));
        c.add_option("--a-compter-du", o.a_compter_du, aide("a_compter_du"));
        return commande_registre_secteur;
    });
}

}  // namespace grappe::cli
