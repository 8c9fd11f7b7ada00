// grappe-dui import: facts from a file of lines, all or nothing.

#include <stdexcept>

#include "cli/progression.hpp"
#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/commande.hpp"
#include "dui/colonnes/sejours_ouverts.hpp"
#include "dui/importation/examen.hpp"
#include "dui/importation/importation.hpp"
#include "storage/statistics.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    OptionsDeBase base;
    std::string fichier;
    bool tolerer = false, progres = false;
};

void dire_les_fautes(const Session& session, const importation::Bilan& bilan) {
    std::string texte;
    for (const auto& [ligne, faute] : bilan.fautes)
        texte += "ligne " + std::to_string(ligne) + ": " + std::string{faute.champ} + ": " +
                 session.phrases.rendre(faute.code, {}) + "\n";
    if (bilan.fautes_tues > 0)
        texte +=
            session.phrases.rendre("import.fautes_tues", {{"nombre", bilan.fautes_tues}}) + "\n";
    cli::ecrire(session.erreur, texte);
}

void dire_les_avertissements(const Session& session, const importation::Bilan& bilan) {
    std::string texte;
    for (const auto& [ligne, un] : bilan.premiers_avertissements)
        texte += session.phrases.rendre("import.avertissement",
                                        {{"ligne", std::to_string(ligne)},
                                         {"champ", un.champ},
                                         {"phrase", session.phrases.rendre(un.code, {})}}) +
                 "\n";
    const auto tus =
        bilan.avertissements - static_cast<std::int64_t>(bilan.premiers_avertissements.size());
    if (tus > 0)
        texte += session.phrases.rendre("import.avertissements_tus", {{"nombre", tus}}) + "\n";
    cli::ecrire(session.erreur, texte);
}

// Told with the line that says the death; a stay that comes after it is told with its own line.
void verifier_les_deces(const colonnes::Colonnes& tout, importation::Bilan& bilan) {
    std::vector<std::string> personnes;
    for (const auto& deces : bilan.deces) personnes.push_back(deces.personne);
    const auto ouverts = colonnes::ouverts_apres_leur_deces(tout, personnes);
    importation::Registre registre{bilan};
    for (const auto& deces : bilan.deces)
        if (ouverts.contains(deces.personne))
            registre.avertir(deces.ligne, {"decede_le", "import.sejour_apres_deces"});
}

// The facts are committed by then: whatever befalls the columns, the import succeeded.
void dire_les_deces(const Session& session, BaseDuDui& base, importation::Bilan& bilan) try {
    verifier_les_deces(colonnes_a_jour(base), bilan);
} catch (const std::runtime_error& panne) {  // of the database, or of the file system
    cli::ecrire(session.erreur,
                session.phrases.rendre("import.colonnes_a_refaire",
                                       {{"detail", std::string_view{panne.what()}}}) +
                    "\n");
}

int conclure(const Session& session, const importation::Bilan& bilan) {
    dire_les_fautes(session, bilan);
    if (!bilan.garde) return cli::saisie_illisible;
    dire_les_avertissements(session, bilan);
    auto texte = session.phrases.rendre("import.bilan", {{"lignes", bilan.lignes},
                                                         {"nouveaux", bilan.nouveaux},
                                                         {"versions", bilan.versions},
                                                         {"connus", bilan.deja_connus}}) +
                 "\n";
    if (bilan.ecartees > 0)
        texte += session.phrases.rendre(
                     "import.ecartees",
                     {{"nombre", bilan.ecartees}, {"fichier", std::string_view{bilan.rejets}}}) +
                 "\n";
    cli::ecrire(session.sortie, texte);
    return cli::reussi;
}

// Facts; fewer change nothing of how tables are read.
constexpr std::int64_t beaucoup = 500;

int importer(const Session& session, const Options& options) {
    const auto horloge = horloge_de(options.base);
    if (!horloge) return cli::refuser(session, horloge.error(), cli::saisie_illisible);
    auto base = ouvrir_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    std::optional<cli::Progression> barre;
    if (options.progres)
        barre.emplace(session.erreur, session.phrases.rendre("import.progression", {}));
    auto lu = importation::importer(
        ouverte.base, {.fichier = options.fichier,
                       .tolerance = options.tolerer ? importation::Tolerance::ecarter_les_fautives
                                                    : importation::Tolerance::aucune,
                       .auteur = "commande",
                       .maintenant = *horloge,
                       .avancement = [&](std::uint64_t faits, std::uint64_t sur) {
                           if (barre) barre->avancer(faits, sur);
                       }});
    barre.reset();
    if (!lu) return cli::refuser(session, lu.error(), cli::saisie_illisible);
    auto bilan = std::move(lu).value();
    if (bilan.garde && bilan.nouveaux + bilan.versions > beaucoup)
        storage::refresh_statistics(ouverte.base);
    if (bilan.garde) dire_les_deces(session, ouverte, bilan);
    return conclure(session, bilan);
}

}  // namespace

void declarer_import(cli::Commande& programme) {
    auto& commande = programme.commande("import", "dui.import");
    const auto options = std::make_shared<Options>();
    commande.option("fichier", options->fichier, "dui.import.fichier").requise();
    commande.drapeau("--tolerer", options->tolerer, "dui.import.tolerer");
    commande.drapeau("--progres", options->progres, "dui.import.progres");
    declarer_options_de_base(commande, options->base);
    commande.faire(importer, options);
}

}  // namespace grappe::dui
