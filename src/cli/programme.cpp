// Finds the program's folder, its sentences, then the command.
#include "cli/programme.hpp"

#include <CLI/CLI.hpp>
#include <string_view>
#include <vector>

#include "core/texte.hpp"
#include "fichiers/racine.hpp"

namespace grappe::cli {
namespace {

constexpr std::size_t octets_des_phrases = std::size_t{16} * 1024 * 1024;

// The only sentences outside locale/fr.txt: it is what cannot be read.
std::optional<Session> ouvrir_session(Magasin magasin, Sorties sorties) {
    const auto racine = fichiers::trouver_racine();
    if (!racine) {
        ecrire(sorties.erreur,
               "Le dossier du programme (locale/, appels/, donnees/) est introuvable : "
               "indiquez-le par la variable GRAPPE_RACINE.\n");
        return std::nullopt;
    }
    const auto texte = fichiers::lire_fichier(*racine + "/locale/fr.txt", octets_des_phrases);
    auto phrases = rules::Phrases::charger(texte.value_or(""));
    if (!phrases) {
        ecrire(sorties.erreur,
               *racine + "/locale/fr.txt est illisible : " + phrases.error().detail + "\n");
        return std::nullopt;
    }
    return Session{.racine = *racine,
                   .phrases = *std::move(phrases),
                   .maintenant = core::Instant::now(),
                   .magasin = magasin,
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
    return phrases.rendre(proche ? "cli.refus.proche" : "cli.refus.ExtrasError",
                          {{"detail", std::string_view{mot}},
                           {"proche", proche ? *proche : std::string_view{}},
                           {"programme", std::string_view{programme.get_name()}}});
}

// "--au: 1 required JOUR missing", "--au: At Most 1 required but received 2".
std::string valeurs_en_francais(const CLI::App& programme, std::string_view dit,
                                const rules::Phrases& phrases) {
    return phrases.rendre(
        dit.ends_with("missing") ? "cli.refus.sans_valeur" : "cli.refus.trop_de_valeurs",
        {{"detail", dit.substr(0, dit.find(':'))},
         {"programme", std::string_view{programme.get_name()}}});
}

std::string refus_en_francais(const CLI::App& programme, const CLI::ParseError& erreur,
                              const rules::Phrases& phrases) {
    if (const auto inconnus = programme.remaining(true); !inconnus.empty())
        return mot_inconnu(programme, inconnus.front(), phrases);
    const std::string dit = erreur.what();
    if (erreur.get_name() == "ArgumentMismatch")
        return valeurs_en_francais(programme, dit, phrases);
    auto code = "cli.refus." + erreur.get_name();
    if (dit.starts_with("A subcommand")) code = "cli.refus.sans_commande";
    return phrases.rendre(
        phrases.contient(code) ? code : "cli.refus",
        {{"detail", mot_fautif(dit)}, {"programme", std::string_view{programme.get_name()}}});
}

int lire_et_lancer(CLI::App& programme, Session& session, Arguments arguments) {
    try {
        programme.parse(arguments.nombre, arguments.valeurs);
        return session.code;
    } catch (const CLI::CallForHelp&) {
        ecrire(session.sortie, programme.help());
        return reussi;
    } catch (const CLI::CallForVersion&) {
        ecrire(session.sortie, programme.version() + "\n");
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

int refuser(const Session& session, const core::Refusal& refus, int code) {
    ecrire(session.erreur, session.phrases.dire(refus) + "\n");
    return code;
}

int executer(const Programme& programme, Arguments arguments, Sorties sorties) {
    const std::string nom{programme.nom};
    try {
        auto session = ouvrir_session(programme.magasin, sorties);
        if (!session) return donnees_inutilisables;
        CLI::App lue{session->phrases.rendre(programme.objet, {}), nom};
        traduire(lue, session->phrases);
        lue.set_version_flag("--version", nom + " " + std::string{programme.version},
                             session->phrases.rendre("cli.version", {}));
        lue.require_subcommand(1);
        for (const auto declarer : programme.commandes) declarer(lue, *session);
        ranger_commandes(lue, session->phrases.rendre("cli.mot.commandes", {}));
        return lire_et_lancer(lue, *session, arguments);
    } catch (const std::exception& panne) {
        ecrire(sorties.erreur, nom + " : " + panne.what() + "\n");
        return donnees_inutilisables;
    }
}

}  // namespace grappe::cli
