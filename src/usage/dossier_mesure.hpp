// The definitions, for one person at one establishment: what its record adds, and why it does not.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/named.hpp"
#include "usage/compteurs.hpp"
#include "usage/fenetre.hpp"

namespace grappe::usage {

struct Sejour {
    core::Date entree;
    std::optional<core::Date> sortie;
    bool projet_possible = true;

    bool operator==(const Sejour&) const = default;
};

struct Modification {
    core::Instant le;
    bool automatique = false;

    bool operator==(const Modification&) const = default;
};

enum class StatutDeProjet { en_preparation, en_cours, en_pause, termine };

constexpr auto names(StatutDeProjet) {
    using enum StatutDeProjet;
    return std::to_array<core::Named<StatutDeProjet>>({{en_preparation, "ENPREPARATION"},
                                                       {en_cours, "ENCOURS"},
                                                       {en_pause, "ENPAUSE"},
                                                       {termine, "TERMINE"}});
}

struct Projet {
    StatutDeProjet statut;
    core::Date du;
    std::optional<core::Date> au;  // included

    bool operator==(const Projet&) const = default;
};

enum class StatutDEvenement { planifie, valide, realise, termine, annule };

constexpr auto names(StatutDEvenement) {
    using enum StatutDEvenement;
    return std::to_array<core::Named<StatutDEvenement>>({{planifie, "PLANIFIE"},
                                                         {valide, "VALIDE"},
                                                         {realise, "REALISE"},
                                                         {termine, "TERMINE"},
                                                         {annule, "ANNULE"}});
}

struct Evenement {
    core::Instant debut, fin;
    StatutDEvenement statut;

    bool operator==(const Evenement&) const = default;
};

struct EnvoiMss {
    core::Instant le;
    bool echec = false;

    bool operator==(const EnvoiMss&) const = default;
};

enum class IssueDuDmp { acceptee, rejetee };

constexpr auto names(IssueDuDmp) {
    using enum IssueDuDmp;
    return std::to_array<core::Named<IssueDuDmp>>({{acceptee, "acceptee"}, {rejetee, "rejetee"}});
}

struct AlimentationDmp {
    core::Instant le;
    IssueDuDmp issue;

    bool operator==(const AlimentationDmp&) const = default;
};

// Imports of prescriptions, exchanges of pathways: `deja` are before the window and only counted.
struct Passages {
    std::vector<core::Instant> le;
    std::int64_t deja = 0;

    bool operator==(const Passages&) const = default;
};

// The facts of one establishment about one person; facts in any order, overlaps accepted. A message
// that names no person is a record of its own, with nothing else.
struct DossierMesure {
    std::vector<Sejour> sejours;
    std::vector<Modification> modifications;
    std::vector<Projet> projets;
    std::vector<Evenement> evenements;
    std::vector<EnvoiMss> envois;
    std::vector<AlimentationDmp> alimentations;
    Passages eprescription, eparcours;

    bool operator==(const DossierMesure&) const = default;
};

// Why a record does not count; the sentence is "usage.motif." and the name. Of several facts of one
// kind, the reason told is the one that stands first here: the nearest to counting.
enum class Motif {
    sans_sejour,             // none at this establishment
    sejour_hors_fenetre,     // none that overlaps the window
    hors_file_active,        // neither present nor gone in the year
    absent_au_jour,          // not present on the measured day
    projet_impossible,       // no stay where a project is legally possible
    dossier_inactif,         // the record itself does not count
    modification_auto,       // in the window, by a program only
    modification_hors,       // by a person, but outside the window
    sans_modification,       // nobody ever updated the record
    projet_en_pause,         // ENPAUSE on the last day of the window
    projet_termine,          // TERMINE on that day
    projet_a_venir,          // begins after that day
    projet_echu,             // ended before it
    projet_absent,           // none
    evenement_annule,        // in the window, but ANNULE
    evenement_hors_fenetre,  // none overlaps the window
    evenement_absent,        // none
    envoi_en_echec,          // in the window, but not delivered
    envoi_hors_fenetre,      // none in the window
    envoi_absent,            // no message
    dmp_rejete,              // in the window, but refused by the DMP
    dmp_hors_fenetre,        // none in the window
    dmp_absent               // no document
};

constexpr auto names(Motif) {
    using enum Motif;
    return std::to_array<core::Named<Motif>>({{sans_sejour, "sans_sejour"},
                                              {sejour_hors_fenetre, "sejour_hors_fenetre"},
                                              {hors_file_active, "hors_file_active"},
                                              {absent_au_jour, "absent_au_jour"},
                                              {projet_impossible, "projet_impossible"},
                                              {dossier_inactif, "dossier_inactif"},
                                              {modification_auto, "modification_auto"},
                                              {modification_hors, "modification_hors"},
                                              {sans_modification, "sans_modification"},
                                              {projet_en_pause, "projet_en_pause"},
                                              {projet_termine, "projet_termine"},
                                              {projet_a_venir, "projet_a_venir"},
                                              {projet_echu, "projet_echu"},
                                              {projet_absent, "projet_absent"},
                                              {evenement_annule, "evenement_annule"},
                                              {evenement_hors_fenetre, "evenement_hors_fenetre"},
                                              {evenement_absent, "evenement_absent"},
                                              {envoi_en_echec, "envoi_en_echec"},
                                              {envoi_hors_fenetre, "envoi_hors_fenetre"},
                                              {envoi_absent, "envoi_absent"},
                                              {dmp_rejete, "dmp_rejete"},
                                              {dmp_hors_fenetre, "dmp_hors_fenetre"},
                                              {dmp_absent, "dmp_absent"}});
}

// Nothing where the record counts.
using Refus = std::optional<Motif>;

struct Evaluation {
    Compteurs compteurs;
    std::array<Refus, 3> personne;  // why it is not in the denominator, by Denominateur
    Refus eligible;                 // why it is not among those a project is possible for
    Refus actif, projet, evenement, envoi, dmp;
};

Evaluation evaluer(const DossierMesure& dossier, const Fenetre& fenetre);

// Why the record is not in the numerator of the indicator under that reading.
Refus refus(const Evaluation& evaluation, Indicateur indicateur, Denominateur lecture);
// Why it is not in its denominator.
Refus hors_denominateur(const Evaluation& evaluation, Indicateur indicateur, Denominateur lecture);

// The least facts for which `evaluer` answers the same, counters and reasons: what leaves the house
// when a leaf is opened.
DossierMesure reduire(const DossierMesure& dossier, const Fenetre& fenetre);

}  // namespace grappe::usage
