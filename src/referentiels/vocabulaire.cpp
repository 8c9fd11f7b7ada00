// Building and reading of the list of words.
#include "referentiels/vocabulaire.hpp"

#include <algorithm>
#include <numeric>

namespace grappe::referentiels {

Vocabulaire::Chantier::Chantier(std::size_t etablissements) {
    constexpr std::size_t mots = 3;  // new ones for each establishment, numbers included
    constexpr std::size_t passages = 12;
    numeros_.reserve(etablissements * mots);
    occurrences_.reserve(etablissements * passages);
}

void Vocabulaire::Chantier::ajouter(std::string_view mot, std::uint32_t rang) {
    auto connu = numeros_.find(mot);
    if (connu == numeros_.end())
        connu = numeros_.emplace(mot, static_cast<std::uint32_t>(numeros_.size())).first;
    occurrences_.push_back({connu->second, rang});
}

Vocabulaire Vocabulaire::Chantier::terminer(std::size_t taille) && {
    Vocabulaire fait{taille};
    std::vector<std::pair<std::string_view, std::uint32_t>> tries;
    tries.reserve(numeros_.size());
    for (const auto& [mot, numero] : numeros_) tries.emplace_back(mot, numero);
    std::sort(tries.begin(), tries.end());

    fait.debuts_.clear();
    std::vector<std::uint32_t> place(tries.size());  // of each collected word in the sorted list
    for (std::size_t n = 0; n < tries.size(); ++n) {
        place[tries[n].second] = static_cast<std::uint32_t>(n);
        fait.debuts_.push_back(static_cast<std::uint32_t>(fait.lettres_.size()));
        fait.lettres_ += tries[n].first;
    }
    fait.debuts_.push_back(static_cast<std::uint32_t>(fait.lettres_.size()));

    // Counting sort: occurrences come rank after rank and stay so within each word.
    fait.occurrences_.assign(tries.size() + 1, 0);
    for (const auto& occurrence : occurrences_) ++fait.occurrences_[place[occurrence.mot] + 1];
    std::partial_sum(fait.occurrences_.begin(), fait.occurrences_.end(), fait.occurrences_.begin());
    auto libre = fait.occurrences_;
    fait.rangs_.resize(occurrences_.size());
    for (const auto& occurrence : occurrences_)
        fait.rangs_[libre[place[occurrence.mot]]++] = occurrence.rang;
    fait.retenir_les_frequents();
    return fait;
}

Ensemble Vocabulaire::commencant_par(std::string_view prefixe) const {
    const auto frequent = frequents_.find(std::string{prefixe});
    if (frequent != frequents_.end()) return frequent->second;
    return reunir(plage(prefixe));
}

Ensemble Vocabulaire::exactement(std::string_view cherche) const {
    const auto trouvee = plage(cherche);
    const bool present = trouvee.debut < trouvee.fin && mot(trouvee.debut) == cherche;
    return reunir({trouvee.debut, present ? trouvee.debut + 1 : trouvee.debut});
}

Vocabulaire::Plage Vocabulaire::plage(std::string_view prefixe) const {
    const auto premier_ou_non = [&](auto avant) {
        std::size_t bas = 0;
        std::size_t haut = debuts_.size() - 1;
        while (bas < haut) {
            const auto milieu = bas + (haut - bas) / 2;
            if (avant(mot(milieu)))
                bas = milieu + 1;
            else
                haut = milieu;
        }
        return bas;
    };
    return {.debut = premier_ou_non([&](std::string_view m) { return m < prefixe; }),
            .fin = premier_ou_non(
                [&](std::string_view m) { return m.substr(0, prefixe.size()) <= prefixe; })};
}

Ensemble Vocabulaire::reunir(Plage plage) const {
    Ensemble reunion{taille_};
    for (auto n = occurrences_[plage.debut]; n < occurrences_[plage.fin]; ++n)
        reunion.ajouter(rangs_[n]);
    return reunion;
}

void Vocabulaire::retenir_les_frequents() {
    constexpr std::size_t trop = 4096;
    constexpr std::size_t plus_long = 3;
    const auto nombre = debuts_.size() - 1;
    for (std::size_t longueur = 1; longueur <= plus_long; ++longueur) {
        std::size_t debut = 0;
        while (debut < nombre) {
            const auto prefixe = std::string{mot(debut).substr(0, longueur)};
            const auto trouvee = plage(prefixe);
            if (occurrences_[trouvee.fin] - occurrences_[trouvee.debut] > trop)
                frequents_.emplace(prefixe, reunir(trouvee));
            debut = std::max(trouvee.fin, debut + 1);
        }
    }
}

}  // namespace grappe::referentiels
