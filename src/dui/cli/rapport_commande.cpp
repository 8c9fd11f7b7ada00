// grappe-dui cle, rapport, ouvrir: the signed usage report, and the opening of drawn leaves.

#include "cli/regles_livrees.hpp"
#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/mesure_demandee.hpp"
#include "dui/preuve/dossiers.hpp"
#include "dui/preuve/rapport_etabli.hpp"
#include "fichiers/racine.hpp"
#include "rapport/cle.hpp"
#include "rapport/preuves.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    OptionsDeBase base;
    OptionsDeMesure mesure;
    std::string cle;
    std::string rapport, tirage;
};

int refuser(const Session& session, const char* code, const std::string& detail) {
    return cli::refuser(session, core::refuse(core::Reason::invalid, code, detail),
                        cli::saisie_illisible);
}

int creer_la_cle(const Session& session, const Options& options) {
    const auto publique = rapport::creer_cle(options.cle);
    if (!publique) return cli::refuser(session, publique.error(), cli::saisie_illisible);
    cli::ecrire(session.sortie, session.phrases.rendre(
                                    "dui.cle.creee", {{"fichier", std::string_view{options.cle}},
                                                      {"publique", std::string_view{*publique}}}) +
                                    "\n");
    return cli::reussi;
}

magasin::Moment moment_de(core::Instant instant) { return magasin::Moment{instant.utc()}; }

// `connu_le`: nothing, all of it.
preuve::Fonds fonds(BaseDuDui& base, const std::optional<magasin::Moment>& connu_le) {
    return base.base.read(
        [&](storage::Reader& db) { return preuve::fonds(db, base.colonnes, connu_le); });
}

int rapporter(const Session& session, const Options& options) {
    const auto lus = lire(options.mesure);
    if (!lus) return cli::refuser(session, lus.error(), cli::saisie_illisible);
    const auto horloge = horloge_de(options.base);
    if (!horloge) return cli::refuser(session, horloge.error(), cli::saisie_illisible);
    if (lus->connu_le && *lus->connu_le > (*horloge)())
        return refuser(session, "dui.connu_le_a_venir", lus->connu_le->text());
    const auto cle = rapport::lire_cle(options.cle);
    if (!cle) return cli::refuser(session, cle.error(), cli::saisie_illisible);
    const auto regle = cli::regles_livrees(session).back();
    auto base = rejoindre_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    const auto ici = fonds(ouverte, lus->connu_le);
    const auto connu_le = preuve::connu_le(ici, lus->connu_le);
    if (options.base.horloge.empty())
        if (const auto passe = preuve::attendre(connu_le); !passe)
            return cli::refuser(session, passe.error(), cli::saisie_illisible);
    auto fait = preuve::etablir(
        ici,
        {.au = lus->au,
         .connu_le = connu_le,
         .denominateur = lus->denominateur,
         .logiciel = {std::string{nom_du_logiciel}, std::string{version_du_logiciel}},
         .retenu = [](std::string_view) { return true; }},
        regle);
    cli::ecrire(session.sortie, rapport::signer(fait, *cle));
    return cli::reussi;
}

std::optional<std::string> lire_fichier(const std::string& chemin) {
    return fichiers::lire_fichier(chemin, rapport::octets_max + 1);
}

std::string en_clair(const Session& session, const rapport::Reproches& reproches) {
    std::string texte;
    for (const auto& un : reproches)
        texte += (texte.empty() ? "" : " ; ") + session.phrases.rendre(un.code, un.faits);
    return texte;
}

int ouvrir(const Session& session, const Options& options) {
    const auto octets = lire_fichier(options.rapport);
    if (!octets) return refuser(session, "dui.fichier_illisible", options.rapport);
    const auto lecture = rapport::lire(*octets);
    if (!lecture.rapport) return refuser(session, "dui.rapport_illisible", options.rapport);
    const auto demande = lire_fichier(options.tirage);
    if (!demande) return refuser(session, "dui.fichier_illisible", options.tirage);
    const auto tirage = rapport::lire_tirage(*demande);
    if (!tirage.lisible || !tirage.reproches.empty())
        return refuser(session, "dui.tirage_illisible",
                       options.tirage + "\u00a0: " + en_clair(session, tirage.reproches));
    auto base = rejoindre_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    const auto ici = fonds(ouverte, moment_de(lecture.rapport->en_tete.connu_le));
    const auto preuves =
        rapport::ouvrir(*lecture.rapport, tirage.tirage, ici.sels, [&](const core::Finess& finess) {
            return preuve::dossiers(ici.colonnes, finess, ici.connu());
        });
    if (!preuves) return cli::refuser(session, preuves.error(), cli::donnees_inutilisables);
    cli::ecrire(session.sortie, *preuves);
    return cli::reussi;
}

}  // namespace

void declarer_rapport(cli::Commande& programme) {
    const auto options = std::make_shared<Options>();
    auto& cle = programme.commande("cle", "dui.cle");
    auto& creer = cle.commande("creer", "dui.cle.creer");
    creer.option("fichier", options->cle, "dui.cle.fichier").requise();
    creer.faire(creer_la_cle, options);

    auto& rapport = programme.commande("rapport", "dui.rapport");
    declarer_options_de_mesure(rapport, options->mesure);
    rapport.option("--cle", options->cle, "dui.cle.fichier").mot("FICHIER").requise();
    declarer_options_de_base(rapport, options->base);
    rapport.faire(rapporter, options);

    auto& ouverture = programme.commande("ouvrir", "dui.ouvrir");
    ouverture.option("rapport", options->rapport, "dui.ouvrir.rapport").requise();
    ouverture.option("tirage", options->tirage, "dui.ouvrir.tirage").requise();
    declarer_options_de_base(ouverture, options->base);
    ouverture.faire(ouvrir, options);
}

}  // namespace grappe::dui
