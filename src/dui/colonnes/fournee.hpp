// Fournee: stored versions gathered in memory and written as one segment.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dui/colonnes/ecrivain.hpp"
#include "dui/colonnes/placement.hpp"

namespace grappe::colonnes {

class Fournee {
public:
    void ajouter(const VersionVue& version);
    std::size_t rangees() const { return rangees_; }
    // Then it is empty again.
    void ecrire(Ecrivain& sortie);

private:
    struct Place {
        std::uint32_t dossier;
        Rangee rangee;
    };
    struct DossierNomme {
        std::uint32_t etablissement;
        std::string personne;
    };

    std::uint32_t etablissement_de(const core::Finess& finess, std::uint32_t connu);
    std::uint32_t dossier_de(std::uint32_t etablissement, const std::string& personne);

    std::unordered_map<std::string, std::uint32_t> par_finess_, par_dossier_;
    std::vector<std::pair<std::string, std::uint32_t>> etablissements_;  // number, first act
    std::vector<DossierNomme> dossiers_;
    std::array<std::vector<Place>, fait::types> places_;
    std::size_t rangees_ = 0;
    std::string cle_;
};

}  // namespace grappe::colonnes
