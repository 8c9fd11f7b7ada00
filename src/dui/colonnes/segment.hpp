// Segment: sealed columns, mapped in memory. Derived from the database, never the only copy.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "dui/colonnes/rangee.hpp"

namespace grappe::colonnes {

// What a segment was made from.
struct Couverture {
    std::string marque;      // of the database
    std::int64_t faits = 0;  // the last stored version that it holds

    bool operator==(const Couverture&) const = default;
};

class Fichier;

class Segment {
public:
    // Codes "colonnes.absentes", "colonnes.descellees" (a file is not as long as its seal says).
    static core::Result<Segment> ouvrir(const std::string& dossier);
    Segment(Segment&&) noexcept;
    Segment& operator=(Segment&&) noexcept;
    ~Segment();

    const Couverture& couverture() const { return couverture_; }
    // Ascending numbers; records in order of establishment, then of person.
    std::span<const Etablissement> etablissements() const { return etablissements_; }
    std::size_t dossiers() const { return dossiers_.size() - 1; }
    const Dossier& dossier(std::size_t rang) const { return dossiers_[rang]; }
    std::string_view personne(const Dossier& dossier) const {
        return noms_.substr(dossier.nom, dossier.octets_du_nom);
    }
    std::span<const Rangee> rangees(std::size_t rang, fait::Type type) const {
        const auto colonne = static_cast<std::size_t>(type);
        const auto premiere = dossiers_[rang].premieres[colonne];
        return rangees_[colonne].subspan(premiere,
                                         dossiers_[rang + 1].premieres[colonne] - premiere);
    }
    Plages plages(std::size_t rang) const;
    std::optional<std::size_t> rang(std::string_view finess, std::string_view personne) const;
    std::uint64_t octets() const;

    // In memory only, never in the file: that row of a record was replaced by the act `par`.
    void clore(std::size_t rang, fait::Type type, const Rangee& rangee, std::uint32_t par);

    // Its folder was renamed: what is mapped stays.
    void suivre(std::string dossier) { dossier_ = std::move(dossier); }

    // Reads every byte of the files. Code "colonnes.changees", its detail the file.
    core::Result<void> verifier() const;

private:
    Segment() = default;

    std::string dossier_;
    Couverture couverture_;
    std::vector<std::unique_ptr<Fichier>> fichiers_;
    std::vector<std::string> empreintes_;
    std::span<const Etablissement> etablissements_;
    std::span<const Dossier> dossiers_;  // and one more, where the rows of the last end
    std::string_view noms_;
    std::array<std::span<Rangee>, fait::types> rangees_;
};

}  // namespace grappe::colonnes
