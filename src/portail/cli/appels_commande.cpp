// grappe-portail appels: the calls and what is open, one call with its sources, check of a file.
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

void declarer_appels(Commande& programme) {
    const auto options = std::make_shared<OptionsAppels>();
    auto& appels = programme.commande("appels", "programme.cli.appels");
    appels.option("id", options->id, "programme.cli.id").mot("ID");
    appels.option("--appels", options->dossiers, "programme.cli.dossiers")
        .mot("DOSSIER")
        .une_par_nom();
    appels.option("--le", options->le, "programme.cli.le").mot("INSTANT");
    appels.drapeau("--json", options->json, "programme.cli.json");
    auto& verification = appels.commande("verifier", "programme.cli.verifier");
    verification.option("fichier", options->fichier, "programme.cli.fichier").requise();
    verification.option("--appels", options->dossiers, "programme.cli.dossiers")
        .mot("DOSSIER")
        .une_par_nom();
    verification.faire([options](const Session& session) { return verifier(*options, session); });
    declarer_repetition(appels);
    appels.faire([options](const Session& session) { return montrer(*options, session); });
}

}  // namespace grappe::cli
