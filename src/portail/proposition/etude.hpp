// Why a proposal is what it is: what each rule costs, what would bring a project in, and when the
// rules cannot all be kept, which ones clash and how far each must give way.
#pragma once

#include <optional>

#include "portail/proposition/proposition.hpp"

namespace grappe::proposition {

// The demand without one rule. The rule bites when the proposal is then another one.
struct Effet {
    Regle regle;
    bool connu = false;       // false: the limit came first, and nothing below counts
    bool active = false;      // contrainte active
    Ensemble sans;            // the proposal without the rule
    std::int64_t points = 0;  // what the rule costs: points of `sans` less those of the proposal
    core::Money montant;      // money of `sans` less that of the proposal; may be under zero
};

// The envelope, each share, each imposed and each excluded project, in the order of `regles`. The
// proposal must be proved and its ties parted.
std::vector<Effet> effets(const Demande& demande, const Proposition& proposition, Limite limite);

// A project left out: the least number of points more with which every set of most points has it,
// whatever its order of deposit.
struct Entree {
    enum class Etat {
        connue,
        jamais,   // proved: no set that keeps the rules has it
        inconnue  // the limit came first: `points` are surely enough
    };
    std::string numero;
    Etat etat = Etat::inconnue;
    std::optional<std::int64_t> points;
};

// Of each project left out and not excluded, in order of deposit.
std::vector<Entree> entrees(const Demande& demande, const Proposition& proposition, Limite limite);

// The least envelope, the stated one or a greater multiple of `pas`, with which every set of most
// points has this project. Costlier than `entrees`, the more so as `pas` is small: to be asked for
// one project at a time. The project is neither imposed nor excluded.
struct EntreeParEnveloppe {
    Entree::Etat etat = Entree::Etat::inconnue;
    core::Money de_plus;  // than the stated one; at least this when `inconnue`
};

EntreeParEnveloppe entree_par_enveloppe(const Demande& demande, const std::string& numero,
                                        core::Money pas, Limite limite);

// One rule alone changed, the others kept, as little as makes the rules possible.
struct Relachement {
    enum class Etat { connu, sans_effet, inconnu };  // sans_effet: it cannot be enough alone
    Regle regle;
    Etat etat = Etat::inconnu;
    std::optional<core::Money> enveloppe;  // the least multiple of `pas`
    // The greatest minimum that can be met: in 1/10 000, in multiples of `pas`, in dossiers.
    std::optional<Minimum> minimum;
};

struct Impossibilite {
    // Rules that clash: all of them together are impossible, without any one of them they are not.
    std::vector<Regle> coupables;
    bool minimale = false;  // false: the limit came first, some of them may be innocent
    std::vector<Relachement> relachements;  // of each culprit, in the same order
    // What must give way together, where several clashes stand apart: the envelope is kept, then
    // the imposed, the excluded and the shares as stated, each as far as those before it leave.
    std::vector<Relachement> compromis;
    bool compromis_connu = false;
};

// Of a demand whose proposal is `impossible`.
Impossibilite impossibilite(const Demande& demande, core::Money pas, Limite limite);

}  // namespace grappe::proposition
