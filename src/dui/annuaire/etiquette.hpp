// Etiquette: a person's names as they are searched, and how well a word typed agrees with them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/named.hpp"
#include "dui/annuaire/personne.hpp"

namespace grappe::annuaire {

// In the order in which answers come. A *run* is one or several whole words of one field, one after
// the other: JEAN, PIERRE and JEANPIERRE in "Jean-Pierre".
enum class Niveau : std::uint8_t {
    exact,     // a run
    prefixe,   // the beginning of a run
    fragment,  // anywhere else in the field
    faute      // one letter away from a run: another, missing, too many, two neighbours exchanged
};
constexpr auto names(Niveau) {
    using enum Niveau;
    return std::to_array<core::Named<Niveau>>(
        {{exact, "exact"}, {prefixe, "prefixe"}, {fragment, "fragment"}, {faute, "faute"}});
}

enum class Champ : std::uint8_t {
    nom_de_naissance,
    nom_utilise,
    prenoms,
    prenom_utilise,
    naissance,
    id
};
constexpr auto names(Champ) {
    using enum Champ;
    return std::to_array<core::Named<Champ>>({{nom_de_naissance, "nom_de_naissance"},
                                              {nom_utilise, "nom_utilise"},
                                              {prenoms, "prenoms"},
                                              {prenom_utilise, "prenom_utilise"},
                                              {naissance, "naissance"},
                                              {id, "id"}});
}

struct Accord {
    Niveau niveau;
    Champ champ;

    bool operator==(const Accord&) const = default;
};

// Shorter words take no slip: too many others are one letter away.
inline constexpr std::size_t lettres_pour_une_faute = 4;

// Letters and digits of `texte`, folded, nothing of what separates them.
std::string lettres_de(std::string_view texte);

// The four names, each closed by an end of line. `debuts` says at which letters a word begins.
struct Etiquette {
    std::string lettres, debuts;

    bool operator==(const Etiquette&) const = default;
};
Etiquette etiquette_de(const Personne& personne);

// The same, borrowed.
struct Vue {
    std::string_view lettres, debuts;
};

// The best of all fields; of equals the first field. `mot` is not empty.
std::optional<Accord> accord_sans_faute(std::string_view mot, const Vue& vue);
std::optional<Accord> accord_avec_faute(std::string_view mot, const Vue& vue);

// Which letters and which pairs of neighbours names hold, a bit each; several share one. Most names
// that do not agree with a word are told by it, none that agrees is lost.
struct Ensemble {
    std::uint32_t lettres = 0;
    std::uint64_t paires = 0;

    bool peut_contenir(const Ensemble& mot) const {
        return (mot.lettres & ~lettres) == 0 && (mot.paires & ~paires) == 0;
    }
    // A slip adds a letter at most to those that the name lacks, and three pairs.
    bool peut_contenir_a_une_faute_pres(const Ensemble& mot) const {
        auto restent = mot.paires & ~paires;
        for (int n = 0; n < 3; ++n) restent &= restent - 1;  // one bit less each time
        const auto manquent = mot.lettres & ~lettres;
        return restent == 0 && (manquent & (manquent - 1)) == 0;
    }
};
Ensemble ensemble_de(std::string_view lettres);

bool a_une_lettre_pres(std::string_view un, std::string_view autre);

}  // namespace grappe::annuaire
