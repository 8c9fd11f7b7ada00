// The segment and its margin, woven together.
#include "dui/colonnes/colonnes.hpp"

#include <algorithm>
#include <iterator>

namespace grappe::colonnes {

Colonnes::Colonnes(Segment scelle, const Marge& marge) : scelle_{std::move(scelle)} {
    for (const auto& cloture : marge.clotures()) clore(cloture);
    if (marge.etablissements().empty()) return;
    rangs_.reserve(scelle_.dossiers() + marge.etablissements().size());
    const auto scelles = scelle_.etablissements();
    auto la = scelles.begin();
    for (const auto& [finess, etablissement] : marge.etablissements()) {
        for (; la != scelles.end() && la->numero() < finess; ++la) placer(*la);
        const bool scelle_aussi = la != scelles.end() && la->numero() == finess;
        placer(scelle_aussi ? &*la : nullptr, finess, etablissement);
        if (scelle_aussi) ++la;
    }
    for (; la != scelles.end(); ++la) placer(*la);
}

void Colonnes::clore(const Cloture& cloture) {
    if (const auto rang = scelle_.rang(cloture.finess, cloture.personne))
        scelle_.clore(*rang, cloture.type, cloture.rangee, cloture.par);
}

void Colonnes::placer(const Etablissement& scelle) {
    etablissements_.push_back(scelle);
    etablissements_.back().premier = rangs_.size();
    for (auto d = scelle.premier; d < scelle.premier + scelle.dossiers; ++d)
        rangs_.push_back(static_cast<std::uint32_t>(d));
}

void Colonnes::placer(const Etablissement* scelle, const std::string& finess,
                      const EtablissementEnMarge& marge) {
    Etablissement ici{};
    std::copy(finess.begin(), finess.end(), ici.finess.begin());
    ici.connu = scelle == nullptr ? marge.connu : std::min(scelle->connu, marge.connu);
    ici.premier = rangs_.size();
    auto d = scelle == nullptr ? 0 : scelle->premier;
    const auto fin = scelle == nullptr ? 0 : scelle->premier + scelle->dossiers;
    const auto nom = [&] { return scelle_.personne(scelle_.dossier(d)); };
    for (const auto& [personne, rangees] : marge.dossiers) {
        for (; d < fin && nom() < personne; ++d) rangs_.push_back(static_cast<std::uint32_t>(d));
        const bool scelle_aussi = d < fin && nom() == personne;
        retoucher(scelle_aussi ? static_cast<std::uint32_t>(d) : aucun, personne, rangees);
        if (scelle_aussi) ++d;
    }
    for (; d < fin; ++d) rangs_.push_back(static_cast<std::uint32_t>(d));
    ici.dossiers = rangs_.size() - ici.premier;
    etablissements_.push_back(ici);
}

void Colonnes::retoucher(std::uint32_t scelle, const std::string& personne,
                         const RangeesParType& rangees) {
    rangs_.push_back(static_cast<std::uint32_t>(retouches_.size()) | retouche);
    retouches_.push_back({scelle, personne, rangees});
}

std::string_view Colonnes::personne(std::size_t rang) const {
    if (rangs_.empty()) return scelle_.personne(scelle_.dossier(rang));
    const auto ou = rangs_[rang];
    if ((ou & retouche) != 0) return retouches_[ou & ~retouche].personne;
    return scelle_.personne(scelle_.dossier(ou));
}

std::optional<std::size_t> Colonnes::rang_de(const Etablissement& ici,
                                             std::string_view voulue) const {
    std::size_t bas = ici.premier, haut = ici.premier + ici.dossiers;
    while (bas < haut) {
        const auto milieu = bas + (haut - bas) / 2;
        if (personne(milieu) < voulue)
            bas = milieu + 1;
        else
            haut = milieu;
    }
    const bool trouve = bas < ici.premier + ici.dossiers && personne(bas) == voulue;
    return trouve ? std::optional{bas} : std::nullopt;
}

Plages Colonnes::plages(std::size_t rang, RangeesParType& fondues) const {
    if (rangs_.empty()) return scelle_.plages(rang);
    const auto ou = rangs_[rang];
    if ((ou & retouche) == 0) return scelle_.plages(ou);
    const auto& ici = retouches_[ou & ~retouche];
    auto plages = ici.scelle == aucun ? Plages{} : scelle_.plages(ici.scelle);
    for (std::size_t n = 0; n < fait::types; ++n) {
        const auto& neuves = ici.rangees[n];
        if (neuves.empty()) continue;
        fondues[n].clear();
        std::merge(plages[n].begin(), plages[n].end(), neuves.begin(), neuves.end(),
                   std::back_inserter(fondues[n]), [n](const Rangee& une, const Rangee& autre) {
                       return avant(static_cast<fait::Type>(n), une, autre);
                   });
        plages[n] = fondues[n];
    }
    return plages;
}

}  // namespace grappe::colonnes
