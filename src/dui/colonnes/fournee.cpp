// Sorting of gathered versions by establishment, person, type and time.
#include "dui/colonnes/fournee.hpp"

#include <algorithm>
#include <numeric>

namespace grappe::colonnes {
namespace {

using fait::Type;

// The rank of each record when they stand by establishment and person.
template <class Avant>
std::vector<std::uint32_t> ordre(std::size_t combien, Avant avant) {
    std::vector<std::uint32_t> rangs(combien);
    std::iota(rangs.begin(), rangs.end(), 0U);
    std::sort(rangs.begin(), rangs.end(), avant);
    return rangs;
}

}  // namespace

std::uint32_t Fournee::etablissement_de(const core::Finess& finess, std::uint32_t connu) {
    const auto [ou, neuf] =
        par_finess_.try_emplace(finess.text(), static_cast<std::uint32_t>(etablissements_.size()));
    if (neuf) etablissements_.emplace_back(finess.text(), connu);
    auto& premier = etablissements_[ou->second].second;
    premier = std::min(premier, connu);
    return ou->second;
}

std::uint32_t Fournee::dossier_de(std::uint32_t etablissement, const std::string& personne) {
    cle_.assign(reinterpret_cast<const char*>(&etablissement), sizeof etablissement);
    cle_ += personne;
    const auto [ou, neuf] =
        par_dossier_.try_emplace(cle_, static_cast<std::uint32_t>(dossiers_.size()));
    if (neuf) dossiers_.push_back({etablissement, personne});
    return ou->second;
}

void Fournee::ajouter(const VersionVue& version) {
    const auto& f = version.fait;
    const auto etablissement = etablissement_de(f.finess_et, version.enregistrement);
    auto& places = places_[static_cast<std::size_t>(f.type)];
    pour_chaque_dossier(f, [&](const std::string& personne) {
        places.push_back({dossier_de(etablissement, personne), rangee_de(version)});
        ++rangees_;
    });
}

void Fournee::ecrire(Ecrivain& sortie) {
    const auto par_numero = ordre(etablissements_.size(), [&](std::uint32_t a, std::uint32_t b) {
        return etablissements_[a].first < etablissements_[b].first;
    });
    std::vector<std::uint32_t> rang_de_l_etablissement(par_numero.size());
    for (std::uint32_t n = 0; n < par_numero.size(); ++n)
        rang_de_l_etablissement[par_numero[n]] = n;
    const auto par_nom = ordre(dossiers_.size(), [&](std::uint32_t a, std::uint32_t b) {
        const auto ea = rang_de_l_etablissement[dossiers_[a].etablissement];
        const auto eb = rang_de_l_etablissement[dossiers_[b].etablissement];
        return ea != eb ? ea < eb : dossiers_[a].personne < dossiers_[b].personne;
    });
    std::vector<std::uint32_t> rang(par_nom.size());
    for (std::uint32_t n = 0; n < par_nom.size(); ++n) rang[par_nom[n]] = n;

    std::array<std::vector<Rangee>, fait::types> triees;
    std::array<std::vector<std::size_t>, fait::types> debuts;
    for (std::size_t t = 0; t < fait::types; ++t) {
        auto& places = places_[t];
        debuts[t].assign(par_nom.size() + 1, 0);
        for (const auto& place : places) ++debuts[t][rang[place.dossier] + 1];
        std::partial_sum(debuts[t].begin(), debuts[t].end(), debuts[t].begin());
        triees[t].resize(places.size());
        auto libre = debuts[t];
        for (const auto& place : places) triees[t][libre[rang[place.dossier]]++] = place.rangee;
        std::vector<Place>{}.swap(places);
    }
    std::size_t suivant = 0;
    for (const auto e : par_numero) {
        sortie.etablissement(etablissements_[e].first, etablissements_[e].second);
        for (; suivant < par_nom.size() && dossiers_[par_nom[suivant]].etablissement == e;
             ++suivant) {
            sortie.dossier(dossiers_[par_nom[suivant]].personne);
            for (std::size_t t = 0; t < fait::types; ++t) {
                const std::span plage{triees[t].data() + debuts[t][suivant],
                                      debuts[t][suivant + 1] - debuts[t][suivant]};
                trier(static_cast<Type>(t), plage);
                sortie.rangees(static_cast<Type>(t), plage);
            }
        }
    }
    *this = Fournee{};
}

}  // namespace grappe::colonnes
