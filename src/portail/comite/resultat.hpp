// Résultat: the opinion of a committee on a dossier as it was published. The committee's
// answer to the porteur; the agreement is begun by an act of its own.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "portail/comite/comite.hpp"
#include "storage/reader.hpp"

namespace grappe::comite {

struct Resultat {
    std::string comite, dossier;
    std::string appel, fenetre;
    core::Date tenu_le;
    Sens sens;
    std::string recommandations, motif;
    std::optional<core::Money> montant;  // of the subsidy then; empty: the call gives no amounts
    core::Instant notifie_le;
    std::optional<int> rang{};  // in the waiting list; empty: it is none
};

// Of a dossier, oldest first: a reservation, then what the next window said.
std::vector<Resultat> resultats(storage::Reader& db, std::string_view dossier);

std::vector<Resultat> resultats_du_comite(storage::Reader& db, std::string_view comite);

}  // namespace grappe::comite
