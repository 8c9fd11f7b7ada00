// Sentences of a series, put together from those of locale/fr.txt.
#include "dui/recurrence/description.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "core/calendar.hpp"

namespace grappe::recurrence {
namespace {

using rules::Faits;

class Description {
public:
    Description(const Serie& serie, const rules::Phrases& phrases)
        : serie_{serie}, phrases_{phrases} {}

    std::string faire() const {
        if (!serie_.regle)
            return dire("une_fois", {{"jour", serie_.debut.jour}, {"heure", heure()}});
        auto texte = dire("heure", {{"quand", quand(*serie_.regle)}, {"heure", heure()}});
        texte += fin(*serie_.regle);
        texte += exceptions();
        return texte;
    }

private:
    std::string dire(const std::string& code, Faits faits = {}) const {
        return phrases_.rendre("recurrence.dit." + code, faits);
    }
    std::string heure() const { return heure_en_clair(serie_.debut); }

    // "a, b et c"
    std::string liste(const std::vector<std::string>& mots) const {
        std::string texte;
        for (std::size_t i = 0; i < mots.size(); ++i) {
            if (i > 0) texte += i + 1 == mots.size() ? " " + dire("et") + " " : ", ";
            texte += mots[i];
        }
        return texte;
    }

    std::string jour(int numero) const { return dire("jour." + std::to_string(numero)); }
    std::string mois(int numero) const { return dire("mois." + std::to_string(numero)); }

    std::string quand(const Regle& regle) const {
        switch (regle.frequence) {
            case Frequence::quotidienne:
                return periode(regle, "jours") + parmi(regle);
            case Frequence::hebdomadaire:
                return semaine(regle) + des_mois(regle) + positions(regle);
            case Frequence::mensuelle:
                return periode(regle, "mois.chaque") + ", " + du_mois(regle) + des_mois(regle) +
                       positions(regle);
            default:
                return periode(regle, "ans") + ", " + de_l_an(regle) + positions(regle);
        }
    }

    // "tous les jours", "un jour sur deux", "tous les 3 jours"
    std::string periode(const Regle& regle, const std::string& unite) const {
        const auto suite = regle.intervalle < 3 ? "." + std::to_string(regle.intervalle) : "";
        return dire(unite + suite, {{"nombre", std::int64_t{regle.intervalle}}});
    }

    std::string semaine(const Regle& regle) const {
        auto jours = regle.jours;
        if (jours.empty()) jours.push_back({0, core::iso_weekday(serie_.debut.jour)});
        std::sort(jours.begin(), jours.end(),
                  [](const auto& un, const auto& autre) { return un.jour < autre.jour; });
        std::vector<std::string> mots;
        for (const auto& un : jours)
            mots.push_back(jour(un.jour) + (regle.intervalle == 1 ? "s" : ""));
        if (regle.intervalle == 1) return dire("semaine", {{"jours", liste(mots)}});
        for (auto& mot : mots) mot = dire("le", {{"jour", mot}});
        return periode(regle, "semaines") + ", " + liste(mots);
    }

    std::string parmi(const Regle& regle) const {
        std::string texte;
        if (!regle.jours.empty()) {
            std::vector<std::string> mots;
            for (const auto& un : regle.jours)
                mots.push_back(dire("le", {{"jour", jour(un.jour)}}));
            texte += ", " + dire("seulement", {{"jours", liste(mots)}});
        }
        if (!regle.jours_du_mois.empty())
            texte += ", " + dire("seulement", {{"jours", quantiemes(regle)}});
        return texte + des_mois(regle) + positions(regle);
    }

    // "le 15", "le dernier jour"
    std::string quantiemes(const Regle& regle) const {
        std::vector<std::string> mots;
        for (const auto un : regle.jours_du_mois) {
            const Faits faits{{"nombre", std::int64_t{std::abs(un)}}};
            mots.push_back(un == 1    ? dire("premier_jour")
                           : un > 0   ? dire("quantieme", faits)
                           : un == -1 ? dire("dernier_jour")
                                      : dire("avant_la_fin", faits));
        }
        return liste(mots);
    }

    // "le premier mardi", "le dernier vendredi", "tous les lundis"
    std::string jours_ranges(const Regle& regle) const {
        std::vector<std::string> mots;
        for (const auto& un : regle.jours)
            mots.push_back(un.rang == 0
                               ? dire("semaine", {{"jours", jour(un.jour) + "s"}})
                               : dire("range", {{"rang", rang(un.rang)}, {"jour", jour(un.jour)}}));
        return liste(mots);
    }

    std::string rang(int numero) const {
        if (numero >= -2 && numero <= 5) return dire("rang." + std::to_string(numero));
        return dire(numero > 0 ? "rang" : "rang_de_la_fin",
                    {{"nombre", std::int64_t{std::abs(numero)}}});
    }

    std::string du_mois(const Regle& regle) const {
        if (regle.jours.empty() && regle.jours_du_mois.empty()) {
            auto sienne = regle;
            sienne.jours_du_mois.push_back(
                static_cast<int>(static_cast<unsigned>(serie_.debut.jour.ymd().day())));
            return quantiemes(sienne);
        }
        if (regle.jours.empty()) return quantiemes(regle);
        const auto jours = jours_ranges(regle);
        if (regle.jours_du_mois.empty()) return jours;
        return dire("quand_c_est", {{"quantieme", quantiemes(regle)}, {"jours", jours}});
    }

    std::string de_l_an(const Regle& regle) const {
        std::vector<std::string> noms;
        for (const auto un : regle.mois) noms.push_back(mois(un));
        if (noms.empty() && !regle.jours_du_mois.empty())
            return regle.jours.empty() ? dire("de_chaque_mois", {{"jours", quantiemes(regle)}})
                                       : du_mois(regle);
        if (noms.empty() && !regle.jours.empty())
            return dire("de_l_annee", {{"jours", jours_ranges(regle)}});
        if (noms.empty())
            noms.push_back(
                mois(static_cast<int>(static_cast<unsigned>(serie_.debut.jour.ymd().month()))));
        return dire(noms.size() == 1 ? "du_mois." + lien(regle, noms.front()) : "du_mois",
                    {{"jours", du_mois(regle)}, {"mois", liste(noms)}});
    }

    // "le 3 mai", but "le premier mardi de mai" and "d'avril".
    static std::string lien(const Regle& regle, std::string_view mois) {
        if (regle.jours.empty()) return "un";
        return mois.starts_with('a') || mois.starts_with('o') ? "jours.voyelle" : "jours";
    }

    std::string des_mois(const Regle& regle) const {
        std::vector<std::string> noms;
        for (const auto un : regle.mois) noms.push_back(mois(un));
        return noms.empty() ? "" : ", " + dire("en", {{"mois", liste(noms)}});
    }

    std::string positions(const Regle& regle) const {
        std::vector<std::string> mots;
        for (const auto un : regle.positions) mots.push_back(rang(un));
        return mots.empty() ? "" : ", " + dire("positions", {{"rangs", liste(mots)}});
    }

    std::string fin(const Regle& regle) const {
        if (regle.jusqu_au) return ", " + dire("jusqu_au", {{"jour", regle.jusqu_au->jour}});
        if (regle.nombre) return ", " + dire("nombre", {{"nombre", std::int64_t{*regle.nombre}}});
        return {};
    }

    std::string exceptions() const {
        std::string texte;
        const auto compter = [&](const std::string& code, std::size_t nombre) {
            if (nombre > 0)
                texte += ", " + dire(code, {{"nombre", static_cast<std::int64_t>(nombre)}});
        };
        if (serie_.exclues.size() == 1)
            texte += ", " + dire("sauf_le", {{"jour", serie_.exclues.front().jour}});
        else
            compter("sauf", serie_.exclues.size());
        compter("deplacees", serie_.deplacees.size());
        return texte;
    }

    const Serie& serie_;
    const rules::Phrases& phrases_;
};

}  // namespace

std::string heure_en_clair(const Moment& moment) {
    const auto heures = fmt::format("{}\u00a0h", moment.minute / 60);
    return moment.minute % 60 == 0 ? heures
                                   : fmt::format("{}\u00a0{:02}", heures, moment.minute % 60);
}

std::string decrire(const Serie& serie, const rules::Phrases& phrases) {
    return Description{serie, phrases}.faire();
}

std::string decrire(const Occurrence& occurrence, const rules::Phrases& phrases) {
    const auto& [debut, fin] = std::pair{occurrence.debut, occurrence.fin};
    const auto jour = [&](const Moment& moment) {
        return phrases.rendre(
            "recurrence.dit.jour." + std::to_string(core::iso_weekday(moment.jour)), {});
    };
    const Faits faits{
        {"semaine", jour(debut)},           {"jour", debut.jour},
        {"de", heure_en_clair(debut)},      {"a", heure_en_clair(fin)},
        {"semaine_fin", jour(fin)},         {"fin", fin.jour},
        {"prevue", occurrence.prevue.jour}, {"heure_prevue", heure_en_clair(occurrence.prevue)}};
    auto texte = phrases.rendre(
        debut.jour == fin.jour ? "recurrence.occurrence" : "recurrence.occurrence.jours", faits);
    if (occurrence.deplacee()) texte += phrases.rendre("recurrence.occurrence.deplacee", faits);
    if (occurrence.heure == Heure::sautee)
        texte += phrases.rendre("recurrence.heure.sautee", faits);
    if (occurrence.heure == Heure::double_)
        texte += phrases.rendre("recurrence.heure.double", faits);
    return texte;
}

}  // namespace grappe::recurrence
