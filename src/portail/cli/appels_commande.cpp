// grappe-portail appels: the calls and what is open, one call with its sources, check of a file.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "portail/cli/commande.hpp"
#include "portail/programme/chargement.hpp"
#include "portail/rendu/appels_json.hpp"
#include "portail/rendu/appels_texte.hpp"

namespace grappe::cli {
namespace {

struct OptionsAppels {
    std::string id, fichier, le;
    std::vector<std::string> dossiers;
    bool json = false;
};

programme::Dossiers dossiers(const OptionsAppels& options, const Session& session) {
    programme::Dossiers tous{std::filesystem::path{session.racine} / "appels"};
    tous.insert(tous.end(), options.dossiers.begin(), options.dossiers.end());
    return tous;
}

void dire_les_defauts(const programme::Appels& appels, const Session& session) {
    for (const auto& defaut : appels.defauts)
        ecrire(session.erreur, programme::phrase(defaut, session.phrases) + "\n");
}

int refuser(const char* code, const rules::Faits& faits, const Session& session) {
    ecrire(session.erreur, session.phrases.rendre(code, faits) + "\n");
    return saisie_illisible;
}

int montrer_un(const programme::AppelCharge& charge, const OptionsAppels& options,
               const Session& session) {
    ecrire(session.sortie, options.json
                               ? rendu::appel_json(charge, session.maintenant) + "\n"
                               : rendu::appel_texte(charge, session.maintenant, session.phrases));
    return reussi;
}

int montrer(const OptionsAppels& options, Session session) {
    if (!options.le.empty()) {
        const auto instant = core::Instant::parse(options.le);
        if (!instant) return refuser("programme.cli.instant", {{"valeur", options.le}}, session);
        session.maintenant = *instant;
    }
    const auto appels = programme::charger_appels(dossiers(options, session));
    for (const auto& note : appels.notes)
        ecrire(session.erreur, session.phrases.rendre(note.code, note.faits) + "\n");
    dire_les_defauts(appels, session);
    if (!appels.defauts.empty()) return donnees_inutilisables;
    if (options.id.empty()) {
        ecrire(session.sortie,
               options.json ? rendu::appels_json(appels, session.maintenant) + "\n"
                            : rendu::appels_texte(appels, session.maintenant, session.phrases));
        return reussi;
    }
    const auto* charge = appels.find(options.id);
    if (charge != nullptr) return montrer_un(*charge, options, session);
    return refuser("programme.cli.inconnu", {{"valeur", options.id}, {"connus", appels.ids()}},
                   session);
}

int verifier(const OptionsAppels& options, const Session& session) {
    const auto appels = programme::charger_appel(options.fichier, dossiers(options, session));
    dire_les_defauts(appels, session);
    if (!appels.defauts.empty()) {
        const auto nombre = static_cast<std::int64_t>(appels.defauts.size());
        return refuser("programme.cli.refuse", {{"fichier", options.fichier}, {"nombre", nombre}},
                       session);
    }
    const auto& appel = appels.tous.front().versions.back().appel;
    ecrire(session.sortie,
           session.phrases.rendre("programme.cli.correct",
                                  {{"fichier", options.fichier},
                                   {"appel", std::string_view{appel.id}},
                                   {"empreinte", std::string_view{appel.empreinte}}}) +
               "\n");
    return reussi;
}

}  // namespace

void declarer_appels(CLI::App& programme, Session& session) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    const auto options = std::make_shared<OptionsAppels>();
    auto* appels = programme.add_subcommand("appels", dit("programme.cli.appels"));
    appels->add_option("id", options->id, dit("programme.cli.id"))->type_name("ID");
    appels->add_option("--appels", options->dossiers, dit("programme.cli.dossiers"))
        ->type_name("DIR")
        ->allow_extra_args(false);
    appels->add_option("--le", options->le, dit("programme.cli.le"))->type_name("INSTANT");
    appels->add_flag("--json", options->json, dit("programme.cli.json"));
    auto* verification = appels->add_subcommand("verifier", dit("programme.cli.verifier"));
    verification->add_option("fichier", options->fichier, dit("programme.cli.fichier"))->required();
    verification->add_option("--appels", options->dossiers, dit("programme.cli.dossiers"))
        ->type_name("DIR")
        ->allow_extra_args(false);
    verification->callback([&session, options] { session.code = verifier(*options, session); });
    appels->callback([&session, options, verification] {
        if (!verification->parsed()) session.code = montrer(*options, session);
    });
}

}  // namespace grappe::cli
