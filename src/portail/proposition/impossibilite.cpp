// Rules that cannot all be kept: which clash, and how far one alone must give way.
#include <algorithm>

#include "portail/proposition/etude.hpp"
#include "portail/proposition/recherche.hpp"
#include "portail/proposition/traduction.hpp"

namespace grappe::proposition {
namespace {

constexpr std::int64_t dix_milliemes =
    10'000;  // a share relaxed is told in hundredths of a percent

// Whether some set keeps the rules of `demande` without those of `sans`.
Reponse::Issue possible(const Demande& demande, const std::vector<Regle>& sans,
                        Compteur& compteur) {
    auto modele = traduire(demande, sans).modele;
    std::ranges::fill(modele.but, 0);  // any set will do
    return Recherche{modele, compteur, 1}.un_choix(modele.depart, 0).issue;
}

// From the last rule of the demand to the first: a rule is innocent when the others, without the
// innocent ones already put aside, are still impossible.
void accuser(const Demande& demande, Impossibilite& sortie, Compteur& compteur) {
    auto toutes = regles(demande.contraintes);
    std::vector<Regle> innocentes;
    sortie.minimale = true;
    for (auto regle = toutes.rbegin(); regle != toutes.rend(); ++regle) {
        innocentes.push_back(*regle);
        const auto issue = possible(demande, innocentes, compteur);
        if (issue == Reponse::Issue::aucun) continue;
        if (issue == Reponse::Issue::limite) sortie.minimale = false;
        innocentes.pop_back();
        sortie.coupables.insert(sortie.coupables.begin(), *regle);
    }
}

struct Moyens {
    core::Money pas;
    Compteur& compteur;
};

// One rule of a demand, looked at alone while the others are kept.
class UneRegle {
public:
    // `sans`: the rules left aside, this one among them.
    UneRegle(const Demande& demande, const Regle& regle, std::vector<Regle> sans, Moyens moyens)
        : demande_{demande},
          regle_{regle},
          sans_{std::move(sans)},
          pas_{moyens.pas.in_cents()},
          compteur_{moyens.compteur},
          traduction_{traduire(demande, sans_)} {
        for (const auto rang : traduction_.ordre) candidats_.push_back(&demande.candidats[rang]);
    }

    Relachement relacher() {
        switch (regle_.genre) {
            case Regle::Genre::enveloppe:
                return de_l_enveloppe();
            case Regle::Genre::part_minimale:
                return de_la_part();
            default:
                break;
        }
        return conclure(possible(demande_, sans_, compteur_));
    }

private:
    Relachement conclure(Reponse::Issue issue) const {
        Relachement sortie{.regle = regle_};
        if (issue == Reponse::Issue::trouve) sortie.etat = Relachement::Etat::connu;
        if (issue == Reponse::Issue::aucun) sortie.etat = Relachement::Etat::sans_effet;
        return sortie;
    }

    Reponse le_plus_de(std::vector<std::int64_t> but, std::int64_t pas) {
        traduction_.modele.but = std::move(but);
        return Recherche{traduction_.modele, compteur_, pas}.optimum(traduction_.modele.depart);
    }

    Relachement de_l_enveloppe() {
        auto but = traduction_.montants;
        for (auto& un : but) un = -un;
        const auto reponse = le_plus_de(std::move(but), pas_);
        auto sortie = conclure(reponse.issue);
        if (sortie.etat == Relachement::Etat::connu)
            sortie.enveloppe = core::Money::cents((-reponse.valeur + pas_ - 1) / pas_ * pas_);
        return sortie;
    }

    Relachement de_la_part() {
        const auto& minimale = demande_.contraintes.parts_minimales[regle_.rang];
        if (std::holds_alternative<core::Fraction>(minimale.minimum)) return de_la_fraction();
        auto but = ligne_de_part(candidats_, minimale).coefficients;
        for (auto& un : but) un = -un;
        const bool en_euros = std::holds_alternative<core::Money>(minimale.minimum);
        const auto reponse = le_plus_de(std::move(but), en_euros ? pas_ : 1);
        auto sortie = conclure(reponse.issue);
        if (sortie.etat != Relachement::Etat::connu) return sortie;
        if (en_euros)
            sortie.minimum = core::Money::cents(reponse.valeur / pas_ * pas_);
        else
            sortie.minimum = NombreDeDossiers{reponse.valeur};
        return sortie;
    }

    // A set that leaves this share at least `milliemes` / 10 000 of the money, the others kept.
    Reponse un_ensemble(std::int64_t milliemes) {
        auto minimale = demande_.contraintes.parts_minimales[regle_.rang];
        minimale.minimum = core::Fraction{milliemes, dix_milliemes};
        auto but = ligne_de_part(candidats_, minimale).coefficients;
        for (auto& un : but) un = -un;
        auto modele = traduction_.modele;
        modele.but = std::move(but);
        return Recherche{modele, compteur_, 1}.un_choix(modele.depart, 0);
    }

    // Each set found says what it gives; the next must give one hundredth of a percent more.
    Relachement de_la_fraction() {
        const auto& minimale = demande_.contraintes.parts_minimales[regle_.rang];
        std::int64_t atteint = -1;
        while (atteint < dix_milliemes) {
            const auto reponse = un_ensemble(atteint + 1);
            if (reponse.issue == Reponse::Issue::limite) return conclure(reponse.issue);
            if (reponse.issue == Reponse::Issue::aucun) break;
            core::Money total, part_totale;
            for (std::size_t j = 0; j < candidats_.size(); ++j)
                if (reponse.retenus[j] != 0) {
                    total += candidats_[j]->montant;
                    part_totale += part(*candidats_[j], minimale);
                }
            if (total == core::Money{}) break;  // nothing retained has any share: it kept the rule
            atteint =
                core::Fraction{core::i128{part_totale.in_cents()} * dix_milliemes, total.in_cents()}
                    .rounded_down();
        }
        auto sortie = conclure(atteint < 0 ? Reponse::Issue::aucun : Reponse::Issue::trouve);
        if (atteint >= 0) sortie.minimum = core::Fraction{atteint, dix_milliemes};
        return sortie;
    }

    const Demande& demande_;
    Regle regle_;
    std::vector<Regle> sans_;
    std::int64_t pas_;
    Compteur& compteur_;
    Traduction traduction_;
    std::vector<const Candidat*> candidats_;
};

std::vector<Regle> ordre_du_compromis(const Contraintes& contraintes) {
    const auto toutes = regles(contraintes);
    std::vector<Regle> ordre;
    for (const bool parts : {false, true})
        for (const auto& regle : toutes)
            if ((regle.genre == Regle::Genre::part_minimale) == parts) ordre.push_back(regle);
    return ordre;
}

// Each rule in turn is kept, or gives up what those before it do not leave.
void composer(Demande demande, Impossibilite& sortie, const Moyens& moyens) {
    const auto ordre = ordre_du_compromis(demande.contraintes);
    auto sans = ordre;
    for (const auto& regle : ordre) {
        const auto place = std::ranges::find(sans, regle);
        sans.erase(place);
        const auto issue = possible(demande, sans, moyens.compteur);
        if (issue == Reponse::Issue::limite) return;
        if (issue == Reponse::Issue::trouve) continue;
        sans.push_back(regle);
        const auto cede = UneRegle{demande, regle, sans, moyens}.relacher();
        if (cede.etat == Relachement::Etat::inconnu) return;
        sortie.compromis.push_back(cede);
        if (!cede.minimum) continue;
        demande.contraintes.parts_minimales[regle.rang].minimum = *cede.minimum;
        sans.pop_back();
    }
    sortie.compromis_connu = true;
}

}  // namespace

Impossibilite impossibilite(const Demande& demande, core::Money pas, Limite limite) {
    Compteur compteur{std::move(limite)};
    Impossibilite sortie;
    accuser(demande, sortie, compteur);
    const Moyens moyens{pas, compteur};
    for (const auto& regle : sortie.coupables)
        sortie.relachements.push_back(UneRegle{demande, regle, {regle}, moyens}.relacher());
    composer(demande, sortie, moyens);
    return sortie;
}

}  // namespace grappe::proposition
