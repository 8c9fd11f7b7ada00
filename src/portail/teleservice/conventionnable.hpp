// Conventionnable: from the committee's favourable answer on, a dossier has an agreement to sign
// or to follow (catalogue 5.2).
#pragma once

#include "portail/teleservice/etats.hpp"

namespace grappe::teleservice {

constexpr bool est_conventionnable(Statut statut) {
    using enum Statut;
    return statut == notifie || statut == conventionne || statut == en_cours || statut == solde ||
           statut == clos;
}

}  // namespace grappe::teleservice
