// The page of a dossier's members and supports, which an act that was refused shows again.
#pragma once

#include "portail/espace/membre_vues.hpp"
#include "web/garde/garde.hpp"

namespace grappe::espace {

http::Response page_des_membres(const Espace& espace, garde::Visite& visite,
                                const MembresTapes& tapes);

}  // namespace grappe::espace
