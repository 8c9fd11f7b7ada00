// The search: the best choice under the rows, or the proof in integers that there is none.
#pragma once

#include <cstdint>
#include <optional>

#include "portail/proposition/borne.hpp"
#include "portail/proposition/limite.hpp"
#include "portail/proposition/relaxation.hpp"

namespace grappe::proposition {

struct Reponse {
    enum class Issue { trouve, aucun, limite };
    Issue issue = Issue::limite;
    Retenus retenus;          // the best found; empty when none was
    std::int64_t valeur = 0;  // of `retenus`
    std::int64_t borne = 0;   // no choice reaches the multiple of `pas` above it
};

class Recherche {
public:
    // Values of the goal are told apart by whole multiples of `pas`: its search ends sooner.
    Recherche(const Modele& modele, Compteur& compteur, std::int64_t pas);

    // The greatest value, to a multiple of `pas`; `trouve` means that it is proved.
    Reponse optimum(const Choisis& depart);
    // The same from a choice already known and a bound already proved.
    Reponse depasser(const Choisis& depart, const Retenus& connus, std::int64_t borne);
    // Any choice of at least `plancher`; `aucun` means that it is proved.
    Reponse un_choix(const Choisis& depart, std::int64_t plancher);
    // Fixes what a choice of at least `plancher` cannot take. False: there is no such choice.
    bool resserrer(Choisis& choisis, std::int64_t plancher);
    // The root's bound, proved; nothing when the rows alone forbid every choice.
    std::optional<std::int64_t> borne_initiale(const Choisis& depart);

    const Modele& renforce() const { return renforce_; }  // the rows and their cuts

private:
    enum class But { le_meilleur, le_premier };
    struct Separation {
        std::size_t variable = 0;
        bool d_abord_retenue = false;
        bool refutee = false;  // the variable is fixed now: look again
    };
    struct Perte {  // of the bound, a whole step of the variable to one side, in 2^-30
        std::int64_t somme = 0;
        int fois = 0;
    };

    void explorer(Choisis choisis);
    bool juger(Choisis& choisis);
    void essayer(const Choisis& choisis);
    void garder(const Retenus& retenus);
    void completer(const Choisis& choisis, Retenus retenus);
    std::optional<core::i128> sonder(Choisis choisis, core::i128 avant);
    Separation separer(Choisis& choisis);
    Reponse chercher(const Choisis& depart, std::int64_t plancher, But but);

    const Modele* modele_;
    Modele renforce_;  // with its cuts, for the bounds
    Compteur* compteur_;
    Relaxation relaxation_;
    Borne borne_;
    const Conseil* conseil_ = nullptr;
    std::int64_t pas_ = 1;    // values under one multiple of it are alike
    std::int64_t cible_ = 0;  // what is looked for is at least this
    But but_ = But::le_meilleur;
    Reponse reponse_;
    std::vector<Perte> pertes_;  // two a variable: set aside, retained
    bool fini_ = false, coupee_ = false;
};

}  // namespace grappe::proposition
