// What the rows of an agreement and those of its amendments have alike.
#pragma once

#include "portail/convention/convention.hpp"
#include "storage/reader.hpp"

namespace grappe::convention {

inline solde::LigneAccordee lire_ligne(const storage::Row& row) {
    const auto sons = row.get<std::optional<int>>("eligible_sons");
    return {.finess_et = row.get<std::string>("finess_et"),
            .secteur = row.get<std::string>("secteur"),
            .eligible_sons = sons ? std::optional{*sons != 0} : std::nullopt,
            .aides = {.usage = row.get<Money>("usage"),
                      .equipement = row.get<Money>("equipement"),
                      .materiel = row.get<Money>("materiel"),
                      .amoa = row.get<Money>("amoa")},
            .devis_materiel = row.get<std::optional<Money>>("devis_materiel")};
}

inline Signature lire_signature(const storage::Row& row) {
    return {.partie = row.get<Partie>("partie"),
            .mode = row.get<Mode>("mode"),
            .empreinte = row.get<std::string>("empreinte"),
            .par = row.get<std::string>("par"),
            .signee_le = row.get<core::Instant>("signee_le")};
}

// `insert` takes what it belongs to, its rank, then the columns of `lire_ligne` in their order.
inline void ajouter_les_lignes(storage::Writer& db, const storage::Statement& insert,
                               std::string_view a_qui, const solde::Accorde& accorde) {
    int rang = 0;
    for (const auto& ligne : accorde.lignes) {
        const auto sons =
            ligne.eligible_sons ? std::optional{*ligne.eligible_sons ? 1 : 0} : std::nullopt;
        db.run(insert, a_qui, ++rang, ligne.finess_et, ligne.secteur, sons, ligne.aides.usage,
               ligne.aides.equipement, ligne.aides.materiel, ligne.aides.amoa,
               ligne.devis_materiel);
    }
}

}  // namespace grappe::convention
