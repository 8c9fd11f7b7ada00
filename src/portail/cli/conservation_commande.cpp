// grappe-portail conservation: what is kept too long, what is held, and the purge.
#include "portail/cli/conservation_commande.hpp"

#include "audit/journal.hpp"
#include "cli/base_servie.hpp"
#include "fichiers/racine.hpp"

namespace grappe::cli {
namespace {

using documents::DureeDeGarde, documents::Echeance;

struct Options {
    OptionsDeBase base;
    std::string dossier, motif, adresse_publique = "http://localhost:8080";
};

documents::Gardien gardien_de(const Session& session) {
    return {audit::commande, session.maintenant};
}

std::string ligne_de(const Session& session, const Echeance& une) {
    const auto& dossier = *une.dossier;
    std::string_view code = "cli.conservation.attend";
    if (une.purgeable) code = "cli.conservation.purgeable";
    if (dossier.recouvrement_ouvert) code = "cli.conservation.recouvrement";
    if (dossier.retenue) code = "cli.conservation.retenu";
    return session.phrases.rendre(code, {{"dossier", dossier.id},
                                         {"appel", dossier.appel},
                                         {"statut", core::name_of(dossier.statut)},
                                         {"depuis", dossier.depuis.utc_text()},
                                         {"mois", std::int64_t{une.duree->mois}},
                                         {"source", une.duree->source},
                                         {"motif", dossier.retenue.value_or("")}}) +
           "\n";
}

// Opens the base and its durations, then acts on what is due.
template <class Acte>
int avec_les_echeances(const Session& session, const Options& options, Acte acte) {
    const auto base = ouvrir_la_base(session, options.base);
    if (!base) return refuser(session, base.error(), donnees_inutilisables);
    const auto durees = durees_de_garde(session, *base);
    if (!durees) return refuser(session, durees.error(), donnees_inutilisables);
    (void)base->bassin->with([&](storage::Base& ouverte) {
        return ouverte.write([&](storage::Writer& db) -> core::Result<void> {
            const auto gardes = documents::dossiers_gardes(db);
            acte(db, documents::echeances(gardes, *durees, session.maintenant));
            return {};
        });
    });
    return reussi;
}

int lister(const Session& session, const Options& options) {
    return avec_les_echeances(
        session, options, [&](storage::Writer& db, const std::vector<Echeance>& trouvees) {
            documents::annoncer(db, trouvees, gardien_de(session),
                                {.phrases = session.phrases,
                                 .adresse_publique = options.adresse_publique,
                                 .reel = core::Instant::now()});
            for (const auto& une : trouvees) ecrire(session.sortie, ligne_de(session, une));
            ecrire(session.sortie,
                   session.phrases.rendre("cli.conservation.bilan",
                                          {{"nombre", static_cast<std::int64_t>(trouvees.size())},
                                           {"jours", std::int64_t{documents::preavis_en_jours}}}) +
                       "\n");
        });
}

int purger(const Session& session, const Options& options) {
    return avec_les_echeances(
        session, options, [&](storage::Writer& db, const std::vector<Echeance>& trouvees) {
            const std::int64_t purges = documents::purger(db, trouvees, gardien_de(session));
            const auto restent = static_cast<std::int64_t>(trouvees.size()) - purges;
            ecrire(session.sortie,
                   session.phrases.rendre("cli.conservation.purges",
                                          {{"nombre", purges}, {"restent", restent}}) +
                       "\n");
        });
}

using Garde = core::Result<void> (*)(storage::Writer&, const documents::ActeDeGarde&);

int garder(const Session& session, const Options& options, Garde acte) {
    const auto base = ouvrir_la_base(session, options.base);
    if (!base) return refuser(session, base.error(), donnees_inutilisables);
    const auto fait = base->bassin->with([&](storage::Base& ouverte) {
        return ouverte.write([&](storage::Writer& db) {
            return acte(db, {.dossier = options.dossier,
                             .par = audit::commande,
                             .motif = options.motif,
                             .maintenant = session.maintenant});
        });
    });
    return fait ? reussi : refuser(session, fait.error(), saisie_illisible);
}

int retenir(const Session& session, const Options& options) {
    return garder(session, options, documents::retenir);
}

int lever(const Session& session, const Options& options) {
    return garder(session, options, documents::lever);
}

using Acte = int (*)(const Session&, const Options&);

}  // namespace

core::Result<std::vector<DureeDeGarde>> durees_de_garde(const Session& session,
                                                        const BaseServie& base) {
    constexpr std::size_t au_plus = std::size_t{64} * 1024;
    auto texte = fichiers::lire_fichier(base.donnees + "/conservation.txt", au_plus);
    if (!texte)
        texte = fichiers::lire_fichier(session.racine + "/donnees/conservation.txt", au_plus);
    return documents::lire_durees(texte.value_or(""));
}

void declarer_conservation(Commande& programme) {
    auto& conservation = programme.commande("conservation", "cli.conservation");
    const auto options = std::make_shared<Options>();
    const auto ajouter = [&](const char* nom, Acte acte) -> Commande& {
        auto& commande = conservation.commande(nom, std::string{"cli.conservation."} + nom);
        declarer_options_de_base(commande, options->base);
        commande.faire(acte, options);
        return commande;
    };
    const auto dossier = [&](Commande& commande) {
        commande.option("dossier", options->dossier, "cli.conservation.dossier").requise();
    };
    ajouter("lister", lister)
        .option("--adresse-publique", options->adresse_publique, "cli.servir.adresse_publique")
        .mot("URL")
        .defaut_dit();
    ajouter("purger", purger);
    auto& tenir = ajouter("retenir", retenir);
    dossier(tenir);
    tenir.option("--motif", options->motif, "cli.conservation.motif").requise();
    dossier(ajouter("lever", lever));
}

}  // namespace grappe::cli
