// Pieces that a call asks for, and when.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/named.hpp"
#include "rules/regle.hpp"
#include "rules/source.hpp"

namespace grappe::programme {

// When the piece is asked; otherwise SANS_OBJET.
enum class ConditionPiece {
    toujours,
    plusieurs_organismes,
    materiel_demande,
    aide_specifique_demandee,
    entite_nationale,
    saad,
    etude_de_couverture,  // DPI of a GHT chosen, or only AHI/PJM establishments
    association
};
constexpr auto names(ConditionPiece) {
    using enum ConditionPiece;
    return std::to_array<core::Named<ConditionPiece>>(
        {{toujours, "toujours"},
         {plusieurs_organismes, "plusieurs_organismes"},
         {materiel_demande, "materiel_demande"},
         {aide_specifique_demandee, "aide_specifique_demandee"},
         {entite_nationale, "entite_nationale"},
         {saad, "saad"},
         {etude_de_couverture, "etude_de_couverture"},
         {association, "association"}});
}

struct PieceAppel {
    rules::RegleId regle;  // DOC-01 … DOC-19
    std::string libelle;
    bool obligatoire;
    ConditionPiece condition;
    bool par_organisme;                     // one per body (DOC-09)
    std::vector<std::string> emplacements;  // slots that one file may satisfy together (DOC-05)
    bool modele_cnsa;                       // a recommended template exists
    rules::Source source;
    std::string couche{};
};

}  // namespace grappe::programme
