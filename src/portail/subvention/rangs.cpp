// The five conventions of catalogue 2.3. The convention says which ranks belong to each regime;
// `ordre_rang` then says who takes which among the establishments of that regime.
#include "portail/subvention/rangs.hpp"

#include <algorithm>
#include <array>

namespace grappe::subvention {
namespace {

using programme::ConventionRang;
using programme::Regime;

constexpr std::array regimes{Regime::acquisition, Regime::montee_de_version};

// Ranks already taken by the grappe that is extended.
dossier::EssmsDejaFinances deja_pris(const Base& base, const Choix& choix) {
    const bool cumule =
        base.est_une_extension && choix.extension == programme::RangExtension::cumule;
    return cumule ? base.deja_finances : dossier::EssmsDejaFinances{};
}

int essms_du_regime(const Base& base, Regime regime) {
    return static_cast<int>(
        std::count_if(base.lignes.begin(), base.lignes.end(),
                      [&](const LignePreparee& ligne) { return ligne.regime == regime; }));
}

// The rank before the first of each regime, where regimes are counted one after the other.
std::array<int, 2> departs(const Base& base, const Choix& choix) {
    const auto pris = deja_pris(base, choix);
    const int tous = pris.acquisition + pris.montee_de_version;
    switch (*choix.convention_rang) {
        case ConventionRang::par_regime:
            return {pris.acquisition, pris.montee_de_version};
        case ConventionRang::commun_acquisitions_dabord:
            return {tous, tous + essms_du_regime(base, Regime::acquisition)};
        case ConventionRang::commun_versions_dabord:
            return {tous + essms_du_regime(base, Regime::montee_de_version), tous};
        case ConventionRang::commun_ordre_liste:
        case ConventionRang::commun_au_prorata:
            break;
    }
    return {tous, tous};
}

bool compteur_commun(ConventionRang convention) {
    return convention == ConventionRang::commun_ordre_liste ||
           convention == ConventionRang::commun_au_prorata;
}

std::vector<int> rangs_de_liste(const Base& base, const Choix& choix) {
    auto derniers = departs(base, choix);
    const bool commun = compteur_commun(*choix.convention_rang);
    std::vector<int> rangs;
    rangs.reserve(base.lignes.size());
    for (const auto& ligne : base.lignes) {
        const auto compteur = commun ? 0 : static_cast<std::size_t>(ligne.regime);
        rangs.push_back(++derniers[compteur]);
    }
    return rangs;
}

bool part_plus_grande(Part gauche, Part droite) {
    return core::i128{gauche.numerateur} * droite.denominateur >
           core::i128{droite.numerateur} * gauche.denominateur;
}

// AMB-09, most favourable: the largest shares take the best paid ranks of their regime.
void favoriser(std::vector<int>& rangs, Regime regime, const Base& base, const Choix& choix) {
    const auto& du_regime = bareme(base.appel(), regime);
    if (!du_regime.definie()) return;
    std::vector<std::size_t> lignes;
    std::vector<int> places;
    for (std::size_t i = 0; i < rangs.size(); ++i) {
        if (base.lignes[i].regime != regime) continue;
        lignes.push_back(i);
        places.push_back(rangs[i]);
    }
    const auto forfait = [&](int rang) {
        const auto& palier = palier_au_rang(*du_regime, rang);
        return palier.usage + palier.equipement;
    };
    std::sort(places.begin(), places.end(), [&](int un, int autre) {
        return std::pair{forfait(autre), un} < std::pair{forfait(un), autre};
    });
    std::sort(lignes.begin(), lignes.end(), [&](auto un, auto autre) {
        const auto part_un = part(base.lignes[un], choix);
        const auto part_autre = part(base.lignes[autre], choix);
        if (part_plus_grande(part_un, part_autre)) return true;
        return !part_plus_grande(part_autre, part_un) && un < autre;
    });
    for (std::size_t i = 0; i < lignes.size(); ++i) rangs[lignes[i]] = places[i];
}

}  // namespace

bool a_des_paliers(const programme::Appel& appel) {
    return std::any_of(regimes.begin(), regimes.end(), [&](Regime regime) {
        const auto& du_regime = bareme(appel, regime);
        return du_regime.definie() && du_regime->paliers.size() > 1;
    });
}

Part part(const LignePreparee& ligne, const Choix& choix) {
    if (ligne.hors_plafond) return {0, 1};
    if (ligne.heures.etat == HeuresLues::Etat::manquantes && choix.heures_manquantes_forfait_plein)
        return {1, 1};
    return ligne.heures.part;
}

const programme::Palier& palier_au_rang(const programme::Bareme& bareme, int rang) {
    for (const auto& palier : bareme.paliers)
        if (!palier.jusqu_au_rang || rang <= *palier.jusqu_au_rang) return palier;
    core::ensure(false, "a rank beyond the last tier");
    return bareme.paliers.back();
}

std::vector<int> rangs(const Base& base, const Choix& choix) {
    auto rangs = rangs_de_liste(base, choix);
    if (choix.ordre_rang == programme::OrdreRang::plus_favorable && rangs_individuels(choix))
        for (const auto regime : regimes) favoriser(rangs, regime, base, choix);
    return rangs;
}

bool rangs_individuels(const Choix& choix) {
    return choix.convention_rang != ConventionRang::commun_au_prorata &&
           choix.ordre_rang != programme::OrdreRang::moyenne;
}

}  // namespace grappe::subvention
