// Keeping the rows of lists in memory, and finding among them.
#include "portail/instruction/tableau.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace grappe::instruction {
namespace {

using teleservice::Fiche, teleservice::FicheCherchee, teleservice::Statut;

constexpr std::size_t echeance_tombante = names(Tri{}).size();
constexpr std::size_t par_dossier = echeance_tombante + 1;

std::int64_t centimes(const Fiche& fiche) {
    return fiche.subvention ? fiche.subvention->in_cents() : -1;
}

// All but the words; the days as instants of Paris.
struct Recherche {
    Portion portion;
    std::optional<core::Instant> depuis{}, avant{};

    explicit Recherche(const Portion& cherchee) : portion{cherchee} {
        const auto& paris = core::paris();
        const auto& filtre = portion.filtre;
        if (filtre.depuis) depuis = paris.start_of(*filtre.depuis);
        if (filtre.jusque) avant = paris.start_of(filtre.jusque->plus_days(1));
    }

    bool retient(const Fiche& fiche) const {
        const auto& filtre = portion.filtre;
        return (!filtre.statut || fiche.statut == *filtre.statut) &&
               (!portion.recevables_seulement || est_recevable(fiche.statut)) &&
               (filtre.appel.empty() || fiche.appel == filtre.appel) && suit(fiche) &&
               (!filtre.essms_min || fiche.essms >= *filtre.essms_min) &&
               (!filtre.montant_min || filtre.montant_min->in_cents() <= 0 ||
                centimes(fiche) >= filtre.montant_min->in_cents()) &&
               (!depuis || fiche.depose_le >= *depuis) && (!avant || fiche.depose_le < *avant);
    }

private:
    static bool est_recevable(Statut statut) {
        return teleservice::avancement(statut, true) == access::Avancement::recevable;
    }
    bool suit(const Fiche& fiche) const {
        const auto& cherche = portion.filtre.instructeur;
        if (cherche.empty()) return true;
        return cherche == "personne" ? !fiche.instructeur : fiche.instructeur == cherche;
    }
};

}  // namespace

// Beyond the last when no row is of that desk.
std::uint32_t Tableau::place_de(const std::string& guichet) const {
    return static_cast<std::uint32_t>(std::ranges::find(guichets_, guichet) - guichets_.begin());
}

// The row's place: its own, or a new one at the end.
std::uint32_t Tableau::ranger(FicheCherchee fiche) {
    const auto& par_id = ordres_[par_dossier];
    const auto connue = std::ranges::lower_bound(par_id, fiche.fiche.dossier, {}, [&](auto place) {
        return std::string_view{rangees_[place].ligne->fiche.dossier};
    });
    const bool neuve =
        connue == par_id.end() || rangees_[*connue].ligne->fiche.dossier != fiche.fiche.dossier;
    const auto place = neuve ? static_cast<std::uint32_t>(rangees_.size()) : *connue;
    const bool meme_texte = !neuve && rangees_[place].ligne->recherche == fiche.recherche;
    if (neuve) rangees_.emplace_back();
    if (!meme_texte) hors_index_.push_back(place);
    const auto guichet = place_de(fiche.fiche.guichet);
    if (guichet == guichets_.size()) guichets_.push_back(fiche.fiche.guichet);
    const auto statut = fiche.fiche.statut;
    rangees_[place] = {std::make_shared<const FicheCherchee>(std::move(fiche)), guichet, statut};
    return place;
}

bool Tableau::avant(std::size_t ordre, std::uint32_t un, std::uint32_t autre) const {
    const auto &a = *rangees_[un].ligne, &b = *rangees_[autre].ligne;
    const auto comparer = [&](const auto& cle) {
        const auto gauche = cle(a), droite = cle(b);
        return gauche != droite ? gauche < droite : a.fiche.dossier < b.fiche.dossier;
    };
    const auto terme = [](const FicheCherchee& ligne) { return ligne.fiche.echeance; };
    if (ordre == par_dossier) return a.fiche.dossier < b.fiche.dossier;
    if (ordre == echeance_tombante) return comparer(terme);  // none is before all
    switch (static_cast<Tri>(ordre)) {
        case Tri::depose:
            return comparer([](const auto& ligne) { return ligne.fiche.depose_le; });
        case Tri::porteur:
            return comparer([](const auto& ligne) { return std::string_view{ligne.recherche}; });
        case Tri::essms:
            return comparer([](const auto& ligne) { return ligne.fiche.essms; });
        case Tri::subvention:
            return comparer([](const auto& ligne) { return centimes(ligne.fiche); });
        case Tri::echeance:
            break;
    }
    return comparer([](const auto& ligne) {
        return std::tuple{!ligne.fiche.echeance, ligne.fiche.echeance};
    });
}

Tableau Tableau::avec(Fiches changees, std::int64_t version) const {
    Tableau suivant{*this};
    suivant.version_ = version;
    std::vector<std::uint32_t> touchees;
    for (auto& fiche : changees) touchees.push_back(suivant.ranger(std::move(fiche)));
    suivant.indexer();
    std::vector<bool> touchee(suivant.rangees_.size());
    for (const auto place : touchees) touchee[place] = true;
    for (std::size_t ordre = 0; ordre < ordres; ++ordre) {
        const auto compare = [&](auto un, auto autre) { return suivant.avant(ordre, un, autre); };
        auto& places = suivant.ordres_[ordre];
        std::erase_if(places, [&](auto place) { return touchee[place]; });
        std::ranges::sort(touchees, compare);
        std::vector<std::uint32_t> ensemble;
        ensemble.reserve(suivant.rangees_.size());
        std::ranges::merge(places, touchees, std::back_inserter(ensemble), compare);
        places = std::move(ensemble);
    }
    return suivant;
}

void Tableau::indexer() {
    constexpr std::size_t relues_au_plus = 200;
    std::ranges::sort(hors_index_);
    hors_index_.erase(std::ranges::unique(hors_index_).begin(), hors_index_.end());
    if (hors_index_.size() <= relues_au_plus) return;
    std::vector<IndexDesMots::Ligne> lignes;
    for (const auto& rangee : rangees_) lignes.push_back(rangee.ligne);
    mots_ = std::make_shared<const IndexDesMots>(std::move(lignes));
    hors_index_.clear();
}

// The rows that have a word for each of those; one for which the index is old is read itself.
std::vector<bool> Tableau::places_des_mots(const std::vector<std::string>& mots) const {
    std::vector<bool> places(rangees_.size(), true);
    for (const auto& mot : mots) {
        std::vector<bool> celles_du_mot(rangees_.size());
        mots_->chaque(mot, [&](std::uint32_t place) { celles_du_mot[place] = true; });
        for (const auto place : hors_index_)
            celles_du_mot[place] = a_un_mot(rangees_[place].ligne->recherche, mot);
        for (std::size_t place = 0; place < places.size(); ++place)
            places[place] = places[place] && celles_du_mot[place];
    }
    return places;
}

std::vector<std::uint32_t> Tableau::trouver(const Portion& portion,
                                            const std::vector<std::string>& dossiers) const {
    const Recherche recherche{portion};
    const auto& filtre = portion.filtre;
    const auto guichet = place_de(filtre.guichet);
    const auto avec_les_mots = places_des_mots(filtre.mots);
    std::vector<std::uint32_t> trouvees;
    const auto voir = [&](std::uint32_t place) {
        const auto& rangee = rangees_[place];
        if (!avec_les_mots[place]) return;
        if (!filtre.guichet.empty() && rangee.guichet != guichet) return;
        if (filtre.statut && rangee.statut != *filtre.statut) return;
        if (!filtre.finess.empty() &&
            !std::ranges::binary_search(dossiers, rangee.ligne->fiche.dossier))
            return;
        if (recherche.retient(rangee.ligne->fiche)) trouvees.push_back(place);
    };
    const bool tombe = filtre.sens == Sens::decroissant;
    const auto ordre = static_cast<std::size_t>(filtre.tri);
    const auto& places = ordres_[tombe && filtre.tri == Tri::echeance ? echeance_tombante : ordre];
    if (tombe)
        std::for_each(places.rbegin(), places.rend(), voir);
    else
        std::ranges::for_each(places, voir);
    return trouvees;
}

Comptes Tableau::par_statut(const std::string& guichet) const {
    constexpr auto statuts = names(Statut{}).size();
    const auto cherche = place_de(guichet);
    std::array<int, statuts> nombres{};
    for (const auto& rangee : rangees_)
        if (guichet.empty() || rangee.guichet == cherche)
            ++nombres[static_cast<std::size_t>(rangee.statut)];
    Comptes comptes;
    for (const auto& [statut, nom] : names(Statut{}))
        if (const int nombre = nombres[static_cast<std::size_t>(statut)]) comptes[statut] = nombre;
    return comptes;
}

std::shared_ptr<const Tableau> TableauTenu::a_jour(storage::Reader& db) {
    const auto version = teleservice::version_des_fiches(db);
    const std::lock_guard lock{mutex_};
    const auto connue = tableau_->version();
    if (connue < version)
        tableau_ = std::make_shared<const Tableau>(
            tableau_->avec(teleservice::fiches_changees(db, connue), version));
    return tableau_;
}

}  // namespace grappe::instruction
