// Obligations of one stay. CASF D.311, D.471-8, L.311-5-1; catalogue ADM-04, DRO-01 to 06, PP-08.
#include "dui/echeance/echeance.hpp"

#include <algorithm>

#include "core/calendar.hpp"

namespace grappe::echeance {
namespace {

using Jours = std::vector<core::Date>;

class Calcul {
public:
    Calcul(const Sejour& sejour, const Regles& regles, core::Date aujourd_hui)
        : sejour_{sejour},
          regles_{regles},
          aujourd_hui_{aujourd_hui},
          profil_{choisir(sejour, regles, aujourd_hui).profil} {}

    std::vector<Obligation> faire() {
        for (const auto& [code, nom] : names(Code{})) ajouter(code);
        return std::move(toutes_);
    }

private:
    void ajouter(Code code) {
        const auto* regle = regles_.trouver(code, profil_, aujourd_hui_);
        if (regle == nullptr)
            return sans_objet(code, nullptr, phrase_de("sans_objet", core::name_of(profil_)));
        if (regle->majeurs && sejour_.age == Age::mineur)
            return sans_objet(code, regle, "echeance.sans_objet.mineur");
        switch (regle->depart) {
            case Depart::expiration:
                return ajouter_les_droits(*regle);
            case Depart::dernier:
                return ajouter_les_cycles(*regle);
            case Depart::anniversaire:
                return ajouter_les_anniversaires(*regle);
            case Depart::chacun:
                return ajouter_chacun(*regle);
            default:
                return ajouter_un_terme(*regle);
        }
    }

    static std::string phrase_de(std::string_view famille, std::string_view nom) {
        return "echeance." + std::string{famille} + "." + std::string{nom};
    }

    void sans_objet(Code code, const Regle* regle, std::string phrase) {
        toutes_.push_back({.code = code, .regle = regle, .phrase = std::move(phrase)});
    }

    std::optional<core::Date> jour_de(Depart depart) const {
        switch (depart) {
            case Depart::admission:
                return sejour_.admission;
            case Depart::entretien:
                return sejour_.entretien;
            case Depart::notification:
                return sejour_.notification;
            case Depart::refus:
                return refuse_le(sejour_, aujourd_hui_);
            default:
                return std::nullopt;
        }
    }

    // The days of those acts that are past, in order, each once.
    Jours jours(const std::vector<Acte>& actes, std::string_view objet = {}) const {
        Jours tous;
        for (const auto& fait : sejour_.faits)
            if (fait.jour <= aujourd_hui_ && fait.objet == objet &&
                std::find(actes.begin(), actes.end(), fait.acte) != actes.end())
                tous.push_back(fait.jour);
        std::sort(tous.begin(), tous.end());
        tous.erase(std::unique(tous.begin(), tous.end()), tous.end());
        return tous;
    }

    // The rule in force for what starts that day.
    const Regle& du_jour(const Regle& regle, core::Date depart) const {
        const auto* autre = regles_.trouver(regle.code, profil_, depart);
        return autre != nullptr ? *autre : regle;
    }

    void ajouter_un_terme(const Regle& d_aujourd_hui) {
        const auto depart = jour_de(d_aujourd_hui.depart);
        if (!depart) return a_dater(d_aujourd_hui);
        const auto& regle = du_jour(d_aujourd_hui, *depart);
        const auto faits = jours(regle.actes);
        dater(regle, *depart, faits.empty() ? std::nullopt : std::optional{faits.front()});
    }

    void ajouter_les_droits(const Regle& regle) {
        if (sejour_.droits.empty())
            return sans_objet(regle.code, &regle, "echeance.sans_objet.droit");
        for (const auto& droit : sejour_.droits) {
            const auto faits = jours(regle.actes, droit.id);
            auto& une = dater(du_jour(regle, droit.expire_le), droit.expire_le,
                              faits.empty() ? std::nullopt : std::optional{faits.front()});
            une.objet = droit.id;
            une.faits.push_back({"nom", droit.nom});
        }
    }

    // From the last act to the next one, again and again.
    void ajouter_les_cycles(const Regle& regle) {
        auto actes = regle.depuis_actes;
        const auto debuts = jours(actes);
        if (debuts.empty()) return a_dater(regle);
        actes.insert(actes.end(), regle.actes.begin(), regle.actes.end());
        auto depart = debuts.front();
        int rang = 1;
        for (const auto jour : jours(actes))
            if (jour > depart) {
                dater(du_jour(regle, depart), depart, jour).rang = rang++;
                depart = jour;
            }
        dater(du_jour(regle, depart), depart, std::nullopt).rang = rang;
    }

    // The n-th anniversary is met by an act of the year that it closes; one that comes too late
    // meets all that are past, told once, by the oldest.
    void ajouter_les_anniversaires(const Regle& d_aujourd_hui) {
        const auto debuts = jours(d_aujourd_hui.depuis_actes);
        if (debuts.empty()) return a_dater(d_aujourd_hui);
        const auto base = debuts.front();
        const auto& regle = du_jour(d_aujourd_hui, base);
        const auto terme = [&](int rang) {
            return core::plus_months(base, regle.delai.nombre * rang);
        };
        int rang = 1;
        for (const auto jour : jours(regle.actes)) {
            if (jour <= terme(rang - 1)) continue;
            inscrire(regle, {terme(rang - 1), terme(rang)}, jour).rang = rang;
            for (++rang; terme(rang) < jour;) ++rang;
        }
        inscrire(regle, {terme(rang - 1), terme(rang)}, std::nullopt).rang = rang;
    }

    void ajouter_chacun(const Regle& regle) {
        const auto debuts = jours(regle.depuis_actes);
        if (debuts.empty()) return sans_objet(regle.code, &regle, "echeance.sans_objet.evenement");
        int rang = 1;
        for (const auto depart : debuts) {
            const auto& sienne = du_jour(regle, depart);
            const auto faits = jours(sienne.actes);
            const auto fait = std::lower_bound(faits.begin(), faits.end(), depart);
            dater(sienne, depart, fait == faits.end() ? std::nullopt : std::optional{*fait}).rang =
                rang++;
        }
    }

    void a_dater(const Regle& regle) {
        if (parti()) return sans_objet(regle.code, &regle, "echeance.sans_objet.sortie");
        toutes_.push_back({.code = regle.code,
                           .regle = &regle,
                           .etat = Etat::a_dater,
                           .phrase = phrase_de("a_dater", core::name_of(regle.depart)),
                           .faits = {{"delai", en_clair(regle.delai)}}});
    }

    bool parti() const { return sejour_.sortie && *sejour_.sortie <= aujourd_hui_; }

    Obligation& dater(const Regle& regle, core::Date depart, std::optional<core::Date> fait) {
        return inscrire(regle, {depart, appliquer(depart, regle.delai)}, fait);
    }

    struct Delimite {
        core::Date depart, terme;
    };

    Obligation& inscrire(const Regle& regle, Delimite jours, std::optional<core::Date> fait) {
        const auto [depart, terme] = jours;
        Obligation une{
            .code = regle.code,
            .regle = &regle,
            .depart = depart,
            .terme = terme,
            .faite_le = fait,
            .jours = core::days_between(fait.value_or(aujourd_hui_), terme),
            .phrase = phrase_de("terme", core::name_of(regle.depart)),
            .faits = {{"delai", en_clair(regle.delai)}, {"depart", depart}, {"terme", terme}}};
        placer(une);
        return toutes_.emplace_back(std::move(une));
    }

    // The day of the term is still in time.
    void placer(Obligation& une) const {
        if (une.faite_le) {
            une.etat = *une.jours < 0 ? Etat::faite_en_retard : Etat::faite;
            return;
        }
        if (parti()) {
            une.phrase = *une.terme < *sejour_.sortie ? "echeance.sans_objet.sortie_en_retard"
                                                      : "echeance.sans_objet.sortie";
            une.jours.reset();
            return;
        }
        for (const auto& alerte : une.regle->alertes)
            if (appliquer(*une.terme, alerte) <= aujourd_hui_) une.alerte = alerte;
        const bool proche = une.regle->alertes.empty() ? *une.jours <= regles_.proche_en_jours
                                                       : une.alerte.has_value();
        une.etat = *une.jours < 0 ? Etat::en_retard : proche ? Etat::proche : Etat::a_venir;
    }

    const Sejour& sejour_;
    const Regles& regles_;
    core::Date aujourd_hui_;
    Profil profil_;
    std::vector<Obligation> toutes_{};
};

}  // namespace

std::vector<Obligation> calculer(const Sejour& sejour, const Regles& regles,
                                 core::Date aujourd_hui) {
    return Calcul{sejour, regles, aujourd_hui}.faire();
}

std::string dire(const Obligation& obligation, const rules::Phrases& phrases) {
    auto faits = obligation.faits;
    const auto jours = obligation.jours.value_or(0);
    faits.push_back({"jours", std::int64_t{jours < 0 ? -jours : jours}});
    if (obligation.faite_le) faits.push_back({"faite", *obligation.faite_le});
    if (obligation.alerte) faits.push_back({"alerte", en_clair(*obligation.alerte)});
    const std::string code{core::name_of(obligation.code)};
    auto etat = "echeance.etat." + std::string{core::name_of(obligation.etat)};
    if (obligation.etat == Etat::proche && obligation.alerte) etat = "echeance.etat.alerte";
    if (obligation.etat == Etat::proche && jours == 0) etat = "echeance.etat.dernier_jour";
    return phrases.rendre("echeance.nom." + code, faits) + " " +
           phrases.rendre(obligation.phrase, faits) + " " + phrases.rendre(etat, faits);
}

}  // namespace grappe::echeance
