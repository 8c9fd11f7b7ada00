// grappe-portail dossier exporter: the archive or the PDF of a dossier, for an operator.
#include <fstream>

#include "audit/journal.hpp"
#include "cli/base_servie.hpp"
#include "portail/cli/regles_publiees.hpp"
#include "portail/documents/archive_dossier.hpp"
#include "portail/messagerie/message_repository.hpp"
#include "portail/publication/versions.hpp"
#include "portail/socle/contexte.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::cli {
namespace {

struct Options {
    OptionsDeBase base;
    std::string dossier, vers, adresse_publique;
};

// As its porteur would see it.
core::Result<teleservice::Vue> vue_de(storage::Reader& db, const Options& options,
                                      const socle::Moyens& regles, core::Instant maintenant) {
    const auto dossier = teleservice::trouver(db, options.dossier);
    if (!dossier)
        return core::refuse(core::Reason::not_found, "cli.dossier.inconnu", options.dossier);
    auto en_place = teleservice::etat_en_place(db, *dossier, regles, maintenant);
    return teleservice::Vue{std::move(en_place.etat), std::move(en_place.depot), en_place.instant};
}

core::Result<void> ecrire_le_fichier(storage::Reader& db, const Options& options,
                                     const documents::MoyensDeFabrication& moyens,
                                     core::Instant maintenant) {
    const auto vue = vue_de(db, options, moyens.regles, maintenant);
    if (!vue) return vue.error();
    const documents::DossierEntier entier{
        *vue, messagerie::messages(db, options.dossier),
        documents::papiers_joints(convention::papiers_du_dossier(db, options.dossier))};
    if (options.vers.ends_with(".pdf")) {
        std::ofstream fichier{options.vers, std::ios::binary};
        fichier << documents::dossier_en_pdf(db, entier, moyens);
        if (!fichier.flush())
            return core::refuse(core::Reason::unavailable, "cli.dossier.fichier", options.vers);
    } else {
        documents::archiver(db, entier, moyens, options.vers);
    }
    return {};
}

// The file takes its time while others write; the journal has its line before anybody reads it.
core::Result<void> exporter_de(storage::Base& base, const Options& options,
                               const documents::MoyensDeFabrication& moyens,
                               core::Instant maintenant) {
    const auto ecrit = base.read(
        [&](storage::Reader& db) { return ecrire_le_fichier(db, options, moyens, maintenant); });
    if (!ecrit) return ecrit.error();
    return base.write([&](storage::Writer& db) -> core::Result<void> {
        audit::noter(db,
                     {.acteur = std::string{audit::commande},
                      .acte = "dossier.exporter",
                      .objet = "dossier:" + options.dossier},
                     maintenant);
        return {};
    });
}

int exporter(const Session& session, const Options& options) {
    const auto base = ouvrir_la_base(session, options.base);
    if (!base) return refuser(session, base.error(), donnees_inutilisables);
    const auto ouverture = socle::ouvrir(
        {.racine = session.racine, .maintenant = session.maintenant}, session.phrases);
    for (const auto& defaut : ouverture.defauts) ecrire(session.erreur, defaut + "\n");
    if (!ouverture.contexte) return donnees_inutilisables;
    const auto magasin = pieces::Magasin::ouvrir(base->donnees + "/fichiers");
    if (!magasin) return refuser(session, magasin.error(), donnees_inutilisables);
    publication::Versions versions{ouverture.contexte->appels()};
    dire_les_illisibles(session, base->bassin->with([&](storage::Base& ouverte) {
        return versions.rejoindre(ouverte);
    }));
    const auto regles = publication::avec(ouverture.contexte->moyens(), versions);
    const documents::MoyensDeFabrication moyens{
        .regles = regles, .magasin = **magasin, .adresse_publique = options.adresse_publique};
    const auto fait = base->bassin->with([&](storage::Base& ouverte) {
        return exporter_de(ouverte, options, moyens, session.maintenant);
    });
    return fait ? reussi : refuser(session, fait.error(), saisie_illisible);
}

}  // namespace

void declarer_dossier(Commande& programme) {
    auto& dossier = programme.commande("dossier", "cli.dossier");
    auto& commande = dossier.commande("exporter", "cli.dossier.exporter");
    const auto options = std::make_shared<Options>();
    declarer_options_de_base(commande, options->base);
    commande.option("dossier", options->dossier, "cli.conservation.dossier").requise();
    commande.option("--vers", options->vers, "cli.dossier.vers").requise().mot("FICHIER");
    commande.option("--adresse-publique", options->adresse_publique, "cli.servir.adresse_publique")
        .mot("URL");
    commande.faire(exporter, options);
}

}  // namespace grappe::cli
