// A search: what may be seen, what was typed, why each one is told.
#include <algorithm>
#include <mutex>

#include "dui/annuaire/annuaire.hpp"

namespace grappe::annuaire {

Trouvaille Annuaire::trouvaille(const Trouve& trouve, const Requete& requete,
                                const Lisible& lisible) const {
    Trouvaille une{.personne = fiches_[rayon_.rang(trouve.place)].personne,
                   .niveau = trouve.niveau,
                   .raisons = {}};
    std::erase_if(une.personne.sejours, [&](const Sejour& un) { return !lisible(un.finess_et); });
    if (!lisible(une.personne.finess_et)) une.personne.finess_et.clear();
    for (std::size_t n = 0; n < trouve.accords.size(); ++n)
        une.raisons.push_back({requete.mots[n].tape, trouve.accords[n]});
    if (trouve.accords.empty()) une.raisons.push_back({requete.tout, {Niveau::exact, Champ::id}});
    return une;
}

Reponse Annuaire::chercher(const Question& question) const {
    const auto requete = requete_de(question.texte);
    const std::shared_lock partage{verrou_};
    std::vector<bool> lisibles;
    Lieux bits = 0;
    constexpr std::size_t nombre_de_bits = 64;
    for (std::size_t numero = 0; numero < finess_.size(); ++numero) {
        lisibles.push_back(question.lisible(finess_[numero]));
        if (lisibles.back()) bits |= Lieux{1} << (numero % nombre_de_bits);
    }
    const std::function<bool(Rang)> visible = [&](Rang rang) {
        const auto& siens = fiches_[rang].lieux;
        return std::any_of(siens.begin(), siens.end(), [&](Rang lieu) { return lisibles[lieu]; });
    };
    std::vector<Place> d_office;
    const auto [premier, fin] = rangs_plies_.equal_range(requete.tout);
    for (auto un = premier; un != fin; ++un)
        if (const auto& fiche = fiches_[un->second]; fiche.rangee)
            d_office.push_back(place_de(fiche.cle));
    std::sort(d_office.begin(), d_office.end());
    // One more than asked: are there others?
    const auto trouves = rayon_.chercher(requete, {bits, visible, question.combien + 1}, d_office);
    Reponse reponse{.trouvailles = {}, .il_y_en_a_d_autres = trouves.size() > question.combien};
    for (std::size_t n = 0; n < std::min(trouves.size(), question.combien); ++n)
        reponse.trouvailles.push_back(trouvaille(trouves[n], requete, question.lisible));
    return reponse;
}

}  // namespace grappe::annuaire
