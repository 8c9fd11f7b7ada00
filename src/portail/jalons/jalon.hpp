// Jalon: a milestone of an agreement: what is done, what comes next, by which text. Catalogue 5.2,
// PAY-03, SOL-03, EXT-19, AMB-11, CONF-23. Values; `suivi.hpp` computes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/named.hpp"
#include "rules/fait.hpp"
#include "rules/source.hpp"

namespace grappe::jalons {

// In the order of a project. `publication` and `saisie` are the agency's; `signature` and
// `demande_de_solde` are known from the agreement itself.
enum class Genre {
    publication,  // of the decision that attributes the money
    signature,    // by both parties
    saisie,       // of the signed agreement, with the fund
    demarrage,
    choix,
    referencement,
    parametrage,
    deploiement,  // end of it, at each establishment
    demande_de_solde
};
constexpr auto names(Genre) {
    using enum Genre;
    return std::to_array<core::Named<Genre>>({{publication, "publication"},
                                              {signature, "signature"},
                                              {saisie, "saisie"},
                                              {demarrage, "demarrage"},
                                              {choix, "choix"},
                                              {referencement, "referencement"},
                                              {parametrage, "parametrage"},
                                              {deploiement, "deploiement"},
                                              {demande_de_solde, "demande_de_solde"}});
}

// `non_respecte`: done, and too late for an obligation. `forclos`: the right is lost.
enum class Etat { sans_objet, a_venir, en_retard, fait, non_respecte, forclos };
constexpr auto names(Etat) {
    using enum Etat;
    return std::to_array<core::Named<Etat>>({{sans_objet, "sans_objet"},
                                             {a_venir, "a_venir"},
                                             {en_retard, "en_retard"},
                                             {fait, "fait"},
                                             {non_respecte, "non_respecte"},
                                             {forclos, "forclos"}});
}

// What its term is worth. `prevue`: a day that the porteur gave itself; `non_dite`: the text gives
// a delay and does not say what it is worth; `sans_terme`: no text gives any.
enum class Nature { imperative, indicative, prevue, non_dite, sans_terme };
constexpr auto names(Nature) {
    using enum Nature;
    return std::to_array<core::Named<Nature>>({{imperative, "imperative"},
                                               {indicative, "indicative"},
                                               {prevue, "prevue"},
                                               {non_dite, "non_dite"},
                                               {sans_terme, "sans_terme"}});
}

// What became of what was declared.
enum class Suite { rien, declare, confirme, a_preciser };
constexpr auto names(Suite) {
    using enum Suite;
    return std::to_array<core::Named<Suite>>(
        {{rien, "rien"}, {declare, "declare"}, {confirme, "confirme"}, {a_preciser, "a_preciser"}});
}

enum class Acte { prevoir, declarer, retirer, confirmer, demander, prolonger };
constexpr auto names(Acte) {
    using enum Acte;
    return std::to_array<core::Named<Acte>>({{prevoir, "prevoir"},
                                             {declarer, "declarer"},
                                             {retirer, "retirer"},
                                             {confirmer, "confirmer"},
                                             {demander, "demander"},
                                             {prolonger, "prolonger"}});
}

// One thing said of a milestone: a row that is never changed. `jour`: planned, done, or the new
// last day; empty: the act has none.
struct Fait {
    int numero;
    Genre jalon;
    std::string finess_et;  // empty: the project, or all of its establishments
    Acte acte;
    std::optional<core::Date> jour;
    std::string motif;  // the reason, or which piece proves it; may be empty
    std::string par;
    core::Instant fait_le;
};

struct Jalon {
    Genre genre;
    std::string finess_et{};  // empty: the project
    Etat etat = Etat::a_venir;
    Nature nature = Nature::sans_terme;
    std::optional<core::Date> terme{};           // the last day that is in time
    std::optional<core::Date> terme_du_texte{};  // before the desk extended it
    std::optional<core::Date> prevu_le{}, fait_le{};
    // From today to its term, or from the day when it was done: below zero, too late.
    std::optional<int> jours{};
    Suite suite = Suite::rien;
    std::string question{};     // of the desk, when `suite` is a_preciser
    std::string_view phrase{};  // a code: how its term is known, or why there is none
    rules::Faits faits{};
    rules::Source source{};

    bool hors_delai() const { return fait_le && terme && *fait_le > *terme; }
    // It still waits for somebody.
    bool ouvert() const { return etat == Etat::a_venir || etat == Etat::en_retard; }
};

}  // namespace grappe::jalons
