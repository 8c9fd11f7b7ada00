// One computation under one set of choices: what the trace and the findings explain.
#pragma once

#include <vector>

#include "portail/subvention/forfaits.hpp"
#include "portail/subvention/organismes.hpp"
#include "portail/subvention/specifique.hpp"
#include "portail/subvention/versements.hpp"

namespace grappe::subvention {

struct Calcul {
    const Base& base;
    const Choix& choix;
    std::vector<Taille> tailles;  // of Base::organismes
    Forfaits forfaits{};
    Specifique specifique{};
    std::vector<SpecifiqueDeLigne> specifique_par_ligne{};
    Versements versements{};
    std::vector<Variante> variantes{};

    const programme::Appel& appel() const { return base.appel(); }
    core::Money total() const { return forfaits.total + specifique.total(); }
    Taille taille(const LignePreparee& ligne) const { return tailles[ligne.organisme]; }
};

// The share as a percentage, a whole number when it is one.
rules::ValeurDeFait pour_cent(const core::Rate& part);

bool devis_amoa_donne(const Base& base);

// A body of unknown size that a quote concerns (GRP-09).
bool taille_manquante(const OrganismePrepare& organisme, Taille taille, const Base& base);
bool taille_manquante(const Calcul& calcul);

}  // namespace grappe::subvention
