// Demande: what a person asks of her data (her record, a correction…), the term of the answer, and
// the answer. Spec RGP-06, DRO-09.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named.hpp"
#include "dui/echeance/regle.hpp"

namespace grappe::demande {

// The health data of one's record have a term of their own, longer where the last of them is older
// than five years.
enum class Objet {
    acces,
    sante,
    sante_ancienne,
    rectification,
    effacement,
    limitation,
    opposition
};

constexpr auto names(Objet) {
    using enum Objet;
    return std::to_array<core::Named<Objet>>({{acces, "acces"},
                                              {sante, "sante"},
                                              {sante_ancienne, "sante_ancienne"},
                                              {rectification, "rectification"},
                                              {effacement, "effacement"},
                                              {limitation, "limitation"},
                                              {opposition, "opposition"}});
}

enum class Par { personne, representant, ayant_droit };

constexpr auto names(Par) {
    return std::to_array<core::Named<Par>>({{Par::personne, "personne"},
                                            {Par::representant, "representant"},
                                            {Par::ayant_droit, "ayant_droit"}});
}

enum class Issue { satisfaite, en_partie, refusee, sans_objet };

constexpr auto names(Issue) {
    using enum Issue;
    return std::to_array<core::Named<Issue>>({{satisfaite, "satisfaite"},
                                              {en_partie, "en_partie"},
                                              {refusee, "refusee"},
                                              {sans_objet, "sans_objet"}});
}

// When it must be answered, by which text; how much later at most, once said why.
struct Terme {
    echeance::Delai delai;
    std::optional<echeance::Delai> prolongation;  // counted after `delai`
    std::string_view source;                      // a sentence of locale/fr.txt
};
// The table of decision 0088.
const Terme& terme_de(Objet objet);

inline constexpr std::size_t texte_au_plus = 2'000;  // characters

struct Prolongation {
    core::Date dite_le;
    std::string motif;

    bool operator==(const Prolongation&) const = default;
};
struct Reponse {
    core::Date le;
    Issue issue;
    std::string texte;

    bool operator==(const Reponse&) const = default;
};
struct Demande {
    Objet objet;
    Par par;
    core::Date recue_le;
    std::string texte{};  // in her words, or what she gave
    std::optional<Prolongation> prolongation{};
    std::optional<Reponse> reponse{};

    bool operator==(const Demande&) const = default;
};

// The last day that is in time.
core::Date echeance_de(const Demande& demande);

enum class Etat { ouverte, en_retard, repondue, repondue_en_retard };
Etat etat_de(const Demande& demande, core::Date aujourd_hui);

struct Faute {
    std::string chemin, code;

    bool operator==(const Faute&) const = default;
};
// Codes "demande.futur" (a day to come), "demande.long".
std::vector<Faute> fautes_de(const Demande& demande, core::Date aujourd_hui);
// An extension: "demande.prolongation_motif", "demande.long", "demande.sans_prolongation" (that
// text has none), "demande.deja_prolongee", "demande.prolongation_tardive" (the first term has
// passed), "demande.deja_repondue".
std::vector<Faute> fautes_d_une_prolongation(const Demande& demande, const Prolongation& voulue);
// An answer: "demande.futur", "demande.avant_la_demande", "demande.reponse_motif" (refused or in
// part: say why), "demande.long", "demande.deja_repondue".
std::vector<Faute> fautes_d_une_reponse(const Demande& demande, const Reponse& voulue,
                                        core::Date aujourd_hui);

std::string contenu_de(const Demande& demande);
Demande lue(std::string_view contenu);

}  // namespace grappe::demande
