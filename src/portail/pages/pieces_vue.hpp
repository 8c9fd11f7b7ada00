// The pieces of the call as boxes to tick, and what the ticks make of the typed facts.
#pragma once

#include "portail/pages/etude.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

void ajouter_pieces(const Services& services, const Etude& etude, page::Vue& vue);

// The pieces ticked in a form: new ones enter the facts, unticked ones leave. A form without boxes
// (the page of a result) changes nothing.
void lire_pieces(const page::Formulaire& formulaire, const programme::Appel& appel, Saisie& saisie);

// "obligatoire, si du matériel est demandé, une par organisme"
std::string detail_de_piece(const Services& services, const programme::PieceAppel& piece);

}  // namespace grappe::pages
