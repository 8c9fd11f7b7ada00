// One demand being computed: its rows, its search, what is asked of both.
#pragma once

#include "portail/proposition/proposition.hpp"
#include "portail/proposition/recherche.hpp"
#include "portail/proposition/traduction.hpp"

namespace grappe::proposition {

class Calcul {
public:
    Calcul(const Demande& demande, const std::vector<Regle>& sans, Compteur& compteur);

    Proposition proposer();
    // The most points of a set that retains `numero` beside the rules.
    Reponse avec(const std::string& numero);

private:
    Reponse le_plus_de_points();
    bool departager(Retenus& retenus, std::int64_t points);
    Ensemble ensemble(const Retenus& retenus) const;

    const Demande* demande_;
    Compteur* compteur_;
    Traduction traduction_;
    Recherche recherche_;
    bool dit_par_cbc_ = false;  // that the set is a best one
};

}  // namespace grappe::proposition
