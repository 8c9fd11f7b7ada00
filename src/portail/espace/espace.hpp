// Espace: the pages of the teleservice for a porteur, and what they all read.
#pragma once

#include <memory>

#include "portail/documents/conservation.hpp"
#include "portail/documents/maturite.hpp"
#include "portail/documents/modeles.hpp"
#include "portail/espace/seuils_dits.hpp"
#include "portail/pages/services.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/socle/portail.hpp"
#include "web/compte/site.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"

namespace grappe::espace {

// Outlives the routes.
struct Espace {
    const pages::Services& services;
    const compte::Site& site;  // the sign-in, for what was typed without a session
    const socle::Portail& portail;
    const garde::Comptes& comptes;
    reception::Fichiers fichiers;
    const documents::Modeles& modeles;
    const documents::CadreDeMaturite& maturite;
    const std::vector<documents::DureeDeGarde>& durees;
    http::Routes& routes;  // theirs, and the page of a refusal
    std::unique_ptr<SeuilsGardes> seuils_gardes = std::make_unique<SeuilsGardes>();
};

void ajouter_espace(const Espace& espace);

}  // namespace grappe::espace
