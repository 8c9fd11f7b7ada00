// The command line as values: commands, their options and what they do, then the reading of one
// line. The library that reads stays in options.cpp: it costs seconds to every file that sees it.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "cli/session.hpp"

namespace grappe::cli {

// What a command does; answers the exit code.
using Action = std::function<int(const Session&)>;

// An option as a command declares it; without dashes in its name, an argument by its position.
class Option {
public:
    // Where its value goes when it is read; what it held before is its default. It outlives the
    // reading: what a command does keeps the options of that command.
    using Place =
        std::variant<bool*, std::string*, std::optional<std::string>*, std::vector<std::string>*,
                     int*, std::int64_t*, std::uint32_t*, std::uint64_t*>;
    struct Dite {
        std::string noms;  // "--registre,--base", "fichier"
        std::string code;  // of what the help says of it
        Place place;
        std::string mot{};  // of its value in the help; empty: the one of its type
        std::optional<std::pair<int, int>> bornes{};
        bool requise = false, derniere = false, une_par_nom = false, defaut_dit = false;
    };

    explicit Option(Dite dite) : dite_{std::move(dite)} {}

    Option& requise() { return dite_.requise = true, *this; }
    // The word of its value in the help: "JOUR".
    Option& mot(std::string texte) { return dite_.mot = std::move(texte), *this; }
    // Given twice, it is refused; this one keeps what came last.
    Option& derniere() { return dite_.derniere = true, *this; }
    // Of a list: one value after each name, so that it does not take what comes behind for its own.
    Option& une_par_nom() { return dite_.une_par_nom = true, *this; }
    // The help says its default.
    Option& defaut_dit() { return dite_.defaut_dit = true, *this; }
    // Both are admitted.
    Option& entre(int premier, int dernier) { return dite_.bornes = {premier, dernier}, *this; }

    const Dite& dite() const { return dite_; }

private:
    Dite dite_;
};

// The program, or one of its commands. One that has commands and does nothing itself wants one of
// them. What it hands out stays where it is. Sentences are given by their code.
class Commande {
public:
    Commande(std::string nom, std::string code) : nom_{std::move(nom)}, code_{std::move(code)} {}
    Commande(const Commande&) = delete;
    Commande& operator=(const Commande&) = delete;

    Commande& commande(std::string nom, std::string code);
    template <class T>
    Option& option(std::string noms, T& valeur, std::string code) {
        static_assert(!std::is_same_v<T, bool>, "a flag takes no value");
        return ajouter(std::move(noms), &valeur, std::move(code));
    }
    Option& drapeau(std::string noms, bool& leve, std::string code);
    // Of the commands of a line, the last one acts.
    void faire(Action action) { action_ = std::move(action); }
    template <class Options>
    void faire(int (*acte)(const Session&, const Options&), std::shared_ptr<Options> options) {
        action_ = [acte, options = std::move(options)](const Session& session) {
            return acte(session, *options);
        };
    }

    const std::string& nom() const { return nom_; }
    const std::string& code() const { return code_; }
    const std::list<Commande>& commandes() const { return commandes_; }
    const std::list<Option>& options() const { return options_; }
    const Action& action() const { return action_; }

private:
    Option& ajouter(std::string noms, Option::Place place, std::string code);

    std::string nom_, code_;
    std::list<Commande> commandes_{};
    std::list<Option> options_{};
    Action action_{};
};

struct Ligne {
    const Commande& programme;
    std::string version;            // what --version answers
    std::vector<std::string> mots;  // without the program's name
};

// An action, or else a text: help, version, or a refusal in French.
struct Lue {
    const Action* action = nullptr;  // lives as long as the program's Commande
    std::string texte{};
    Code code = reussi;
};

// Puts the values where the options say. An action comes only of a line without a fault.
Lue lire_la_ligne(const Ligne& ligne, const rules::Phrases& phrases);

}  // namespace grappe::cli
