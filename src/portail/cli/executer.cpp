// The command line of grappe-portail: finds the program's folder, its sentences, then the command.
#include <CLI/CLI.hpp>
#include <string_view>
#include <vector>

#include "core/texte.hpp"
#include "portail/cli/commande.hpp"
#include "portail/socle/racine.hpp"

namespace grappe::cli {
namespace {

constexpr std::string_view version = "grappe-portail 0.1";
constexpr std::size_t octets_des_phrases = std::size_t{16} * 1024 * 1024;

// The only sentences outside locale/fr.txt: it is what cannot be read.
std::optional<Session> ouvrir_session(Sorties sorties) {
    const auto racine = socle::trouver_racine();
    if (!racine) {
        ecrire(sorties.erreur,
               "Le dossier du programme (locale/, appels/, donnees/) est introuvable : "
               "indiquez-le par la variable GRAPPE_RACINE.\n");
        return std::nullopt;
    }
    const auto texte = socle::lire_fichier(*racine + "/locale/fr.txt", octets_des_phrases);
    auto phrases = rules::Phrases::charger(texte.value_or(""));
    if (!phrases) {
        ecrire(sorties.erreur,
               *racine + "/locale/fr.txt est illisible : " + phrases.error().detail + "\n");
        return std::nullopt;
    }
    return Session{.racine = *racine,
                   .phrases = *std::move(phrases),
                   .maintenant = core::Instant::now(),
                   .sortie = sorties.sortie,
                   .erreur = sorties.erreur};
}

void traduire(CLI::App& programme, const rules::Phrases& phrases) {
    const auto dit = [&](const char* code) { return phrases.rendre(code, {}); };
    programme.set_help_flag("-h,--aide,--help", dit("cli.aide"));
    const auto mise_en_forme = std::make_shared<CLI::Formatter>();
    mise_en_forme->label("OPTIONS", dit("cli.mot.options"));
    mise_en_forme->label("Options", dit("cli.mot.options_titre"));
    mise_en_forme->label("SUBCOMMAND", dit("cli.mot.commande"));
    mise_en_forme->label("SUBCOMMANDS", dit("cli.mot.commande"));
    mise_en_forme->label("Positionals", dit("cli.mot.arguments"));
    mise_en_forme->label("REQUIRED", dit("cli.mot.requis"));
    mise_en_forme->label("TEXT", dit("cli.mot.texte"));
    mise_en_forme->column_width(34);
    programme.formatter(mise_en_forme);
}

// The title above the commands, and above those of a command.
void ranger_commandes(CLI::App& programme, const std::string& titre) {
    for (auto* commande : programme.get_subcommands({})) {
        commande->group(titre);
        ranger_commandes(*commande, titre);
    }
}

// What CLI11 says in English around the word at fault is taken away.
std::string mot_fautif(std::string texte) {
    constexpr std::string_view apres = ": ", suffixe = " is required";
    if (texte.ends_with(suffixe)) texte.erase(texte.size() - suffixe.size());
    if (const auto ou = texte.find(apres); ou != std::string::npos)
        texte.erase(0, ou + apres.size());
    return texte;
}

enum class Attendu { option, commande };

// What one may write at that place.
std::vector<std::string> possibles(const CLI::App& programme, Attendu attendu) {
    std::vector<std::string> mots;
    const auto choisies = programme.get_subcommands();
    const auto* lieu = choisies.empty() ? &programme : choisies.front();
    if (attendu == Attendu::option)
        for (const auto* une : lieu->get_options())
            for (const auto& nom : une->get_lnames()) mots.push_back("--" + nom);
    if (attendu == Attendu::commande)
        for (const auto* une : programme.get_subcommands({})) mots.push_back(une->get_name());
    return mots;
}

// An unknown word is said before anything that it may hide, with the nearest one that exists.
std::string mot_inconnu(const CLI::App& programme, const std::string& mot,
                        const rules::Phrases& phrases) {
    const auto connus =
        possibles(programme, mot.starts_with('-') ? Attendu::option : Attendu::commande);
    const std::vector<std::string_view> candidats{connus.begin(), connus.end()};
    const auto proche = core::plus_proche(mot, candidats);
    return phrases.rendre(
        proche ? "cli.refus.proche" : "cli.refus.ExtrasError",
        {{"detail", std::string_view{mot}}, {"proche", proche ? *proche : std::string_view{}}});
}

std::string refus_en_francais(const CLI::App& programme, const CLI::ParseError& erreur,
                              const rules::Phrases& phrases) {
    if (const auto inconnus = programme.remaining(true); !inconnus.empty())
        return mot_inconnu(programme, inconnus.front(), phrases);
    const std::string dit = erreur.what();
    auto code = "cli.refus." + erreur.get_name();
    if (dit.starts_with("A subcommand")) code = "cli.refus.sans_commande";
    return phrases.rendre(phrases.contient(code) ? code : "cli.refus",
                          {{"detail", mot_fautif(dit)}});
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
        ecrire(session.erreur, refus_en_francais(programme, erreur, session.phrases) + "\n");
        return saisie_illisible;
    }
}

}  // namespace

void ecrire(std::FILE* fichier, std::string_view texte) {
    std::fwrite(texte.data(), 1, texte.size(), fichier);
    std::fflush(fichier);
}

int executer(int nombre, char** arguments, Sorties sorties) {
    try {
        auto session = ouvrir_session(sorties);
        if (!session) return donnees_inutilisables;
        CLI::App programme{session->phrases.rendre("cli.programme", {}), "grappe-portail"};
        traduire(programme, session->phrases);
        programme.set_version_flag("--version", std::string{version},
                                   session->phrases.rendre("cli.version", {}));
        programme.require_subcommand(1);
        declarer_check(programme, *session);
        declarer_appels(programme, *session);
        declarer_registre(programme, *session);
        declarer_servir(programme, *session);
        declarer_compte(programme, *session);
        declarer_journal(programme, *session);
        declarer_dossier(programme, *session);
        declarer_conservation(programme, *session);
        declarer_rappels(programme, *session);
        declarer_rapport(programme, *session);
        ranger_commandes(programme, session->phrases.rendre("cli.mot.commandes", {}));
        return lire_et_lancer(programme, *session, nombre, arguments);
    } catch (const std::exception& panne) {
        ecrire(sorties.erreur, std::string{"grappe-portail : "} + panne.what() + "\n");
        return donnees_inutilisables;
    }
}

}  // namespace grappe::cli
