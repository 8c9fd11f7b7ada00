// The judgement of one fact: a stay, an update, a project, an event, a message, a document.
#include "usage/temoins.hpp"

namespace grappe::usage {

bool dans_la_fenetre(const Sejour& sejour, const Fenetre& fenetre) {
    return sejour.entree < fenetre.fin && (!sejour.sortie || *sejour.sortie >= fenetre.debut);
}

bool present(const Sejour& sejour, const Fenetre& fenetre) {
    return sejour.entree <= fenetre.fin && (!sejour.sortie || *sejour.sortie > fenetre.fin);
}

// On 31 December of the year or, earlier, on the measured day: it never comes after that of its
// own year. Every exit of the year up to it is definitive (contract).
bool dans_la_file_active(const Sejour& sejour, const Fenetre& fenetre) {
    if (present(sejour, fenetre)) return true;
    return sejour.sortie && sejour.sortie->year() == fenetre.fin.year() &&
           *sejour.sortie <= fenetre.fin;
}

Refus juger(const Modification& modification, const Fenetre& fenetre) {
    if (fenetre.contient(modification.le))
        return modification.automatique ? Refus{Motif::modification_auto} : std::nullopt;
    return modification.automatique ? Motif::sans_modification : Motif::modification_hors;
}

Refus juger(const Projet& projet, const Fenetre& fenetre) {
    const auto jour = fenetre.dernier_jour();
    if (projet.du > jour) return Motif::projet_a_venir;
    if (projet.au && *projet.au < jour) return Motif::projet_echu;
    if (projet.statut == StatutDeProjet::en_pause) return Motif::projet_en_pause;
    if (projet.statut == StatutDeProjet::termine) return Motif::projet_termine;
    return std::nullopt;
}

Refus juger(const Evenement& evenement, const Fenetre& fenetre) {
    const bool dedans = evenement.debut < fenetre.ferme && evenement.fin >= fenetre.ouvre;
    if (!dedans) return Motif::evenement_hors_fenetre;
    if (evenement.statut == StatutDEvenement::annule) return Motif::evenement_annule;
    return std::nullopt;
}

Refus juger(const EnvoiMss& envoi, const Fenetre& fenetre) {
    if (!fenetre.contient(envoi.le)) return Motif::envoi_hors_fenetre;
    return envoi.echec ? Refus{Motif::envoi_en_echec} : std::nullopt;
}

Refus juger(const AlimentationDmp& alimentation, const Fenetre& fenetre) {
    if (!fenetre.contient(alimentation.le)) return Motif::dmp_hors_fenetre;
    return alimentation.issue == IssueDuDmp::rejetee ? Refus{Motif::dmp_rejete} : std::nullopt;
}

}  // namespace grappe::usage
