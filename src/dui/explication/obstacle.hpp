// Why a record does not count, every reason of it with its day, and the act that would mend each.
#pragma once

#include <optional>
#include <vector>

#include "usage/dossier_mesure.hpp"

namespace grappe::explication {

// A reason that facts of the record give, and the day of the one nearest to the window.
struct Raison {
    usage::Motif motif;
    std::optional<core::Date> jour;  // nothing where no fact bears on it

    bool operator==(const Raison&) const = default;
};

// One thing that is missing. Its reasons, nearest to counting first, are never empty: a project on
// pause and another one closed are two reasons of one obstacle.
struct Obstacle {
    std::vector<Raison> raisons;

    usage::Motif motif() const { return raisons.front().motif; }
    bool operator==(const Obstacle&) const = default;
};

// All that keeps a record out of the numerator, in the order in which one looks: stay, presence,
// update, then what the indicator asks for itself. Empty: it counts. Where usage::refus stops at
// the first reason, and says of a project that the record is not active, this says why it is not.
std::vector<Obstacle> obstacles(const usage::DossierMesure& dossier, const usage::Fenetre& fenetre,
                                usage::Indicateur indicateur, usage::Denominateur lecture);

enum class Geste {
    mettre_a_jour,
    reprendre_projet,
    ouvrir_projet,
    avancer_projet,
    renouveler_projet,
    retablir_evenement,
    planifier_evenement,
    renvoyer_message,
    envoyer_message,
    renvoyer_document,
    envoyer_document
};

constexpr auto names(Geste) {
    using enum Geste;
    return std::to_array<core::Named<Geste>>({{mettre_a_jour, "mettre_a_jour"},
                                              {reprendre_projet, "reprendre_projet"},
                                              {ouvrir_projet, "ouvrir_projet"},
                                              {avancer_projet, "avancer_projet"},
                                              {renouveler_projet, "renouveler_projet"},
                                              {retablir_evenement, "retablir_evenement"},
                                              {planifier_evenement, "planifier_evenement"},
                                              {renvoyer_message, "renvoyer_message"},
                                              {envoyer_message, "envoyer_message"},
                                              {renvoyer_document, "renvoyer_document"},
                                              {envoyer_document, "envoyer_document"}});
}

// Nothing where no act of a professional mends it: a person does not come back for a figure.
std::optional<Geste> geste_contre(usage::Motif motif);

// One act an obstacle; nothing where one of them has no remedy.
std::optional<std::vector<Geste>> gestes_contre(const std::vector<Obstacle>& obstacles);

}  // namespace grappe::explication
