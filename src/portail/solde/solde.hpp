// Solde: what remains to be paid of a grant once usage is measured and expenses are stamped.
// Catalogue PAY-01, PAY-02, FIN-10, FIN-12, IND-01 to IND-05, AMB-21, 22, 24, 25, 26 and section
// 2.6; AAP Nouvelle-Aquitaine 2024, §4.5. Pure: the same facts give the same balance.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/solde/cibles.hpp"
#include "portail/solde/depenses.hpp"
#include "rules/fait.hpp"
#include "rules/issue.hpp"
#include "rules/phrases.hpp"

namespace grappe::solde {

// The three words of the contract. `a_apprecier`: neither whole nor nothing, or not decided by the
// texts: the agency decides, with its reason.
enum class Issue { integral, nul, a_apprecier };
constexpr auto names(Issue) {
    return std::to_array<core::Named<Issue>>(
        {{Issue::integral, "integral"}, {Issue::nul, "nul"}, {Issue::a_apprecier, "a_apprecier"}});
}

// A finding of the balance. `regle` is an id of the catalogue; `phrase` a code of locale/fr.txt.
struct Constat {
    std::string_view regle;  // "PAY-02", "IND-01", "AMB-25"
    rules::Issue issue;
    std::string finess_et;  // empty: the project
    std::string_view phrase;
    rules::Faits faits;
    rules::Source source;
    std::optional<usage::Indicateur> indicateur{};  // of a target
};

struct LigneDeSolde {
    std::string finess_et;
    Jugement jugement;  // of the establishment by itself, whatever the call judges
    Money accorde, avance;
    Money plein;        // granted less advance
    Money montant;      // due by the rules
    Money a_apprecier;  // what the agency may add
    Money trop_verse;   // of the advance, what is not due in the end
    Money a_recouvrer;  // of that, what the call takes back
};

struct Solde {
    Issue issue = Issue::nul;
    bool complet = true;  // nothing is missing: measures and stamped expenses are there
    Jugement jugement;    // of the whole project
    Avance avance;
    Justification justification;
    Money accorde, plein, montant, a_apprecier, trop_verse;  // sums of the lines
    Money a_recouvrer;                 // theirs, and what was advanced above all that is granted
    std::vector<LigneDeSolde> lignes;  // as in Accorde
    std::vector<Constat> constats;
};

// The advance of an amended agreement (AMB-29): the sum that stands within what is granted now, and
// what was paid above all of it, which both parties agreed to see given back.
struct AvanceArretee {
    Money montant, en_trop{};
};

// `appel` must outlive the answer. The readings that the balance needs are those of a call that
// gives amounts: it chose them all.
struct Demande {
    const programme::Appel& appel;
    const Accorde& accorde;
    const Mesures& mesures;
    const Depenses* depenses;               // null: no statement came
    std::optional<AvanceArretee> avance{};  // empty: the part of the grant that the call advances
};
Solde calculer(const Demande& demande);

// The finding as a sentence.
std::string dire(const Constat& constat, const rules::Phrases& phrases);

}  // namespace grappe::solde
