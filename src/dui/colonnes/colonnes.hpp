// Colonnes: all that a database holds, as rows: a sealed segment, and what was recorded since.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dui/colonnes/marge.hpp"
#include "dui/colonnes/segment.hpp"

namespace grappe::colonnes {

class Colonnes {
public:
    explicit Colonnes(Segment scelle) : scelle_{std::move(scelle)} {}
    Colonnes(Segment scelle, const Marge& marge);

    // Ascending numbers; records in order of establishment, then of person.
    std::span<const Etablissement> etablissements() const {
        return rangs_.empty() ? scelle_.etablissements() : std::span{etablissements_};
    }
    std::size_t dossiers() const { return rangs_.empty() ? scelle_.dossiers() : rangs_.size(); }
    std::string_view personne(std::size_t rang) const;
    // Where the record of that person stands in that establishment.
    std::optional<std::size_t> rang_de(const Etablissement& ici, std::string_view personne) const;
    // Where rows were recorded since, they stand in `fondues` with those of the segment: what is
    // answered lives as long.
    Plages plages(std::size_t rang, RangeesParType& fondues) const;

private:
    // A record that the margin names.
    struct Retouche {
        std::uint32_t scelle;  // its rank in the segment, or `aucun`
        std::string personne;
        RangeesParType rangees;
    };
    static constexpr std::uint32_t aucun = 0xFFFF'FFFF, retouche = 0x8000'0000;

    void clore(const Cloture& cloture);
    void placer(const Etablissement& scelle);
    void placer(const Etablissement* scelle, const std::string& finess,
                const EtablissementEnMarge& marge);
    void retoucher(std::uint32_t scelle, const std::string& personne,
                   const RangeesParType& rangees);

    Segment scelle_;
    // Of the whole; both empty: the segment is all there is.
    std::vector<Etablissement> etablissements_;
    std::vector<std::uint32_t> rangs_;  // in the segment; with `retouche`, in `retouches_`
    std::vector<Retouche> retouches_;
};

}  // namespace grappe::colonnes
