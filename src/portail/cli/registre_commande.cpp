// `grappe-portail registre`: its sub-commands and their options.
#include <algorithm>
#include <memory>

#include "portail/cli/registre_actions.hpp"

namespace grappe::cli {
namespace {

// The options of one sub-command: the name gives the option and its sentence.
class Declaration {
public:
    explicit Declaration(Commande& commande) : commande_{commande} {}

    template <class T>
    Option& position(const std::string& nom, T& valeur) {
        return commande_.option(nom, valeur, aide(nom));
    }
    template <class T>
    void option(const std::string& nom, T& valeur) {
        auto tirets = nom;
        std::replace(tirets.begin(), tirets.end(), '_', '-');
        commande_.option("--" + tirets, valeur, aide(nom));
    }
    void drapeau(const std::string& nom, bool& leve) {
        commande_.drapeau("--" + nom, leve, aide(nom));
    }
    // A register to read: --base is the word of the other sub-commands.
    void registre(std::string& valeur) {
        commande_.option("--registre,--base", valeur, aide("registre"));
    }

private:
    static std::string aide(const std::string& nom) { return "cli.registre.option." + nom; }

    Commande& commande_;
};

void declarer(Declaration c, OptionsImporter& o) {
    c.position("fichier", o.fichier).requise();
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
    c.position("categorie", o.categorie).requise();
    c.option("base", o.base);
    c.option("secteur", o.secteur);
    c.option("eligible", o.eligible);
    c.option("par", o.par);
    c.option("motif", o.motif);
    c.option("a_compter_du", o.a_compter_du);
}

template <class Options>
void ajouter(Commande& registre, const std::string& nom,
             int (*action)(const Session&, const Options&)) {
    auto& commande = registre.commande(nom, "cli.registre.aide." + nom);
    const auto options = std::make_shared<Options>();
    declarer(Declaration{commande}, *options);
    commande.faire(action, options);
}

}  // namespace

void declarer_registre(Commande& programme) {
    auto& registre = programme.commande("registre", "cli.registre.aide");
    ajouter(registre, "importer", commande_registre_importer);
    ajouter(registre, "preparer", commande_registre_preparer);
    ajouter(registre, "etat", commande_registre_etat);
    ajouter(registre, "chercher", commande_registre_chercher);
    ajouter(registre, "secteur", commande_registre_secteur);
}

}  // namespace grappe::cli
