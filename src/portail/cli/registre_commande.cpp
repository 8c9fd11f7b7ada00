// `grappe-portail registre`: its sub-commands and their options.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "portail/cli/registre_actions.hpp"

namespace grappe::cli {
namespace {

// The options of one sub-command: the name gives the option and its sentence.
class Declaration {
public:
    Declaration(CLI::App& commande, const Session& session)
        : commande_{commande}, session_{session} {}

    template <class T>
    CLI::Option* position(const std::string& nom, T& valeur) {
        return commande_.add_option(nom, valeur, aide(nom));
    }
    template <class T>
    void option(const std::string& nom, T& valeur) {
        auto tirets = nom;
        std::replace(tirets.begin(), tirets.end(), '_', '-');
        commande_.add_option("--" + tirets, valeur, aide(nom));
    }
    void drapeau(const std::string& nom, bool& valeur) {
        commande_.add_flag("--" + nom, valeur, aide(nom));
    }
    // A register to read: --base is the word of the other sub-commands.
    void registre(std::string& valeur) {
        commande_.add_option("--registre,--base", valeur, aide("registre"));
    }

private:
    std::string aide(const std::string& nom) const {
        return session_.phrases.rendre("cli.registre.option." + nom, {});
    }

    CLI::App& commande_;
    const Session& session_;
};

void declarer(Declaration c, OptionsImporter& o) {
    c.position("fichier", o.fichier)->required();
    c.option("base", o.base);
    c.option("rejets", o.rejets);
    c.option("date", o.date);
    c.drapeau("forcer", o.forcer);
    c.drapeau("progres", o.progres);
}

void declarer(Declaration c, OptionsPreparer& o) { c.drapeau("progres", o.progres); }

void declarer(Declaration c, OptionsEtat& o) {
    c.registre(o.registre);
    c.drapeau("progres", o.progres);
}

void declarer(Declaration c, OptionsChercher& o) {
    c.position("texte", o.mots);
    c.registre(o.registre);
    c.option("categorie", o.categorie);
    c.option("region", o.region);
    c.option("departement", o.departement);
    c.option("limite", o.limite);
    c.drapeau("json", o.json);
}

void declarer(Declaration c, OptionsSecteur& o) {
    c.position("categorie", o.categorie)->required();
    c.option("base", o.base);
    c.option("secteur", o.secteur);
    c.option("eligible", o.eligible);
    c.option("par", o.par);
    c.option("motif", o.motif);
    c.option("a_compter_du", o.a_compter_du);
}

// A sub-command whose options live as long as the program.
template <class Options>
void ajouter(CLI::App& registre, Session& session, const std::string& nom,
             int (*action)(const Session&, const Options&)) {
    auto* commande =
        registre.add_subcommand(nom, session.phrases.rendre("cli.registre.aide." + nom, {}));
    const auto options = std::make_shared<Options>();
    declarer(Declaration{*commande, session}, *options);
    commande->callback([&session, options, action] { session.code = action(session, *options); });
}

}  // namespace

void declarer_registre(CLI::App& programme, Session& session) {
    auto* registre =
        programme.add_subcommand("registre", session.phrases.rendre("cli.registre.aide", {}));
    registre->require_subcommand(1);
    ajouter(*registre, session, "importer", commande_registre_importer);
    ajouter(*registre, session, "preparer", commande_registre_preparer);
    ajouter(*registre, session, "etat", commande_registre_etat);
    ajouter(*registre, session, "chercher", commande_registre_chercher);
    ajouter(*registre, session, "secteur", commande_registre_secteur);
}

}  // namespace grappe::cli
