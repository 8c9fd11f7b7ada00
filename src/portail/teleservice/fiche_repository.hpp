// Fiche: what lists show of a deposited dossier, one row each, so that a list reads nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

// With what a search compares.
struct FicheCherchee {
    Fiche fiche;
    std::string recherche;
};

// What a search compares: words folded, each between spaces.
std::string texte_cherche(const Fiche& fiche);

// Of a row whose columns are those of a Fiche.
Fiche lire_fiche(const storage::Row& row);
std::optional<Fiche> trouver_fiche(storage::Reader& db, std::string_view dossier);

// Every write of a row moves one version, in its transaction: who holds the rows of a version asks
// for those that came after it. Only this file writes rows of `fiche`.
std::int64_t version_des_fiches(storage::Reader& db);
std::vector<FicheCherchee> fiches_changees(storage::Reader& db, std::int64_t apres);

// The row of a deposit; who examines the dossier stays.
void tenir(storage::Writer& db, const Fiche& fiche);
// Follows a change of state.
void suivre(storage::Writer& db, const Dossier& apres, core::Instant change_le);
// Who examines it; nobody: any more.
void nommer(storage::Writer& db, std::string_view dossier,
            const std::optional<std::string>& instructeur);
// The first term of the open requests of the dossier.
void tenir_l_echeance(storage::Writer& db, std::string_view dossier);
// What names people and bodies goes.
void effacer_la_fiche(storage::Writer& db, std::string_view dossier);

}  // namespace grappe::teleservice
