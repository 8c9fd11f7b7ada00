// Decompte: who counts, where they are and who runs them; the threshold that follows.
#pragma once

#include <string_view>
#include <vector>

#include "portail/recevabilite/contexte.hpp"
#include "portail/subvention/subvention.hpp"

namespace grappe::recevabilite {

using Comptes = std::vector<subvention::EssmsCompte>;

struct RegionComptee {
    std::string_view code;
    int essms;
    std::string_view premier_finess;  // the lowest number: breaks ties
};

struct Decompte {
    Comptes comptes;                     // input order
    std::vector<RegionComptee> regions;  // ascending codes, known regions only
    int essms() const { return static_cast<int>(comptes.size()); }
    bool plusieurs_regions() const { return regions.size() > 1; }
    bool compte_la_region(std::string_view code) const;
};

Decompte decompter(Comptes comptes);
// The distinct bodies (EJ), ascending, known ones only.
std::vector<std::string_view> organismes_de(const Comptes& comptes);

// AMB-07: the number that applies to these establishments under the option of the call.
enum class Territoire { metropole, corse_ou_outre_mer };
Territoire territoire_du_seuil(const Contexte& contexte, const Decompte& decompte);
int minimum_applicable(const Contexte& contexte, const Decompte& decompte);

}  // namespace grappe::recevabilite
