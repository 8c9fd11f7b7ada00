// How the findings of this module are written down; shared by its families of rules.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "portail/subvention/calcul.hpp"

namespace grappe::subvention {

inline bool sans_objet(const programme::Appel& appel, rules::RegleId regle) {
    return appel.regle(regle).etat == programme::RegleAppel::Etat::sans_objet;
}

struct Verdict {
    rules::Issue issue;
    std::string_view phrase;
};

class Releve {
public:
    explicit Releve(const programme::Appel& appel) : appel_{appel} {}

    void noter(rules::RegleId regle, Verdict verdict, rules::Faits faits);  // on the dossier
    void noter(rules::RegleId regle, rules::Objet objet, Verdict verdict, rules::Faits faits);

    // `cas`: how many things the dossier brings for this rule to judge. Writes SANS_OBJET when the
    // call has no such rule or there is none, NON_DEFINI when the text is silent about them. True
    // when there is more to say.
    bool reste_a_juger(rules::RegleId regle, std::int64_t cas);

    std::vector<rules::Constat> rendre() && { return std::move(constats_); }

private:
    const programme::Appel& appel_;
    std::vector<rules::Constat> constats_;
};

void constater_tailles(Releve& releve, const Calcul& calcul);     // GRP-09
void constater_devis(Releve& releve, const Calcul& calcul);       // DOC-17
void constater_forfaits(Releve& releve, const Calcul& calcul);    // FIN-01 to FIN-05
void constater_materiel(Releve& releve, const Calcul& calcul);    // FIN-06
void constater_amoa(Releve& releve, const Calcul& calcul);        // FIN-07
void constater_plafond(Releve& releve, const Calcul& calcul);     // FIN-08
void constater_heures(Releve& releve, const Calcul& calcul);      // FIN-09
void constater_versements(Releve& releve, const Calcul& calcul);  // FIN-10 to FIN-13
void constater_bareme(Releve& releve, const Calcul& calcul);      // FIN-14 to FIN-17

}  // namespace grappe::subvention
