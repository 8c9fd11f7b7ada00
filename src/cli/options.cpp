// The one home of CLI11: commands told as values are given to it, and what it answers is said in
// French.
#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <string_view>

#include "core/texte.hpp"

namespace grappe::cli {
namespace {

// Before the commands, which inherit the help flag and its words.
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

// What it says of a value beyond the bounds is told as it is.
CLI::Validator bornes_en_francais(const Option::Dite& dite, const rules::Phrases& phrases) {
    const auto [premier, dernier] = *dite.bornes;
    const rules::Faits bornes{{"premier", std::int64_t{premier}},
                              {"dernier", std::int64_t{dernier}}};
    const auto refuse = phrases.rendre("cli.mot.bornes", bornes);
    return {[premier, dernier, refuse](const std::string& texte) {
                int lu = 0;
                const bool nombre = CLI::detail::lexical_cast(texte, lu);
                return nombre && lu >= premier && lu <= dernier ? std::string{}
                                                                : texte + " = " + refuse;
            },
            phrases.rendre("cli.mot.bornes", bornes)};
}

void ajouter(CLI::App& app, const Option::Dite& dite, const rules::Phrases& phrases) {
    const auto aide = phrases.rendre(dite.code, {});
    auto* option = std::visit(
        [&](auto* place) {
            if constexpr (std::is_same_v<decltype(place), bool*>)
                return app.add_flag(dite.noms, *place, aide);
            else
                return app.add_option(dite.noms, *place, aide);
        },
        dite.place);
    if (!dite.mot.empty()) option->type_name(dite.mot);
    if (dite.bornes) option->check(bornes_en_francais(dite, phrases));
    if (dite.requise) option->required();
    if (dite.derniere) option->take_last();
    if (dite.une_par_nom) option->allow_extra_args(false);
    if (dite.defaut_dit) option->capture_default_str();
}

void garnir(CLI::App& app, const Commande& commande, const rules::Phrases& phrases) {
    if (!commande.commandes().empty() && !commande.action()) app.require_subcommand(1);
    for (const auto& option : commande.options()) ajouter(app, option.dite(), phrases);
    for (const auto& une : commande.commandes()) {
        auto* sous = app.add_subcommand(une.nom(), phrases.rendre(une.code(), {}));
        sous->group(phrases.rendre("cli.mot.commandes", {}));
        garnir(*sous, une, phrases);
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

// "Could not convert: --nombre = deux"; "--ouvriers: 65 = de 1 à 64".
std::string valeur_en_francais(const CLI::App& programme, const CLI::ParseError& erreur,
                               const rules::Phrases& phrases) {
    constexpr std::string_view egale = " = ";
    const std::string dit = erreur.what();
    const bool bornes = erreur.get_name() == "ValidationError";
    const auto reste = mot_fautif(dit);
    const auto ou = reste.find(egale);
    const auto avant = reste.substr(0, ou);
    const auto apres = ou == std::string::npos ? std::string{} : reste.substr(ou + egale.size());
    return phrases.rendre("cli.refus." + erreur.get_name(),
                          {{"option", bornes ? dit.substr(0, dit.find(':')) : avant},
                           {"valeur", bornes ? avant : apres},
                           {"attendu", bornes ? apres : std::string{}},
                           {"programme", std::string_view{programme.get_name()}}});
}

// The commands that the line may go on with, from where it stops.
std::string commande_attendue(const CLI::App& programme, const rules::Phrases& phrases) {
    const auto* lieu = &programme;
    std::string jusqu_ici = programme.get_name();
    while (!lieu->get_subcommands().empty()) {
        lieu = lieu->get_subcommands().front();
        jusqu_ici += " " + lieu->get_name();
    }
    std::string possibles;
    for (const auto* une : lieu->get_subcommands({}))
        possibles += (possibles.empty() ? "" : ", ") + une->get_name();
    return phrases.rendre("cli.refus.sans_commande",
                          {{"ligne", std::move(jusqu_ici)}, {"possibles", std::move(possibles)}});
}

std::string refus_en_francais(const CLI::App& programme, const CLI::ParseError& erreur,
                              const rules::Phrases& phrases) {
    if (const auto inconnus = programme.remaining(true); !inconnus.empty())
        return mot_inconnu(programme, inconnus.front(), phrases);
    const std::string dit = erreur.what();
    if (erreur.get_name() == "ArgumentMismatch")
        return valeurs_en_francais(programme, dit, phrases);
    if (erreur.get_name() == "ConversionError" || erreur.get_name() == "ValidationError")
        return valeur_en_francais(programme, erreur, phrases);
    if (dit.starts_with("A subcommand")) return commande_attendue(programme, phrases);
    const auto code = "cli.refus." + erreur.get_name();
    return phrases.rendre(
        phrases.contient(code) ? code : "cli.refus",
        {{"detail", mot_fautif(dit)}, {"programme", std::string_view{programme.get_name()}}});
}

// From the program down to the last command of the line.
const Commande& choisie(const CLI::App& app, const Commande& commande) {
    const auto choisies = app.get_subcommands();
    if (choisies.empty()) return commande;
    const auto* sous = choisies.front();
    const auto une =
        std::find_if(commande.commandes().begin(), commande.commandes().end(),
                     [&](const Commande& autre) { return autre.nom() == sous->get_name(); });
    return choisie(*sous, *une);
}

// The names of the options of a command and of those under it: "--au", "-v"; those that want a
// value; those for which an empty one is none.
struct Noms {
    std::vector<std::string> tous{}, a_valeur{}, pleins{};
};

void nommer(const Commande& commande, Noms& noms) {
    for (const auto& option : commande.options()) {
        const auto& dite = option.dite();
        if (!dite.noms.starts_with('-')) continue;
        std::istringstream ecrits{dite.noms};
        for (std::string nom; std::getline(ecrits, nom, ',');) {
            noms.tous.push_back(nom);
            if (!std::holds_alternative<bool*>(dite.place)) noms.a_valeur.push_back(nom);
            if (std::holds_alternative<std::string*>(dite.place) ||
                std::holds_alternative<std::vector<std::string>*>(dite.place))
                noms.pleins.push_back(nom);
        }
    }
    for (const auto& une : commande.commandes()) nommer(une, noms);
}

bool contient(const std::vector<std::string>& noms, const std::string& mot) {
    return std::find(noms.begin(), noms.end(), mot) != noms.end();
}

// "--finess --base …": CLI11 would take the second name for the value of the first. "--registre
// ''": what a script left empty is no wish for the default.
std::optional<std::string> option_sans_valeur(const Ligne& ligne) {
    Noms noms;
    nommer(ligne.programme, noms);
    for (std::size_t n = 0; n < ligne.mots.size(); ++n) {
        const auto& mot = ligne.mots[n];
        if (mot.ends_with('=') && contient(noms.pleins, mot.substr(0, mot.size() - 1)))
            return mot.substr(0, mot.size() - 1);
        if (n + 1 == ligne.mots.size()) break;
        const auto& suivant = ligne.mots[n + 1];
        if (suivant.empty() ? contient(noms.pleins, mot)
                            : contient(noms.a_valeur, mot) && contient(noms.tous, suivant))
            return mot;
    }
    return std::nullopt;
}

}  // namespace

Commande& Commande::commande(std::string nom, std::string code) {
    return commandes_.emplace_back(std::move(nom), std::move(code));
}

Option& Commande::drapeau(std::string noms, bool& leve, std::string code) {
    return ajouter(std::move(noms), &leve, std::move(code));
}

Option& Commande::ajouter(std::string noms, Option::Place place, std::string code) {
    return options_.emplace_back(
        Option::Dite{.noms = std::move(noms), .code = std::move(code), .place = place});
}

Lue lire_la_ligne(const Ligne& ligne, const rules::Phrases& phrases) {
    const auto& programme = ligne.programme;
    CLI::App app{phrases.rendre(programme.code(), {}), programme.nom()};
    traduire(app, phrases);
    app.set_version_flag("--version", ligne.version, phrases.rendre("cli.version", {}));
    garnir(app, programme, phrases);
    try {
        if (const auto nue = option_sans_valeur(ligne))
            return {.texte = phrases.rendre("cli.refus.sans_valeur",
                                            {{"detail", std::string_view{*nue}},
                                             {"programme", std::string_view{programme.nom()}}}) +
                             "\n",
                    .code = saisie_illisible};
        app.parse(std::vector<std::string>{ligne.mots.rbegin(), ligne.mots.rend()});
        return {.action = &choisie(app, programme).action()};
    } catch (const CLI::CallForHelp&) {
        return {.texte = app.help()};
    } catch (const CLI::CallForVersion&) {
        return {.texte = app.version() + "\n"};
    } catch (const CLI::ParseError& erreur) {
        return {.texte = refus_en_francais(app, erreur, phrases) + "\n", .code = saisie_illisible};
    }
}

}  // namespace grappe::cli
