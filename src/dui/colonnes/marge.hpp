// Marge: what was recorded since a segment was sealed, by establishment and person, in memory.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "dui/colonnes/placement.hpp"

namespace grappe::colonnes {

using RangeesParType = std::array<std::vector<Rangee>, fait::types>;

struct EtablissementEnMarge {
    std::uint32_t connu = toujours;  // the first of these acts that names it
    std::map<std::string, RangeesParType, std::less<>> dossiers;
};

// A row of the segment that was replaced since, and by which act.
struct Cloture {
    std::string finess, personne;
    fait::Type type;
    Rangee rangee;
    std::uint32_t par;
};

class Marge {
public:
    using Etablissements = std::map<std::string, EtablissementEnMarge, std::less<>>;

    // The last stored version that the segment holds.
    explicit Marge(std::int64_t faits) : faits_{faits} {}

    // Each version after it, in their order.
    void ajouter(const VersionVue& version);
    // A version, of the segment or of those added, that the act `par` replaced.
    void clore(const VersionVue& remplacee, std::uint32_t par);
    void trier();

    const Etablissements& etablissements() const { return etablissements_; }
    std::span<const Cloture> clotures() const { return clotures_; }

private:
    std::int64_t faits_;
    Etablissements etablissements_;
    std::vector<Cloture> clotures_;
};

}  // namespace grappe::colonnes
