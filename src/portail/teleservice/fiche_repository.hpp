// Fiche: what lists show of a deposited dossier, one row each, so that a list reads nothing else.
#pragma once

#include <optional>
#include <string>

#include "core/money.hpp"
#include "portail/teleservice/dossier_du_porteur.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice {

struct Fiche {
    std::string dossier, guichet;
    Statut statut;
    std::string appel, numero;  // of the call; of the receipt
    std::string porteur, siret;
    int essms;
    std::optional<core::Money> subvention;
    core::Instant depose_le, change_le;
    std::optional<std::string> instructeur{};  // account
    std::optional<core::Date> echeance{};      // of what is asked, the first
};

// What a search compares: words folded, each between spaces.
std::string texte_cherche(const Fiche& fiche);

// Of a row whose columns are those of a Fiche.
Fiche lire_fiche(const storage::Row& row);
std::optional<Fiche> trouver_fiche(storage::Reader& db, std::string_view dossier);
// The row of a deposit; who examines the dossier stays.
void tenir(storage::Writer& db, const Fiche& fiche);
// Follows a change of state.
void suivre(storage::Writer& db, const Dossier& apres, core::Instant change_le);

}  // namespace grappe::teleservice
