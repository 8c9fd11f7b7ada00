// The traits of a person as fields: the same where her record is opened and where it is corrected.
#pragma once

#include "dui/inscription/inscription.hpp"
#include "dui/usager/champs.hpp"
#include "web/page/formulaire.hpp"

namespace grappe::usager {

inscription::Traits traits_tapes(const page::Formulaire& envoi);

page::Vue::Liste champs_des_traits(const dui::Services& services, const inscription::Traits& traits,
                                   const std::vector<Faute>& fautes);

// Which device of identity was seen, and when; what has it each time a state asks for one.
enum class Demande { facultative, requise };
// "passeport": without the word that a command takes.
std::string dispositif_dit(const dui::Services& services, identite::Dispositif dispositif);
page::Vue::Liste champs_de_la_piece(const dui::Services& services, const inscription::Piece& piece,
                                    const std::vector<Faute>& fautes, Demande demande);

}  // namespace grappe::usager
