// Expansion of a series: the moments of its rule, without what is excluded, with what was moved.
#include "dui/recurrence/serie.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/calendar.hpp"
#include "dui/recurrence/suite.hpp"

namespace grappe::recurrence {
namespace {

// The end is what the clock shows; where a change of the hour would put it before the beginning,
// the length is kept.
Occurrence occurrence(const Moment& prevue, const Moment& debut, int minutes) {
    const auto [de, heure] = placer(debut);
    const auto fin = debut.plus(minutes);
    auto a = instant_de(fin);
    if (a <= de) a = core::Instant::of(de.utc() + std::chrono::minutes{minutes});
    return {.prevue = prevue, .debut = debut, .fin = fin, .de = de, .a = a, .heure = heure};
}

class Deroulement {
public:
    Deroulement(const Serie& serie, Fenetre fenetre)
        : serie_{serie},
          ouvre_{core::paris().start_of(fenetre.du)},
          ferme_{core::paris().start_of(fenetre.au.plus_days(1))} {
        // An occurrence may begin before the window, or have been moved into it.
        premier_ = Moment{fenetre.du, 0}.plus(-serie.minutes - 180);
        dernier_ = {fenetre.au.plus_days(1), 0};
        for (const auto& une : serie.deplacees) {
            premier_ = std::min(premier_, une.de);
            dernier_ = std::max(dernier_, une.de);
        }
    }

    core::Result<std::vector<Occurrence>> faire() {
        if (!serie_.regle) {
            retenir(serie_.debut);
        } else if (!parcourir()) {
            return core::refuse(core::Reason::too_large, "recurrence.trop");
        }
        std::sort(trouvees_.begin(), trouvees_.end(), [](const auto& une, const auto& autre) {
            return std::tie(une.de, une.prevue) < std::tie(autre.de, autre.prevue);
        });
        return std::move(trouvees_);
    }

private:
    // False: it would go too far.
    bool parcourir() {
        auto regle = dite(*serie_.regle, serie_.debut.jour);
        const auto de = depart();
        if (regle.nombre) {
            *regle.nombre -= passees(de);
            if (*regle.nombre < 1) return true;
        }
        Suite suite{regle, de, dernier_};
        int pas = 0;
        for (auto moment = suite.suivant(); moment && *moment <= dernier_;
             moment = suite.suivant()) {
            retenir(*moment);
            if (++pas > pas_max || trouvees_.size() > occurrences_max) return false;
        }
        return true;
    }

    // Periods repeat themselves: an old series starts again whole periods later, at the beginning
    // of a month or of a year, whose days its rule names.
    Moment depart() const {
        const auto& regle = *serie_.regle;
        const auto debut = serie_.debut.jour;
        if ((regle.nombre && !se_compte()) || premier_.jour <= debut) return serie_.debut;
        const auto plus_tard = [&](int ecoulees) {  // a whole number of intervals, one before
            return std::max(0, ecoulees / regle.intervalle - 1) * regle.intervalle;
        };
        const auto ans = premier_.jour.year() - debut.year();
        core::Date jour = debut;
        if (regle.frequence == Frequence::quotidienne)
            jour = debut.plus_days(plus_tard(core::days_between(debut, premier_.jour)));
        else if (regle.frequence == Frequence::hebdomadaire)
            jour = debut.plus_days(7 * plus_tard(core::days_between(debut, premier_.jour) / 7));
        else if (regle.frequence == Frequence::mensuelle)
            jour = premier_du_mois(plus_tard(ans * 12 + mois(premier_.jour) - mois(debut)));
        else
            jour = premier_de_l_an(plus_tard(ans));
        return {jour, serie_.debut.minute};
    }

    // As many occurrences in each period: how many passed is known without walking them.
    bool se_compte() const {
        const auto& regle = *serie_.regle;
        const bool simple =
            regle.mois.empty() && regle.jours_du_mois.empty() && regle.positions.empty();
        return simple && (regle.frequence == Frequence::hebdomadaire ||
                          (regle.frequence == Frequence::quotidienne && regle.jours.empty()));
    }
    // Of the rule, before `de`: whole periods after the beginning.
    int passees(const Moment& de) const {
        const auto& regle = *serie_.regle;
        const auto jours = core::days_between(serie_.debut.jour, de.jour);
        if (jours == 0) return 0;
        if (regle.frequence == Frequence::quotidienne) return jours / regle.intervalle;
        std::set<int> nommes;
        for (const auto& un : regle.jours) nommes.insert(un.jour);
        const auto par_semaine = std::max<std::size_t>(1, nommes.size());
        return jours / (7 * regle.intervalle) * static_cast<int>(par_semaine);
    }

    static int mois(core::Date jour) {
        return static_cast<int>(static_cast<unsigned>(jour.ymd().month()));
    }
    core::Date premier_du_mois(int plus_tard) const {
        if (plus_tard == 0) return serie_.debut.jour;
        const auto debut = serie_.debut.jour.ymd();
        return core::plus_months(core::Date::of(debut.year() / debut.month() / 1), plus_tard);
    }
    core::Date premier_de_l_an(int plus_tard) const {
        if (plus_tard == 0) return serie_.debut.jour;
        return core::Date::of(std::chrono::year{serie_.debut.jour.year() + plus_tard} /
                              std::chrono::January / 1);
    }

    // The days that the beginning says when the rule does not, so that it may start elsewhere.
    static Regle dite(Regle regle, core::Date debut) {
        if (!regle.jours.empty() || !regle.jours_du_mois.empty()) return regle;
        if (regle.frequence >= Frequence::mensuelle)
            regle.jours_du_mois = {static_cast<int>(static_cast<unsigned>(debut.ymd().day()))};
        if (regle.frequence == Frequence::annuelle && regle.mois.empty())
            regle.mois = {mois(debut)};
        return regle;
    }

    void retenir(const Moment& moment) {
        if (std::find(serie_.exclues.begin(), serie_.exclues.end(), moment) != serie_.exclues.end())
            return;
        const auto deplacee = std::find_if(serie_.deplacees.begin(), serie_.deplacees.end(),
                                           [&](const Deplacee& une) { return une.de == moment; });
        auto une = deplacee == serie_.deplacees.end()
                       ? occurrence(moment, moment, serie_.minutes)
                       : occurrence(moment, deplacee->a, deplacee->minutes);
        if (une.de < ferme_ && une.a > ouvre_) trouvees_.push_back(une);
    }

    const Serie& serie_;
    core::Instant ouvre_, ferme_;
    Moment premier_{serie_.debut}, dernier_{serie_.debut};
    std::vector<Occurrence> trouvees_{};
};

bool duree_admise(const Serie& serie) {
    const auto admise = [](int minutes) { return minutes >= 1 && minutes <= minutes_max; };
    return admise(serie.minutes) &&
           std::all_of(serie.deplacees.begin(), serie.deplacees.end(),
                       [&](const Deplacee& une) { return admise(une.minutes); });
}

}  // namespace

core::Result<std::vector<Occurrence>> derouler(const Serie& serie, Fenetre fenetre) {
    const auto jours = core::days_between(fenetre.du, fenetre.au);
    if (jours < 0 || jours >= jours_max)
        return core::refuse(core::Reason::invalid, "recurrence.fenetre", std::to_string(jours_max));
    if (!duree_admise(serie)) return core::refuse(core::Reason::invalid, "recurrence.duree");
    return Deroulement{serie, fenetre}.faire();
}

// Days of the week come back to the same days of the year within 28 years, and to 29 February
// within 40.
std::optional<Moment> premiere(const Serie& serie) {
    if (!serie.regle) return serie.debut;
    const Moment borne{core::plus_months(serie.debut.jour, 40 * 12), 0};
    return Suite{*serie.regle, serie.debut, borne}.suivant();
}

}  // namespace grappe::recurrence
