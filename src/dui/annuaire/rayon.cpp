// One walk along the shelf for what is typed right, a second one for slips when places are left.
#include "dui/annuaire/rayon.hpp"

#include <algorithm>
#include <limits>

#include "core/ensure.hpp"

namespace grappe::annuaire {

struct Rayon::Recherche {
    const Requete& requete;
    const Filtre& filtre;
    const std::vector<Place>& d_office;
    std::vector<Ensemble> ensembles{};             // of each word
    std::array<std::vector<Trouve>, 4> niveaux{};  // in the order of places
    std::size_t au_moins(Niveau niveau) const {    // found at that level or a better one
        std::size_t total = 0;
        for (std::size_t n = 0; n <= static_cast<std::size_t>(niveau); ++n)
            total += niveaux[n].size();
        return total;
    }
};

void Rayon::vider() { *this = Rayon{}; }

void Rayon::ajouter(const Fiche& fiche) { inserer(static_cast<Place>(combien()), fiche); }

std::size_t Rayon::debut(Place place) const {
    return place < debuts_.size() ? debuts_[place] : textes_.lettres.size();
}

// Unsigned: to take away is to add the complement.
void Rayon::glisser(Place depuis, std::uint32_t lettres) {
    for (auto place = depuis; place < debuts_.size(); ++place) debuts_[place] += lettres;
}

void Rayon::inserer(Place place, const Fiche& fiche) {
    const auto ou = static_cast<std::ptrdiff_t>(place);
    const auto ici = debut(place);
    core::ensure(textes_.lettres.size() < std::numeric_limits<std::uint32_t>::max(),
                 "names hold in four gigabytes");
    rangs_.insert(rangs_.begin() + ou, fiche.rang);
    ensembles_.insert(ensembles_.begin() + ou, ensemble_de(fiche.etiquette.lettres));
    lieux_.insert(lieux_.begin() + ou, fiche.lieux);
    naissances_.insert(naissances_.begin() + ou, fiche.naissance);
    debuts_.insert(debuts_.begin() + ou, static_cast<std::uint32_t>(ici));
    textes_.lettres.insert(ici, fiche.etiquette.lettres);
    textes_.debuts.insert(ici, fiche.etiquette.debuts);
    glisser(place + 1, static_cast<std::uint32_t>(fiche.etiquette.lettres.size()));
}

void Rayon::retirer(Place place) {
    const auto ou = static_cast<std::ptrdiff_t>(place);
    const auto ici = debut(place), longueur = debut(place + 1) - ici;
    rangs_.erase(rangs_.begin() + ou);
    ensembles_.erase(ensembles_.begin() + ou);
    lieux_.erase(lieux_.begin() + ou);
    naissances_.erase(naissances_.begin() + ou);
    debuts_.erase(debuts_.begin() + ou);
    textes_.lettres.erase(ici, longueur);
    textes_.debuts.erase(ici, longueur);
    glisser(place, 0U - static_cast<std::uint32_t>(longueur));
}

Vue Rayon::vue(Place place) const {
    const auto longueur = debut(place + 1) - debut(place);
    return {std::string_view{textes_.lettres}.substr(debut(place), longueur),
            std::string_view{textes_.debuts}.substr(debut(place), longueur)};
}

// A date was compared by `possible`.
std::optional<Accord> Rayon::accord(const Mot& mot, Place place, Passe passe) const {
    if (mot.date) {
        return Accord{mot.date->entiere() ? Niveau::exact : Niveau::prefixe, Champ::naissance};
    }
    auto trouve = accord_sans_faute(mot.lettres, vue(place));
    if (!trouve && passe == Passe::avec_faute) trouve = accord_avec_faute(mot.lettres, vue(place));
    return trouve;
}

std::optional<Niveau> Rayon::niveau(const Requete& requete, Place place, Passe passe) const {
    auto pire = Niveau::exact;
    for (const auto& mot : requete.mots) {
        const auto trouve = accord(mot, place, passe);
        if (!trouve) return std::nullopt;
        pire = std::max(pire, trouve->niveau);
    }
    return pire;
}

bool Rayon::possible(const Recherche& recherche, Place place, Passe passe) const {
    if ((lieux_[place] & recherche.filtre.lieux) == 0) return false;
    const auto& naissance = naissances_[place];
    const auto& mots = recherche.requete.mots;
    if (!std::all_of(mots.begin(), mots.end(), [&](const Mot& mot) {
            return !mot.date || (naissance && mot.date->convient(*naissance));
        }))
        return false;
    const auto& ici = ensembles_[place];
    return std::all_of(
        recherche.ensembles.begin(), recherche.ensembles.end(), [&](const Ensemble& mot) {
            return passe == Passe::sans_faute ? ici.peut_contenir(mot)
                                              : ici.peut_contenir_a_une_faute_pres(mot);
        });
}

void Rayon::parcourir(Recherche& recherche, Passe passe) const {
    const auto meilleur = passe == Passe::sans_faute ? Niveau::exact : Niveau::faute;
    for (Place place = 0; place < rangs_.size(); ++place) {
        if (!possible(recherche, place, passe)) continue;
        const auto ici = niveau(recherche.requete, place, passe);
        if (!ici || (passe == Passe::avec_faute && *ici != Niveau::faute)) continue;
        // A later place at a level of which enough were found would come after them all.
        if (recherche.au_moins(*ici) >= recherche.filtre.combien) continue;
        if (std::binary_search(recherche.d_office.begin(), recherche.d_office.end(), place) ||
            !recherche.filtre.visible(rangs_[place]))
            continue;
        Trouve trouve{place, *ici, {}};
        for (const auto& mot : recherche.requete.mots)
            trouve.accords.push_back(*accord(mot, place, passe));
        recherche.niveaux[static_cast<std::size_t>(*ici)].push_back(std::move(trouve));
        if (recherche.au_moins(meilleur) >= recherche.filtre.combien) return;
    }
}

std::vector<Trouve> Rayon::chercher(const Requete& requete, const Filtre& filtre,
                                    const std::vector<Place>& d_office) const {
    Recherche recherche{requete, filtre, d_office};
    for (const auto& mot : requete.mots) recherche.ensembles.push_back(ensemble_de(mot.lettres));
    if (!requete.mots.empty()) {
        parcourir(recherche, Passe::sans_faute);
        if (recherche.au_moins(Niveau::fragment) < filtre.combien)
            parcourir(recherche, Passe::avec_faute);
    }
    auto& exacts = recherche.niveaux[0];
    for (const auto place : d_office)
        if (filtre.visible(rangs_[place])) exacts.push_back({place, Niveau::exact, {}});
    std::sort(exacts.begin(), exacts.end(),
              [](const Trouve& a, const Trouve& b) { return a.place < b.place; });
    std::vector<Trouve> trouves;
    for (auto& niveau : recherche.niveaux)
        std::move(niveau.begin(), niveau.end(), std::back_inserter(trouves));
    if (trouves.size() > filtre.combien)
        trouves.erase(trouves.begin() + static_cast<std::ptrdiff_t>(filtre.combien), trouves.end());
    return trouves;
}

}  // namespace grappe::annuaire
