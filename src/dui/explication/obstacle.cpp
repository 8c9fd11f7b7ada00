// Reasons gathered from the facts of a record; each fact is judged by usage.
#include "dui/explication/obstacle.hpp"

#include <algorithm>

#include "usage/temoins.hpp"

namespace grappe::explication {
namespace {

using usage::Fenetre;
using usage::Motif;

core::Date jour_de(core::Instant instant) { return core::paris().day_of(instant); }

core::Date jour_utile(const usage::Modification& une, const Fenetre&) { return jour_de(une.le); }
core::Date jour_utile(const usage::EnvoiMss& un, const Fenetre&) { return jour_de(un.le); }
core::Date jour_utile(const usage::AlimentationDmp& une, const Fenetre&) { return jour_de(une.le); }
core::Date jour_utile(const usage::Projet& un, const Fenetre& fenetre) {
    return un.au && *un.au < fenetre.dernier_jour() ? *un.au : un.du;
}
core::Date jour_utile(const usage::Evenement& un, const Fenetre& fenetre) {
    return jour_de(un.fin < fenetre.ouvre ? un.fin : un.debut);
}
// Of a stay that is over on the measured day, its end; of one that is not, its beginning.
core::Date jour_utile(const usage::Sejour& un, const Fenetre& fenetre) {
    return un.sortie && *un.sortie <= fenetre.fin ? *un.sortie : un.entree;
}

std::chrono::days distance(core::Date jour, const Fenetre& fenetre) {
    if (jour < fenetre.debut) return fenetre.debut.days() - jour.days();
    if (jour >= fenetre.fin) return jour.days() - fenetre.dernier_jour().days();
    return std::chrono::days{0};
}

// The day nearest to the window; of two as near, the later one.
bool plus_pres(core::Date un, core::Date autre, const Fenetre& fenetre) {
    const auto loin = distance(un, fenetre), aussi = distance(autre, fenetre);
    return loin != aussi ? loin < aussi : un > autre;
}

void noter(std::vector<Raison>& raisons, Raison neuve, const Fenetre& fenetre) {
    const auto deja = std::find_if(raisons.begin(), raisons.end(),
                                   [&](const Raison& une) { return une.motif == neuve.motif; });
    if (deja == raisons.end())
        raisons.push_back(neuve);
    else if (plus_pres(*neuve.jour, *deja->jour, fenetre))
        deja->jour = neuve.jour;
}

// What the facts of one kind lack; nothing where one of them counts. A fact that is as good as none
// (an automatic update outside the window) adds no reason.
template <class Fait>
std::optional<Obstacle> manque(const std::vector<Fait>& faits, const Fenetre& fenetre) {
    constexpr auto aucun = usage::absence(static_cast<const Fait*>(nullptr));
    // Asked first: a record that counts may have years of facts whose days are then not looked at.
    if (std::any_of(faits.begin(), faits.end(),
                    [&](const Fait& fait) { return !usage::juger(fait, fenetre); }))
        return std::nullopt;
    Obstacle obstacle;
    for (const auto& fait : faits) {
        const auto refus = usage::juger(fait, fenetre);
        if (*refus != aucun) noter(obstacle.raisons, {*refus, jour_utile(fait, fenetre)}, fenetre);
    }
    if (obstacle.raisons.empty()) obstacle.raisons.push_back({aucun, std::nullopt});
    std::sort(obstacle.raisons.begin(), obstacle.raisons.end(),
              [](const Raison& une, const Raison& autre) { return une.motif < autre.motif; });
    return obstacle;
}

template <class Juger>
std::optional<Obstacle> manque_un_sejour(const usage::DossierMesure& dossier,
                                         const Fenetre& fenetre, Juger juger, Motif motif) {
    Obstacle obstacle;
    for (const auto& sejour : dossier.sejours) {
        if (juger(sejour, fenetre)) return std::nullopt;
        noter(obstacle.raisons, {motif, jour_utile(sejour, fenetre)}, fenetre);
    }
    if (obstacle.raisons.empty()) obstacle.raisons.push_back({Motif::sans_sejour, std::nullopt});
    return obstacle;
}

class Liste {
public:
    void ajouter(std::optional<Obstacle> obstacle) {
        if (obstacle) liste_.push_back(*std::move(obstacle));
    }
    std::vector<Obstacle> rendre() { return std::move(liste_); }

private:
    std::vector<Obstacle> liste_;
};

void ajouter_ceux_d_un_dossier_actif(Liste& liste, const usage::DossierMesure& dossier,
                                     const Fenetre& fenetre, usage::Denominateur lecture) {
    liste.ajouter(
        manque_un_sejour(dossier, fenetre, usage::dans_la_fenetre, Motif::sejour_hors_fenetre));
    if (lecture == usage::Denominateur::presents && !dossier.sejours.empty())
        liste.ajouter(manque_un_sejour(dossier, fenetre, usage::present, Motif::absent_au_jour));
    liste.ajouter(manque(dossier.modifications, fenetre));
}

}  // namespace

std::vector<Obstacle> obstacles(const usage::DossierMesure& dossier, const Fenetre& fenetre,
                                usage::Indicateur indicateur, usage::Denominateur lecture) {
    using usage::Indicateur;
    Liste liste;
    switch (indicateur) {
        case Indicateur::dossiers_actifs:
            ajouter_ceux_d_un_dossier_actif(liste, dossier, fenetre, lecture);
            break;
        case Indicateur::projet_personnalise:
            ajouter_ceux_d_un_dossier_actif(liste, dossier, fenetre, lecture);
            liste.ajouter(manque(dossier.projets, fenetre));
            break;
        case Indicateur::evenement_agenda:
            ajouter_ceux_d_un_dossier_actif(liste, dossier, fenetre, lecture);
            liste.ajouter(manque(dossier.evenements, fenetre));
            break;
        case Indicateur::mssante:
            liste.ajouter(manque(dossier.envois, fenetre));
            break;
        case Indicateur::dmp:
            liste.ajouter(manque(dossier.alimentations, fenetre));
            break;
        case Indicateur::eprescription:
        case Indicateur::eparcours:
            core::ensure(false, "an indicator with a target");
    }
    return liste.rendre();
}

std::optional<Geste> geste_contre(Motif motif) {
    switch (motif) {
        case Motif::sans_sejour:
        case Motif::sejour_hors_fenetre:
        case Motif::hors_file_active:
        case Motif::absent_au_jour:
        case Motif::projet_impossible:
        case Motif::dossier_inactif:  // never an obstacle: its own reasons are
            return std::nullopt;
        case Motif::modification_auto:
        case Motif::modification_hors:
        case Motif::sans_modification:
            return Geste::mettre_a_jour;
        case Motif::projet_en_pause:
            return Geste::reprendre_projet;
        case Motif::projet_a_venir:
            return Geste::avancer_projet;
        case Motif::projet_echu:
            return Geste::renouveler_projet;
        case Motif::projet_termine:
        case Motif::projet_absent:
            return Geste::ouvrir_projet;
        case Motif::evenement_annule:
            return Geste::retablir_evenement;
        case Motif::evenement_hors_fenetre:
        case Motif::evenement_absent:
            return Geste::planifier_evenement;
        case Motif::envoi_en_echec:
            return Geste::renvoyer_message;
        case Motif::envoi_hors_fenetre:
        case Motif::envoi_absent:
            return Geste::envoyer_message;
        case Motif::dmp_rejete:
            return Geste::renvoyer_document;
        case Motif::dmp_hors_fenetre:
        case Motif::dmp_absent:
            return Geste::envoyer_document;
    }
    core::ensure(false, "a reason of usage");
    return std::nullopt;
}

std::optional<std::vector<Geste>> gestes_contre(const std::vector<Obstacle>& obstacles) {
    std::vector<Geste> gestes;
    for (const auto& obstacle : obstacles) {
        const auto geste = geste_contre(obstacle.motif());
        if (!geste) return std::nullopt;
        gestes.push_back(*geste);
    }
    return gestes;
}

}  // namespace grappe::explication
