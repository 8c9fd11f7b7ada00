// Cibles: fractions are summed before they are compared, and never rounded.
#include "portail/solde/cibles.hpp"

#include <algorithm>
#include <limits>

namespace grappe::solde {
namespace {

using core::i128;
using programme::Appel, programme::CibleUsage;
using usage::Denominateur, usage::Indicateur;

std::optional<Indicateur> indicateur_de(std::string_view regle) {
    if (regle == "IND-01") return Indicateur::dossiers_actifs;
    if (regle == "IND-02") return Indicateur::projet_personnalise;
    if (regle == "IND-03") return Indicateur::evenement_agenda;
    if (regle == "IND-04") return Indicateur::mssante;
    if (regle == "IND-05") return Indicateur::dmp;
    return std::nullopt;
}

std::optional<Denominateur> lecture_de(const Appel& appel) {
    using enum programme::DenominateurDossiersActifs;
    if (!appel.denominateur_dossiers_actifs) return std::nullopt;
    switch (*appel.denominateur_dossiers_actifs) {
        case file_active_annuelle:
            return Denominateur::file_active;
        case presents_au_jour_de_mesure:
            return Denominateur::presents;
        case personnes_presentes_sur_la_periode:
            break;
    }
    return Denominateur::fenetre;
}

enum class Concerne { oui, non, inconnu };

Concerne concerne(const CibleUsage& cible, const LigneAccordee& ligne) {
    auto reponse = Concerne::oui;
    if (!cible.secteur.empty()) {
        if (ligne.secteur.empty())
            reponse = Concerne::inconnu;
        else if (ligne.secteur != cible.secteur)
            return Concerne::non;
    }
    if (cible.eligible_sons) {
        if (!ligne.eligible_sons)
            reponse = Concerne::inconnu;
        else if (*ligne.eligible_sons != *cible.eligible_sons)
            return Concerne::non;
    }
    return reponse;
}

struct Somme {
    i128 numerateur = 0, denominateur = 0;
    int concernes = 0;
    bool sans_mesure = false, autre_lecture = false, inconnu = false;
};

struct Sujet {
    std::optional<Indicateur> indicateur;
    std::optional<Denominateur> lecture;
    const Mesures& mesures;
};

void ajouter(Somme& somme, const LigneAccordee& ligne, const Sujet& sujet) {
    const auto mesures = sujet.mesures.find(ligne.finess_et);
    if (mesures == sujet.mesures.end()) {
        somme.sans_mesure = true;
        return;
    }
    somme.autre_lecture |= sujet.lecture && *sujet.lecture != mesures->second.lecture;
    if (!sujet.indicateur) return;
    const auto mesure = mesures->second.par_indicateur.find(*sujet.indicateur);
    if (mesure == mesures->second.par_indicateur.end()) {
        somme.sans_mesure = true;
        return;
    }
    somme.numerateur += mesure->second.numerateur;
    somme.denominateur += mesure->second.denominateur;
}

EtatDeCible etat_de(const Somme& somme, const core::Rate& cible) {
    using enum EtatDeCible;
    if (somme.inconnu) return concernement_inconnu;
    if (somme.sans_mesure) return sans_mesure;
    if (somme.autre_lecture) return autre_lecture;
    if (somme.denominateur == 0) return non_mesurable;
    const bool atteint =
        cible.denominator() * somme.numerateur >= cible.numerator() * somme.denominateur;
    return atteint ? atteinte : non_atteinte;
}

// For display: the comparison is made on the whole sum.
std::int64_t borne(i128 valeur) {
    constexpr auto plus_grand = std::numeric_limits<std::int64_t>::max();
    return valeur > plus_grand ? plus_grand : static_cast<std::int64_t>(valeur);
}

Atteinte atteinte_de(const Jugement& jugement) {
    using enum EtatDeCible;
    if (jugement.cibles.empty()) return Atteinte::sans_cible;
    if (jugement.nombre(sans_mesure) > 0) return Atteinte::sans_mesure;
    const auto reussies = jugement.nombre(atteinte);
    const auto manquees = jugement.nombre(non_atteinte);
    const auto jugees = static_cast<std::size_t>(reussies + manquees);
    if (jugees < jugement.cibles.size()) return Atteinte::non_mesurable;
    if (manquees == 0) return Atteinte::atteinte;
    return reussies == 0 ? Atteinte::non_atteinte : Atteinte::partielle;
}

}  // namespace

int Jugement::nombre(EtatDeCible etat) const {
    return static_cast<int>(std::count_if(cibles.begin(), cibles.end(),
                                          [&](const auto& une) { return une.etat == etat; }));
}

Jugement juger(const Appel& appel, const std::vector<const LigneAccordee*>& lignes,
               const Mesures& mesures) {
    Jugement jugement;
    for (const auto& cible : appel.cibles) {
        const Sujet sujet{indicateur_de(cible.indicateur), lecture_de(appel), mesures};
        Somme somme;
        for (const auto* ligne : lignes) {
            const auto reponse = concerne(cible, *ligne);
            if (reponse == Concerne::non) continue;
            ++somme.concernes;
            somme.inconnu |= reponse == Concerne::inconnu;
            ajouter(somme, *ligne, sujet);
        }
        if (somme.concernes == 0) continue;
        jugement.cibles.push_back(
            {.cible = &cible,
             .indicateur = sujet.indicateur,
             .mesure = {borne(somme.numerateur), borne(somme.denominateur)},
             .etat = sujet.indicateur ? etat_de(somme, cible.cible) : EtatDeCible::non_mesurable});
    }
    jugement.atteinte = atteinte_de(jugement);
    return jugement;
}

}  // namespace grappe::solde
