// From rows to the facts of the definitions.
#include "dui/indicateur/dossier.hpp"

#include <algorithm>
#include <iterator>

namespace grappe::indicateur {
namespace {

using colonnes::Rangee;
using fait::Etat;
using fait::Type;

core::Date jour(std::int64_t depuis_1970) {
    return core::Date::of(std::chrono::sys_days{std::chrono::days{static_cast<int>(depuis_1970)}});
}

std::optional<core::Date> jour_ou_rien(std::int64_t depuis_1970) {
    return depuis_1970 == colonnes::sans_fin ? std::nullopt : std::optional{jour(depuis_1970)};
}

core::Instant instant(std::int64_t depuis_1970) {
    return core::Instant::of(std::chrono::sys_seconds{std::chrono::seconds{depuis_1970}});
}

usage::StatutDeProjet statut_du_projet(Etat etat) {
    switch (etat) {
        case Etat::en_preparation:
            return usage::StatutDeProjet::en_preparation;
        case Etat::en_cours:
            return usage::StatutDeProjet::en_cours;
        case Etat::en_pause:
            return usage::StatutDeProjet::en_pause;
        default:
            return usage::StatutDeProjet::termine;
    }
}

usage::StatutDEvenement statut_de_l_evenement(Etat etat) {
    switch (etat) {
        case Etat::planifie:
            return usage::StatutDEvenement::planifie;
        case Etat::valide:
            return usage::StatutDEvenement::valide;
        case Etat::realise:
            return usage::StatutDEvenement::realise;
        case Etat::annule:
            return usage::StatutDEvenement::annule;
        default:
            return usage::StatutDEvenement::termine;
    }
}

void ajouter(usage::DossierMesure& mesure, Type type, const Rangee& rangee) {
    switch (type) {
        case Type::personne:
            return;
        case Type::sejour:
            mesure.sejours.push_back(
                {jour(rangee.debut), jour_ou_rien(rangee.fin), rangee.projet_impossible == 0});
            return;
        case Type::modification:
            mesure.modifications.push_back(
                {instant(rangee.debut), rangee.en_etat() == Etat::automatique});
            return;
        case Type::projet:
            mesure.projets.push_back(
                {statut_du_projet(rangee.en_etat()), jour(rangee.debut), jour_ou_rien(rangee.fin)});
            return;
        case Type::evenement:
            mesure.evenements.push_back({instant(rangee.debut), instant(rangee.fin),
                                         statut_de_l_evenement(rangee.en_etat())});
            return;
        case Type::envoi_mss:
            mesure.envois.push_back({instant(rangee.debut), rangee.en_etat() == Etat::echec});
            return;
        case Type::alimentation_dmp:
            mesure.alimentations.push_back(
                {instant(rangee.debut), rangee.en_etat() == Etat::acceptee
                                            ? usage::IssueDuDmp::acceptee
                                            : usage::IssueDuDmp::rejetee});
            return;
        case Type::import_eprescription:
            mesure.eprescription.le.push_back(instant(rangee.debut));
            return;
        case Type::echange_eparcours:
            mesure.eparcours.le.push_back(instant(rangee.debut));
            return;
    }
}

using Rangees = std::span<const Rangee>;

Rangees::iterator depuis(Rangees rangees, std::int64_t repere, std::int64_t Rangee::*cle) {
    return std::lower_bound(
        rangees.begin(), rangees.end(), repere,
        [cle](const Rangee& rangee, std::int64_t voulu) { return rangee.*cle < voulu; });
}

class Autour {
public:
    Autour(const colonnes::Plages& dossier, const Bornes& bornes, Acte connu)
        : dossier_{dossier}, bornes_{bornes}, connu_{connu} {}

    usage::DossierMesure lire() {
        tous(Type::sejour);
        tous(Type::projet);
        // An automatic update outside the window is as good as none.
        datees(Type::modification,
               [](const Rangee& une) { return une.en_etat() != Etat::automatique; });
        datees(Type::envoi_mss, [](const Rangee&) { return true; });
        datees(Type::alimentation_dmp, [](const Rangee&) { return true; });
        evenements();
        passages(Type::import_eprescription, mesure_.eprescription);
        passages(Type::echange_eparcours, mesure_.eparcours);
        return std::move(mesure_);
    }

private:
    Rangees de(Type type) const { return dossier_[static_cast<std::size_t>(type)]; }
    bool connue(const Rangee& rangee) const { return rangee.connue(connu_); }
    void garder(Type type, const Rangee& rangee) { ajouter(mesure_, type, rangee); }

    void tous(Type type) {
        for (const auto& rangee : de(type))
            if (connue(rangee)) garder(type, rangee);
    }

    // Rows that stand by their only instant: those of the window, and the nearest on each side.
    template <class Compte>
    void datees(Type type, Compte compte) {
        const auto rangees = de(type);
        const auto ouvre = depuis(rangees, bornes_.ouvre, &Rangee::debut);
        const auto ferme = depuis(rangees, bornes_.ferme, &Rangee::debut);
        const auto dehors = [&](const Rangee& une) { return connue(une) && compte(une); };
        const std::reverse_iterator avant{ouvre};
        const auto dernier = std::find_if(avant, rangees.rend(), dehors);
        if (dernier != rangees.rend()) garder(type, *dernier);
        for (auto une = ouvre; une != ferme; ++une)
            if (connue(*une)) garder(type, *une);
        const auto premier = std::find_if(ferme, rangees.end(), dehors);
        if (premier != rangees.end()) garder(type, *premier);
    }

    // Events stand by their end; of those that begin after the window, the first to begin.
    void evenements() {
        const auto rangees = de(Type::evenement);
        const auto finissent = depuis(rangees, bornes_.ouvre, &Rangee::fin);
        const auto est_connue = [&](const Rangee& un) { return connue(un); };
        const std::reverse_iterator avant{finissent};
        const auto dernier = std::find_if(avant, rangees.rend(), est_connue);
        if (dernier != rangees.rend()) garder(Type::evenement, *dernier);
        const Rangee* premier = nullptr;
        for (auto un = finissent; un != rangees.end(); ++un) {
            if (!connue(*un)) continue;
            if (un->debut < bornes_.ferme)
                garder(Type::evenement, *un);
            else if (premier == nullptr || un->debut < premier->debut)
                premier = &*un;
        }
        if (premier != nullptr) garder(Type::evenement, *premier);
    }

    void passages(Type type, usage::Passages& passages) {
        for (const auto& rangee : de(type)) {
            if (rangee.debut >= bornes_.ferme) return;
            if (!connue(rangee)) continue;
            if (rangee.debut < bornes_.ouvre)
                ++passages.deja;
            else
                garder(type, rangee);
        }
    }

    const colonnes::Plages& dossier_;
    const Bornes& bornes_;
    Acte connu_;
    usage::DossierMesure mesure_;
};

}  // namespace

usage::DossierMesure dossier_autour(const colonnes::Plages& dossier, const Bornes& bornes,
                                    Acte connu) {
    return Autour{dossier, bornes, connu}.lire();
}

usage::DossierMesure dossier_mesure(const colonnes::Plages& dossier, Acte connu) {
    usage::DossierMesure mesure;
    for (std::size_t n = 0; n < fait::types; ++n)
        for (const auto& rangee : dossier[n])
            if (rangee.connue(connu)) ajouter(mesure, static_cast<Type>(n), rangee);
    return mesure;
}

}  // namespace grappe::indicateur
