// journal verifier, of both programs: is the chained journal whole? And courrier: what became of
// mail.
#include <CLI/CLI.hpp>

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

void declarer_journal(CLI::App& programme, Session& session) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    const auto options = std::make_shared<Options>();
    auto* journal = programme.add_subcommand("journal", dit("cli.journal"));
    journal->require_subcommand(1);
    auto* verification = journal->add_subcommand("verifier", dit("cli.journal.verifier"));
    verification->add_option("--tete", options->tete, dit("cli.journal.tete"))
        ->type_name("N:EMPREINTE");
    declarer_options_de_base(*verification, session, options->base);
    verification->callback([&session, options] { session.code = verifier(session, *options); });
    auto* courrier = programme.add_subcommand("courrier", dit("cli.courrier"));
    courrier->require_subcommand(1);
    auto* etat = courrier->add_subcommand("etat", dit("cli.courrier.etat"));
    declarer_options_de_base(*etat, session, options->base);
    etat->callback([&session, options] { session.code = montrer_le_courrier(session, *options); });
    auto* relance = courrier->add_subcommand("relancer", dit("cli.courrier.relancer"));
    declarer_options_de_base(*relance, session, options->base);
    relance->callback([&session, options] { session.code = relancer(session, *options); });
}

}  // namespace grappe::cli
