// Reading of a rule: parts, their values, and what they may not be together. RFC 5545, 3.3.10.
#include "dui/recurrence/regle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "core/icalendar.hpp"
#include "core/integer.hpp"
#include "core/named.hpp"
#include "dui/recurrence/suite.hpp"

namespace grappe::recurrence {
namespace {

constexpr std::array<std::string_view, 7> jours_ecrits{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::vector<std::string_view> couper(std::string_view texte, char signe) {
    std::vector<std::string_view> morceaux;
    for (std::size_t debut = 0; debut <= texte.size();) {
        const auto fin = std::min(texte.find(signe, debut), texte.size());
        morceaux.push_back(texte.substr(debut, fin - debut));
        debut = fin + 1;
    }
    return morceaux;
}

std::string_view ecrit(int jour) { return jours_ecrits[static_cast<std::size_t>(jour - 1)]; }

std::optional<int> jour_de_semaine(std::string_view texte) {
    const auto* trouve = std::find(jours_ecrits.begin(), jours_ecrits.end(), texte);
    if (trouve == jours_ecrits.end()) return std::nullopt;
    return static_cast<int>(trouve - jours_ecrits.begin()) + 1;
}

// "-1", "+2", "15": not zero, at most `borne` either way.
std::optional<int> signe(std::string_view texte, int borne) {
    if (texte.starts_with('+')) texte.remove_prefix(1);
    const auto lu = core::integer<int>(texte);
    if (!lu || *lu == 0 || *lu > borne || *lu < -borne) return std::nullopt;
    return lu;
}

std::optional<int> entre(std::string_view texte, int bas, int haut) {
    const auto lu = core::integer<int>(texte);
    return lu && *lu >= bas && *lu <= haut ? lu : std::nullopt;
}

// "20270331", "20270331T103000" of the clock, "20270331T083000Z". A day is whole.
std::optional<Moment> lire_la_fin(std::string_view texte) {
    const bool utc = texte.ends_with('Z');
    if (utc) texte.remove_suffix(1);
    const bool jour_seul = texte.size() == 8 && !utc;
    if (!jour_seul && (texte.size() != 15 || texte[8] != 'T')) return std::nullopt;
    const auto jour = core::Date::parse(
        fmt::format("{}-{}-{}", texte.substr(0, 4), texte.substr(4, 2), texte.substr(6, 2)));
    if (!jour) return std::nullopt;
    if (jour_seul) return Moment{*jour, minutes_du_jour - 1};
    const auto heure = entre(texte.substr(9, 2), 0, 23), minute = entre(texte.substr(11, 2), 0, 59);
    if (!heure || !minute || !entre(texte.substr(13, 2), 0, 59)) return std::nullopt;
    if (!utc) return Moment{*jour, *heure * 60 + *minute};
    return moment_de(core::Instant::of(jour->days() + std::chrono::hours{*heure} +
                                       std::chrono::minutes{*minute}));
}

class Lecteur {
public:
    Lue lire(std::string_view texte) {
        if (texte.starts_with("RRULE:")) texte.remove_prefix(6);
        if (texte.empty() || texte.size() > 500) {
            refuser("forme", std::string{texte.substr(0, 40)});
            return {std::nullopt, std::move(refus_)};
        }
        for (const auto partie : couper(texte, ';')) lire_la_partie(partie);
        if (refus_.empty() && !vues_.contains("FREQ")) refuser("sans_frequence", "FREQ");
        if (refus_.empty()) accorder();
        if (refus_.empty() && !admise(regle_)) refuser("forme", std::string{texte.substr(0, 40)});
        if (!refus_.empty()) return {std::nullopt, std::move(refus_)};
        return {std::move(regle_), {}};
    }

private:
    void refuser(std::string_view code, std::string detail) {
        refus_.push_back(core::refuse(core::Reason::invalid,
                                      "recurrence.regle." + std::string{code}, std::move(detail)));
    }

    void lire_la_partie(std::string_view partie) {
        const auto egal = partie.find('=');
        const std::string nom{partie.substr(0, egal)};
        if (egal == std::string_view::npos || egal + 1 == partie.size())
            return refuser("forme", std::string{partie.substr(0, 40)});
        if (!vues_.insert(nom).second) return refuser("deux_fois", nom);
        const auto valeur = partie.substr(egal + 1);
        if (nom == "FREQ" || nom == "INTERVAL" || nom == "COUNT" || nom == "UNTIL" || nom == "WKST")
            return lire_un_mot(nom, valeur);
        if (nom == "BYDAY") return lire_les_jours(valeur);
        if (nom == "BYMONTHDAY") return lire_les_nombres(nom, valeur, regle_.jours_du_mois, 31);
        if (nom == "BYMONTH") return lire_les_nombres(nom, valeur, regle_.mois, 12);
        if (nom == "BYSETPOS") return lire_les_nombres(nom, valeur, regle_.positions, 366);
        refuser("partie", nom);
    }

    void lire_un_mot(const std::string& nom, std::string_view valeur) {
        bool juste = true;
        if (nom == "FREQ") {
            const auto lue = core::named<Frequence>(valeur);
            regle_.frequence = lue.value_or(regle_.frequence);
            if (!lue) refuser("frequence", std::string{valeur.substr(0, 40)});
        } else if (nom == "INTERVAL") {
            juste = garder(entre(valeur, 1, intervalle_max), regle_.intervalle);
        } else if (nom == "WKST") {
            juste = garder(jour_de_semaine(valeur), regle_.premier_jour);
        } else if (nom == "COUNT") {
            regle_.nombre = entre(valeur, 1, nombre_max);
            juste = regle_.nombre.has_value();
        } else {
            regle_.jusqu_au = lire_la_fin(valeur);
            juste = regle_.jusqu_au.has_value();
        }
        if (!juste) refuser("valeur." + nom, std::string{valeur.substr(0, 40)});
    }

    static bool garder(std::optional<int> lu, int& place) {
        place = lu.value_or(place);
        return lu.has_value();
    }

    void lire_les_jours(std::string_view valeur) {
        for (const auto mot : couper(valeur, ',')) {
            const auto jour = jour_de_semaine(mot.substr(mot.size() < 2 ? 0 : mot.size() - 2));
            const auto devant = mot.substr(0, mot.size() < 2 ? 0 : mot.size() - 2);
            const auto rang = devant.empty() ? std::optional{0} : signe(devant, 53);
            if (!jour || !rang)
                refuser("valeur.BYDAY", std::string{mot.substr(0, 40)});
            else
                ajouter(regle_.jours, {*rang, *jour});
        }
    }

    void lire_les_nombres(const std::string& nom, std::string_view valeur, std::vector<int>& liste,
                          int borne) {
        for (const auto mot : couper(valeur, ',')) {
            const auto lu = signe(mot, borne);
            if (!lu || (nom == "BYMONTH" && *lu < 0))
                refuser("valeur." + nom, std::string{mot.substr(0, 40)});
            else
                ajouter(liste, *lu);
        }
    }

    template <class T>
    static void ajouter(std::vector<T>& liste, T valeur) {
        if (std::find(liste.begin(), liste.end(), valeur) == liste.end()) liste.push_back(valeur);
    }

    void accorder() {
        const auto frequence = regle_.frequence;
        if (regle_.nombre && regle_.jusqu_au) refuser("deux_fins", "COUNT, UNTIL");
        const bool rangs = std::any_of(regle_.jours.begin(), regle_.jours.end(),
                                       [](const JourDeSemaine& un) { return un.rang != 0; });
        const bool au_mois = frequence == Frequence::mensuelle || frequence == Frequence::annuelle;
        if (rangs && !au_mois) refuser("rang", "BYDAY");
        if (rangs && !regle_.jours_du_mois.empty()) refuser("rang_et_jour", "BYDAY, BYMONTHDAY");
        if (frequence == Frequence::mensuelle)
            for (const auto& un : regle_.jours)
                if (un.rang > 5 || un.rang < -5)
                    refuser("valeur.BYDAY", std::to_string(un.rang).append(ecrit(un.jour)));
        // libical 3 does not count them from the end there.
        const bool de_la_fin = std::any_of(regle_.jours_du_mois.begin(), regle_.jours_du_mois.end(),
                                           [](int jour) { return jour < 0; });
        if (frequence == Frequence::quotidienne && de_la_fin)
            refuser("jour_de_la_fin", "BYMONTHDAY");
        if (frequence == Frequence::hebdomadaire && !regle_.jours_du_mois.empty())
            refuser("jour_du_mois", "BYMONTHDAY");
        if (!a_un_jour()) refuser("jamais", "BYMONTH, BYMONTHDAY");
        const bool choix =
            !regle_.jours.empty() || !regle_.jours_du_mois.empty() || !regle_.mois.empty();
        if (!regle_.positions.empty() && !choix) refuser("position_seule", "BYSETPOS");
        // libical 3 keeps positions by month and by year alone.
        if (!regle_.positions.empty() && choix && !au_mois) refuser("position", "BYSETPOS");
    }

    // 30 February is no day of any year.
    bool a_un_jour() const {
        if (regle_.mois.empty() || regle_.jours_du_mois.empty()) return true;
        constexpr std::array longueurs{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return std::any_of(regle_.mois.begin(), regle_.mois.end(), [&](int mois) {
            return std::any_of(
                regle_.jours_du_mois.begin(), regle_.jours_du_mois.end(), [&](int jour) {
                    return std::abs(jour) <= longueurs[static_cast<std::size_t>(mois - 1)];
                });
        });
    }

    Regle regle_{};
    std::set<std::string> vues_{};
    std::vector<core::Refusal> refus_{};
};

void ajouter_les_nombres(std::string& texte, std::string_view nom, const std::vector<int>& liste) {
    if (!liste.empty()) texte += fmt::format(";{}={}", nom, fmt::join(liste, ","));
}

}  // namespace

Lue lire_regle(std::string_view texte) { return Lecteur{}.lire(texte); }

std::string texte_de(const Regle& regle, Fin fin) {
    auto texte = "FREQ=" + std::string{core::name_of(regle.frequence)};
    if (regle.intervalle != 1) texte += fmt::format(";INTERVAL={}", regle.intervalle);
    if (regle.nombre) texte += fmt::format(";COUNT={}", *regle.nombre);
    if (regle.jusqu_au)
        texte += ";UNTIL=" + core::icalendar_date(fin == Fin::utc
                                                      ? instant_de(*regle.jusqu_au).utc_text()
                                                      : regle.jusqu_au->texte() + ":00");
    ajouter_les_nombres(texte, "BYMONTH", regle.mois);
    ajouter_les_nombres(texte, "BYMONTHDAY", regle.jours_du_mois);
    for (const auto& un : regle.jours) {
        texte += &un == &regle.jours.front() ? ";BYDAY=" : ",";
        if (un.rang != 0) texte += std::to_string(un.rang);
        texte += ecrit(un.jour);
    }
    ajouter_les_nombres(texte, "BYSETPOS", regle.positions);
    if (regle.premier_jour != 1) texte += fmt::format(";WKST={}", ecrit(regle.premier_jour));
    return texte;
}

}  // namespace grappe::recurrence
