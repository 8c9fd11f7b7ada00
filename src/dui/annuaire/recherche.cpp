// A search and a hunt for duplicates: what may be seen, who is told and why.
#include <algorithm>
#include <mutex>

#include "dui/annuaire/annuaire.hpp"

namespace grappe::annuaire {

// Each establishment is asked of once.
class Annuaire::Vision {
public:
    Vision(const Annuaire& annuaire, const Lisible& lisible) : annuaire_{annuaire} {
        constexpr std::size_t nombre_de_bits = 64;
        for (std::size_t numero = 0; numero < annuaire.finess_.size(); ++numero) {
            lisibles_.push_back(lisible(annuaire.finess_[numero]));
            if (lisibles_.back()) bits_ |= Lieux{1} << (numero % nombre_de_bits);
        }
    }

    Lieux bits() const { return bits_; }
    bool y_sejourne(const Personne& une) const {
        return std::any_of(une.sejours.begin(), une.sejours.end(),
                           [&](const Sejour& un) { return lisible(un.finess_et); });
    }
    bool voit(Rang rang) const {
        const auto& siens = annuaire_.fiches_[rang].lieux;
        return std::any_of(siens.begin(), siens.end(), [&](Rang lieu) { return lisibles_[lieu]; });
    }
    Personne vue(Rang rang) const {
        auto une = annuaire_.fiches_[rang].personne;
        std::erase_if(une.sejours, [&](const Sejour& un) { return !lisible(un.finess_et); });
        if (!lisible(une.finess_et)) une.finess_et.clear();
        return une;
    }

private:
    bool lisible(const std::string& finess_et) const {
        return lisibles_[annuaire_.lieux_.at(finess_et).numero];
    }

    const Annuaire& annuaire_;
    std::vector<bool> lisibles_;
    Lieux bits_ = 0;
};

Trouvaille Annuaire::trouvaille(const Trouve& trouve, const Requete& requete,
                                const Vision& vision) const {
    Trouvaille une{
        .personne = vision.vue(rayon_.rang(trouve.place)), .niveau = trouve.niveau, .raisons = {}};
    for (std::size_t n = 0; n < trouve.accords.size(); ++n)
        une.raisons.push_back({requete.mots[n].tape, trouve.accords[n]});
    if (trouve.accords.empty()) une.raisons.push_back({requete.tout, {Niveau::exact, Champ::id}});
    return une;
}

Reponse Annuaire::chercher(const Question& question) const {
    const auto requete = requete_de(question.texte);
    const std::shared_lock partage{verrou_};
    const Vision vision{*this, question.lisible};
    const std::function<bool(Rang)> visible = [&](Rang rang) { return vision.voit(rang); };
    std::vector<Place> d_office;
    const auto [premier, fin] = rangs_plies_.equal_range(requete.tout);
    for (auto un = premier; un != fin; ++un)
        if (const auto& fiche = fiches_[un->second]; fiche.rangee)
            d_office.push_back(place_de(fiche.cle));
    std::sort(d_office.begin(), d_office.end());
    // One more than asked: are there others?
    const auto trouves =
        rayon_.chercher(requete, {vision.bits(), visible, question.combien + 1}, d_office);
    Reponse reponse{.trouvailles = {}, .il_y_en_a_d_autres = trouves.size() > question.combien};
    for (std::size_t n = 0; n < std::min(trouves.size(), question.combien); ++n)
        reponse.trouvailles.push_back(trouvaille(trouves[n], requete, vision));
    return reponse;
}

void Annuaire::parcourir(const Parcours& parcours) const {
    const std::shared_lock partage{verrou_};
    const Vision vision{*this, parcours.lisible};
    const auto dernier = rangs_.find(std::string{parcours.apres});
    for (Rang rang = dernier == rangs_.end() ? 0 : dernier->second + 1; rang < fiches_.size();
         ++rang) {
        const auto& fiche = fiches_[rang];
        if (!fiche.connue || fiche.etiquette.lettres.find(parcours.lettres) == std::string::npos)
            continue;
        if (!vision.y_sejourne(fiche.personne) || !parcours.retenir(fiche.personne)) continue;
        if (!parcours.voir(vision.vue(rang))) return;
    }
}

std::optional<std::string> Annuaire::personne_du_sejour(const std::string& sejour) const {
    const std::shared_lock partage{verrou_};
    const auto ou = sejours_.find(sejour);
    if (ou == sejours_.end()) return std::nullopt;
    return fiches_[ou->second].personne.id;
}

std::vector<Doublon> Annuaire::doublons(const Personne& decrite, const Lisible& lisible,
                                        std::size_t combien) const {
    if (!decrite.naissance) return {};
    const std::shared_lock partage{verrou_};
    const Vision vision{*this, lisible};
    std::vector<std::pair<Place, Ressemblance>> proches;
    for (Place place = 0; place < rayon_.combien(); ++place) {
        const auto& naissance = rayon_.naissance(place);
        const auto rang = rayon_.rang(place);
        if ((rayon_.lieux(place) & vision.bits()) == 0 || !naissance ||
            !naissances_proches(*decrite.naissance, *naissance) || !vision.voit(rang))
            continue;
        auto celle_ci = ressemblance(decrite, fiches_[rang].personne);
        if (celle_ci && celle_ci->score >= score_a_montrer)
            proches.emplace_back(place, *std::move(celle_ci));
    }
    std::sort(proches.begin(), proches.end(), [](const auto& une, const auto& autre) {
        return std::pair{-une.second.score, une.first} <
               std::pair{-autre.second.score, autre.first};
    });
    std::vector<Doublon> doublons;
    for (std::size_t n = 0; n < std::min(combien, proches.size()); ++n)
        doublons.push_back(
            {vision.vue(rayon_.rang(proches[n].first)), std::move(proches[n].second)});
    return doublons;
}

}  // namespace grappe::annuaire
