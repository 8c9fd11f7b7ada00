// What one record adds to each counter, and why it does not. Definitions: AAP ESMS numérique 2024,
// ARS Nouvelle-Aquitaine, §5; the choices where it is silent are those of the contract.
#include "usage/dossier_mesure.hpp"

#include <algorithm>

#include "usage/temoins.hpp"

namespace grappe::usage {
namespace {

template <class Juger>
bool un_sejour(const DossierMesure& dossier, Juger juger) {
    return std::any_of(dossier.sejours.begin(), dossier.sejours.end(), juger);
}

Refus si_aucun(const DossierMesure& dossier, bool trouve, Motif motif) {
    if (trouve) return std::nullopt;
    return dossier.sejours.empty() ? Motif::sans_sejour : motif;
}

void juger_la_personne(Evaluation& ici, const DossierMesure& dossier, const Fenetre& fenetre) {
    const auto avec = [&](auto juger, Motif motif) {
        const bool trouve =
            un_sejour(dossier, [&](const Sejour& sejour) { return juger(sejour, fenetre); });
        return si_aucun(dossier, trouve, motif);
    };
    ici.personne = {avec(dans_la_fenetre, Motif::sejour_hors_fenetre),
                    avec(dans_la_file_active, Motif::hors_file_active),
                    avec(present, Motif::absent_au_jour)};
    ici.eligible = avec([](const Sejour& sejour, const Fenetre&) { return sejour.projet_possible; },
                        Motif::projet_impossible);
}

std::int64_t dans(const Passages& passages, const Fenetre& fenetre) {
    return std::count_if(passages.le.begin(), passages.le.end(),
                         [&](core::Instant le) { return fenetre.contient(le); });
}

std::int64_t depuis_le_debut(const Passages& passages, const Fenetre& fenetre) {
    return passages.deja + std::count_if(passages.le.begin(), passages.le.end(),
                                         [&](core::Instant le) { return le < fenetre.ferme; });
}

std::int64_t messages(const DossierMesure& dossier, const Fenetre& fenetre) {
    return std::count_if(dossier.envois.begin(), dossier.envois.end(),
                         [&](const EnvoiMss& envoi) { return !juger(envoi, fenetre); });
}

const Refus& de(const Evaluation& ici, Denominateur lecture) {
    return ici.personne[static_cast<std::size_t>(lecture)];
}

void compter(Evaluation& ici, const DossierMesure& dossier, const Fenetre& dates) {
    using enum Compteur;
    auto& compteurs = ici.compteurs;
    const auto un = [&](Compteur compteur, bool compte) { compteurs[compteur] = compte; };
    const bool est_la = !de(ici, Denominateur::presents);
    const bool possible = !ici.eligible;
    un(Compteur::fenetre, !de(ici, Denominateur::fenetre));
    un(file_active, !de(ici, Denominateur::file_active));
    un(presents, est_la);
    un(actif, !ici.actif);
    un(actif_present, !ici.actif && est_la);
    un(projet, !ici.projet);
    un(projet_present, !ici.projet && est_la);
    un(evenement, !ici.evenement);
    un(evenement_present, !ici.evenement && est_la);
    un(eligible_fenetre, !de(ici, Denominateur::fenetre) && possible);
    un(eligible_file_active, !de(ici, Denominateur::file_active) && possible);
    un(eligible_presents, est_la && possible);
    un(dmp, !ici.dmp);
    compteurs[mssante] = messages(dossier, dates);
    compteurs[eprescription] = dans(dossier.eprescription, dates);
    compteurs[eprescription_depuis_le_debut] = depuis_le_debut(dossier.eprescription, dates);
    compteurs[eparcours] = dans(dossier.eparcours, dates);
    compteurs[eparcours_depuis_le_debut] = depuis_le_debut(dossier.eparcours, dates);
}

}  // namespace

Evaluation evaluer(const DossierMesure& dossier, const Fenetre& fenetre) {
    Evaluation ici;
    juger_la_personne(ici, dossier, fenetre);
    ici.actif = de(ici, Denominateur::fenetre);
    if (!ici.actif) ici.actif = temoin(dossier.modifications, fenetre).refus;
    ici.projet = ici.evenement = Motif::dossier_inactif;
    if (!ici.actif) {
        ici.projet = temoin(dossier.projets, fenetre).refus;
        ici.evenement = temoin(dossier.evenements, fenetre).refus;
    }
    ici.envoi = temoin(dossier.envois, fenetre).refus;
    ici.dmp = temoin(dossier.alimentations, fenetre).refus;
    compter(ici, dossier, fenetre);
    return ici;
}

Refus refus(const Evaluation& evaluation, Indicateur indicateur, Denominateur lecture) {
    // Of `presents`, the numerators of the records are limited to the persons present.
    const auto limite = [&](const Refus& propre) {
        if (propre || lecture != Denominateur::presents) return propre;
        return de(evaluation, lecture);
    };
    switch (indicateur) {
        case Indicateur::dossiers_actifs:
            return limite(evaluation.actif);
        case Indicateur::projet_personnalise:
            return limite(evaluation.projet);
        case Indicateur::evenement_agenda:
            return limite(evaluation.evenement);
        case Indicateur::mssante:
            return evaluation.envoi;
        case Indicateur::dmp:
            return evaluation.dmp;
        case Indicateur::eprescription:
        case Indicateur::eparcours:
            break;
    }
    core::ensure(false, "an indicator with a target");
    return std::nullopt;
}

Refus hors_denominateur(const Evaluation& evaluation, Indicateur indicateur, Denominateur lecture) {
    switch (indicateur) {
        case Indicateur::dossiers_actifs:
            return de(evaluation, lecture);
        case Indicateur::projet_personnalise:
        case Indicateur::evenement_agenda:
            return refus(evaluation, Indicateur::dossiers_actifs, lecture);
        case Indicateur::mssante:
        case Indicateur::dmp:
            return de(evaluation, lecture) ? de(evaluation, lecture) : evaluation.eligible;
        case Indicateur::eprescription:
        case Indicateur::eparcours:
            break;
    }
    core::ensure(false, "an indicator with a target");
    return std::nullopt;
}

}  // namespace grappe::usage
