// Questions about pieces that their rules share.
#pragma once

#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {

// Is the piece asked of this dossier? Unknown when a fact that decides it is absent.
Reponse condition(const Examen& examen, programme::ConditionPiece voulue);

// DOC-21, DOC-22, DOC-23: what the findings about the pieces amount to.
Verdict bilan_des_pieces(rules::RegleId regle, const Constats& pieces);

}  // namespace grappe::recevabilite
