// Séance: the pages of selection committees: their list, one committee's workspace, its results
// before they are published.
#pragma once

#include "portail/comite/vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/services.hpp"
#include "portail/socle/portail.hpp"
#include "web/garde/ecran.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"
#include "web/page/vue.hpp"

namespace grappe::seance {

// Outlives the routes.
struct Seances {
    const pages::Services& services;
    const socle::Portail& portail;
    const garde::Comptes& comptes;
    http::Routes& routes;
};

void ajouter_seances(const Seances& seances);

// The screens, and what they share.
void ajouter_liste(const Seances& seances);
void ajouter_travail(const Seances& seances);

void ajouter_lecture(const Seances& seances, garde::Ecran ecran);
void ajouter_envoi(const Seances& seances, garde::Ecran ecran);

// The page of a refusal, with its own status; a line of the journal says who asked for what.
http::Response refuser(const Seances& seances, const garde::Visite& visite,
                       const core::Refusal& refus);
std::string dire(const Seances& seances, const core::Refusal& refus);
std::string euros(core::Money montant);
teleservice::Moyens moyens_de(const Seances& seances, const garde::Visite& visite);

// Who of the desk prepares committees; its members read and speak.
bool prepare(const garde::Visite& visite);

// What an act of the workspace became: words for what was refused.
struct Suite {
    std::string faute{};
    std::vector<std::string> empechements{};
};
page::Vue vue_du_comite(const Seances& seances, const garde::Visite& visite, const comite::Vue& vue,
                        const Suite& suite);

}  // namespace grappe::seance
