// One walk along the shelf for what is typed right, a second one for slips when places are left.
#include "dui/annuaire/rayon.hpp"

#include <algorithm>
#include <bit>

namespace grappe::annuaire {

struct Rayon::Recherche {
    const Requete& requete;
    const Filtre& filtre;
    const std::vector<Place>& d_office;
    std::vector<std::uint32_t> ensembles{};        // of each word
    std::array<std::vector<Trouve>, 4> niveaux{};  // in the order of places
    std::size_t au_moins(Niveau niveau) const {    // found at that level or a better one
        std::size_t total = 0;
        for (std::size_t n = 0; n <= static_cast<std::size_t>(niveau); ++n)
            total += niveaux[n].size();
        return total;
    }
};

void Rayon::vider() { *this = Rayon{}; }

void Rayon::ajouter(const Fiche& fiche) {
    rangs_.push_back(fiche.rang);
    ensembles_.push_back(ensemble_de(fiche.etiquette.lettres));
    lieux_.push_back(fiche.lieux);
    naissances_.push_back(fiche.naissance);
    debuts_.push_back(textes_.lettres.size());
    textes_.lettres += fiche.etiquette.lettres;
    textes_.debuts += fiche.etiquette.debuts;
}

Vue Rayon::vue(Place place) const {
    const auto debut = debuts_[place];
    const auto fin = place + 1 < debuts_.size() ? debuts_[place + 1] : textes_.lettres.size();
    return {std::string_view{textes_.lettres}.substr(debut, fin - debut),
            std::string_view{textes_.debuts}.substr(debut, fin - debut)};
}

std::optional<Trouve> Rayon::examiner(const Requete& requete, Place place, Passe passe) const {
    Trouve trouve{.place = place, .niveau = Niveau::exact, .accords = {}};
    std::array<std::optional<Accord>, 2> rien{};
    const auto ici = vue(place);
    for (const auto& mot : requete.mots) {
        auto accord = rien[0];
        if (mot.date) {
            const auto& naissance = naissances_[place];
            if (naissance && mot.date->convient(*naissance))
                accord =
                    Accord{mot.date->entiere() ? Niveau::exact : Niveau::prefixe, Champ::naissance};
        } else {
            accord = accord_sans_faute(mot.lettres, ici);
            if (!accord && passe == Passe::avec_faute) accord = accord_avec_faute(mot.lettres, ici);
        }
        if (!accord) return std::nullopt;
        trouve.niveau = std::max(trouve.niveau, accord->niveau);
        trouve.accords.push_back(*accord);
    }
    return trouve;
}

// A slip adds one letter at most to those that a name lacks.
bool Rayon::possible(const Recherche& recherche, Place place, Passe passe) const {
    if ((lieux_[place] & recherche.filtre.lieux) == 0) return false;
    const auto permises = passe == Passe::avec_faute ? 1 : 0;
    for (const auto ensemble : recherche.ensembles)
        if (std::popcount(ensemble & ~ensembles_[place]) > permises) return false;
    return true;
}

void Rayon::parcourir(Recherche& recherche, Passe passe) const {
    const auto meilleur = passe == Passe::sans_faute ? Niveau::exact : Niveau::faute;
    for (Place place = 0; place < rangs_.size(); ++place) {
        if (!possible(recherche, place, passe)) continue;
        auto trouve = examiner(recherche.requete, place, passe);
        if (!trouve || (passe == Passe::avec_faute && trouve->niveau != Niveau::faute)) continue;
        // A later place at a level of which enough were found would come after them all.
        if (recherche.au_moins(trouve->niveau) >= recherche.filtre.combien) continue;
        if (std::binary_search(recherche.d_office.begin(), recherche.d_office.end(), place) ||
            !recherche.filtre.visible(rangs_[place]))
            continue;
        recherche.niveaux[static_cast<std::size_t>(trouve->niveau)].push_back(*std::move(trouve));
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
