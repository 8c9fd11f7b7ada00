// The command line of grappe-portail: finds the program's folder, its sentences, then the command.
#include <CLI/CLI.hpp>
#include <chrono>
#include <string_view>

#include "portail/cli/commande.hpp"
#include "portail/socle/racine.hpp"

namespace grappe::cli {
namespace {

constexpr std::string_view version = "grappe-portail 0.1";
constexpr std::size_t octets_des_phrases = 16 * 1024 * 1024;

core::Instant maintenant() {
    return core::Instant::of(
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

// The only sentences outside locale/fr.txt: it is what cannot be read.
std::optional<Session> ouvrir_session() {
    const auto racine = socle::trouver_racine();
    if (!racine) {
        ecrire(stderr,
               "Le dossier du programme (locale/, appels/, donnees/) est introuvable : "
               "indiquez-le par la variable GRAPPE_RACINE.\n");
        return std::nullopt;
    }
    const auto texte = socle::lire_fichier(*racine + "/locale/fr.txt", octets_des_phrases);
    auto phrases = rules::Phrases::charger(texte.value_or(""));
    if (!phrases) {
        ecrire(stderr, *racine + "/locale/fr.txt est illisible : " + phrases.error().detail + "\n");
        return std::nullopt;
    }
    return Session{.racine = *racine, .phrases = *std::move(phrases), .maintenant = maintenant()};
}

void traduire(CLI::App& programme, const rules::Phrases& phrases) {
    const auto dit = [&](const char* code) { return phrases.rendre(code, {}); };
    programme.set_help_flag("-h,--aide,--help", dit("cli.aide"));
    const auto mise_en_forme = std::make_shared<CLI::Formatter>();
    mise_en_forme->label("OPTIONS", dit("cli.mot.options"));
    mise_en_forme->label("Options", dit("cli.mot.options_titre"));
    mise_en_forme->label("SUBCOMMAND", dit("cli.mot.commande"));
    mise_en_forme->label("SUBCOMMANDS", dit("cli.mot.commande"));
    mise_en_forme->label("Subcommands", dit("cli.mot.commandes"));
    mise_en_forme->label("Positionals", dit("cli.mot.arguments"));
    mise_en_forme->label("REQUIRED", dit("cli.mot.requis"));
    mise_en_forme->label("TEXT", dit("cli.mot.texte"));
    mise_en_forme->column_width(34);
    programme.formatter(mise_en_forme);
}

// What CLI11 refuses, in French.
std::string refus_en_francais(const CLI::ParseError& erreur, const rules::Phrases& phrases) {
    const auto code = "cli.refus." + erreur.get_name();
    const std::string detail = erreur.what();
    return phrases.rendre(phrases.contient(code) ? code : "cli.refus",
                          {{"detail", std::string_view{detail}}});
}

int lire_et_lancer(CLI::App& programme, Session& session, int nombre, char** arguments) {
    try {
        programme.parse(nombre, arguments);
        return session.code;
    } catch (const CLI::CallForHelp&) {
        ecrire(session.sortie, programme.help());
        return reussi;
    } catch (const CLI::CallForVersion&) {
        ecrire(session.sortie, std::string{version} + "\n");
        return reussi;
    } catch (const CLI::ParseError& erreur) {
        ecrire(session.erreur, refus_en_francais(erreur, session.phrases) + "\n");
        return saisie_illisible;
    }
}

}  // namespace

void ecrire(std::FILE* fichier, std::string_view texte) {
    std::fwrite(texte.data(), 1, texte.size(), fichier);
    std::fflush(fichier);
}

int executer(int nombre, char** arguments) {
    try {
        auto session = ouvrir_session();
        if (!session) return donnees_inutilisables;
        CLI::App programme{session->phrases.rendre("cli.programme", {}), "grappe-portail"};
        traduire(programme, session->phrases);
        programme.set_version_flag("--version", std::string{version},
                                   session->phrases.rendre("cli.version", {}));
        programme.require_subcommand(1);
        declarer_check(programme, *session);
        declarer_registre(programme, *session);
        return lire_et_lancer(programme, *session, nombre, arguments);
    } catch (const std::exception& panne) {
        ecrire(stderr, std::string{"grappe-portail : "} + panne.what() + "\n");
        return donnees_inutilisables;
    }
}

}  // namespace grappe::cli
