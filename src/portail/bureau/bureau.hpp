// Bureau: the pages of a desk: its inbox, the dossier under examination, its models of letters.
#pragma once

#include "portail/instruction/tableau.hpp"
#include "portail/pages/services.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/socle/portail.hpp"
#include "web/compte/site.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"

namespace grappe::bureau {

// Outlives the routes.
struct Bureau {
    const pages::Services& services;
    const compte::Site& site;  // the sign-in, for what was typed without a session
    const socle::Portail& portail;
    const garde::Comptes& comptes;
    reception::Fichiers fichiers;
    instruction::TableauTenu& tableau;
    http::Routes& routes;
};

void ajouter_bureau(const Bureau& bureau);

}  // namespace grappe::bureau
