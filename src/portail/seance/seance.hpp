// Séance: the pages of selection committees: their list, one committee's workspace, its results
// before they are published.
#pragma once

#include "portail/comite/calculs.hpp"
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
    comite::Calculs& calculs;
    http::Routes& routes;
};

void ajouter_seances(const Seances& seances);

// The screens, and what they share.
void ajouter_liste(const Seances& seances);
void ajouter_travail(const Seances& seances);
void ajouter_propositions(const Seances& seances);
void ajouter_enveloppes(const Seances& seances);    // enveloppes.cpp
void ajouter_portefeuille(const Seances& seances);  // portefeuille.cpp

void ajouter_lecture(const Seances& seances, garde::Ecran ecran);
void ajouter_envoi(const Seances& seances, garde::Ecran ecran);

// The page of a refusal, with its own status; a line of the journal says who asked for what.
http::Response refuser(const Seances& seances, const garde::Visite& visite,
                       const core::Refusal& refus);
// Of what is no committee: the page alone.
http::Response montrer_le_refus(const Seances& seances, const garde::Visite& visite,
                                const core::Refusal& refus);
std::string dire(const Seances& seances, const core::Refusal& refus);
std::string euros(core::Money montant);
teleservice::Moyens moyens_de(const Seances& seances, const garde::Visite& visite);

// Who of the desk prepares committees; its members read and speak.
bool prepare(const garde::Visite& visite);

// The path to a page of committees: from the inbox for a desk, which its members cannot open.
struct Pas {
    std::string adresse{}, titre{};
};
class Fil {
public:
    Fil(const Seances& seances, const garde::Visite& visite, std::vector<Pas> suite);
    std::vector<page::Etape> etapes() const;  // they live as long as it does

private:
    std::vector<Pas> pas_;
};
std::string titre_du_comite(const Seances& seances, const comite::Comite& comite);

// What an act of the workspace became: words for what was refused, and what was typed of an opinion
// (its dossier; empty: of none).
struct AvisSaisi {
    std::string dossier{}, avis{}, recommandations{}, motif{}, rang{};
};
struct Suite {
    std::string faute{};
    std::vector<std::string> empechements{};
    AvisSaisi avis{};
};
// The waiting lists of a desk; each has where a committee is convened with what holds.
page::Vue::Liste listes_d_attente(const Seances& seances, const garde::Visite& visite);
page::Vue vue_du_comite(const Seances& seances, const garde::Visite& visite, const comite::Vue& vue,
                        const Suite& suite);

}  // namespace grappe::seance
