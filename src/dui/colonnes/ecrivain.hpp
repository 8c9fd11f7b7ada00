// Ecrivain: makes a segment from records in their order.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dui/colonnes/sceau.hpp"

namespace grappe::colonnes {

class Sortie;

// Failures (a full disk) are exceptions; without `sceller` nothing can open what was written.
class Ecrivain {
public:
    explicit Ecrivain(std::string dossier);  // made; emptied of a former segment
    Ecrivain(const Ecrivain&) = delete;
    Ecrivain& operator=(const Ecrivain&) = delete;
    ~Ecrivain();

    // Ascending numbers; then its records, ascending persons; then the rows of each.
    void etablissement(std::string_view finess, std::uint32_t connu);
    void dossier(std::string_view personne);
    void rangees(fait::Type type, std::span<const Rangee> rangees);

    // On the disk when it returns.
    void sceller(const Couverture& couverture);

private:
    Sortie& colonne(fait::Type type) {
        return *sorties_[premiere_colonne + static_cast<std::size_t>(type)];
    }
    void clore_l_etablissement();
    Dossier ou_l_on_est() const;

    std::string dossier_;
    std::vector<std::unique_ptr<Sortie>> sorties_;  // as fichiers_du_segment
    Etablissement courant_{};
    std::uint32_t etablissements_ = 0;
    std::uint64_t dossiers_ = 0, octets_des_noms_ = 0;
    std::array<std::uint64_t, fait::types> rangees_{};
};

}  // namespace grappe::colonnes
