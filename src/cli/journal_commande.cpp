// journal verifier, of both programs: is the chained journal whole? And courrier: what became of
// mail.

#include "audit/journal.hpp"
#include "cli/base_servie.hpp"
#include "cli/programme.hpp"
#include "core/integer.hpp"
#include "courrier/boite.hpp"

namespace grappe::cli {
namespace {

struct Options {
    OptionsDeBase base;
    std::string tete;
};

// "12:3f2a…", as a former check printed it.
std::optional<audit::Tete> lire_tete(std::string_view texte) {
    const auto deux_points = texte.find(':');
    if (deux_points == std::string_view::npos) return std::nullopt;
    const auto numero = core::integer<std::int64_t>(texte.substr(0, deux_points));
    if (!numero) return std::nullopt;
    return audit::Tete{*numero, std::string{texte.substr(deux_points + 1)}};
}

int verifier(const Session& session, const Options& options) {
    const auto connue = lire_tete(options.tete);
    if (!connue && !options.tete.empty())
        return refuser(session, core::refuse(core::Reason::invalid, "cli.journal.tete_illisible"),
                       saisie_illisible);
    const auto servie = rejoindre_la_base(session, options.base);
    if (!servie) return refuser(session, servie.error(), donnees_inutilisables);
    const auto tete = servie->bassin->with([&](storage::Base& base) {
        return base.read([&](storage::Reader& db) { return audit::verifier(db, connue); });
    });
    if (!tete) return refuser(session, tete.error(), donnees_inutilisables);
    ecrire(session.sortie, session.phrases.rendre(
                               "cli.journal.sain",
                               {{"lignes", tete->numero},
                                {"tete", std::to_string(tete->numero) + ":" + tete->empreinte}}) +
                               "\n");
    return reussi;
}

int montrer_le_courrier(const Session& session, const Options& options) {
    const auto servie = rejoindre_la_base(session, options.base);
    if (!servie) return refuser(session, servie.error(), donnees_inutilisables);
    const auto comptes = servie->bassin->with([](storage::Base& base) {
        return base.read([](storage::Reader& db) { return courrier::comptes(db); });
    });
    for (const auto& [etat, plis] : comptes)
        ecrire(session.sortie,
               session.phrases.rendre("cli.courrier." + std::string{core::name_of(etat)},
                                      {{"plis", plis}}) +
                   "\n");
    return reussi;
}

int relancer(const Session& session, const Options& options) {
    const auto servie = rejoindre_la_base(session, options.base);
    if (!servie) return refuser(session, servie.error(), donnees_inutilisables);
    const auto relances = servie->bassin->with([&](storage::Base& base) {
        return base.write([&](storage::Writer& db) -> core::Result<std::int64_t> {
            return courrier::relancer(db, core::Instant::now());
        });
    });
    ecrire(session.sortie,
           session.phrases.rendre("cli.courrier.relances", {{"plis", *relances}}) + "\n");
    return reussi;
}

}  // namespace

void declarer_journal(Commande& programme) {
    const auto options = std::make_shared<Options>();
    auto& journal = programme.commande("journal", "cli.journal");
    auto& verification = journal.commande("verifier", "cli.journal.verifier");
    verification.option("--tete", options->tete, "cli.journal.tete").mot("N:EMPREINTE");
    declarer_options_de_base(verification, options->base);
    verification.faire(verifier, options);
    auto& courrier = programme.commande("courrier", "cli.courrier");
    auto& etat = courrier.commande("etat", "cli.courrier.etat");
    declarer_options_de_base(etat, options->base);
    etat.faire(montrer_le_courrier, options);
    auto& relance = courrier.commande("relancer", "cli.courrier.relancer");
    declarer_options_de_base(relance, options->base);
    relance.faire(relancer, options);
}

}  // namespace grappe::cli
