// Écrans: what the pages of usage reports share.
#pragma once

#include <string>

#include "portail/pages/cadre.hpp"
#include "portail/suivi/suivi.hpp"
#include "portail/usages/acces.hpp"
#include "web/garde/ecran.hpp"
#include "web/page/vue.hpp"

namespace grappe::suivi {

using garde::Ecran, garde::lire_envoi;

void ajouter_lecture(const Suivi& suivi, Ecran ecran);
void ajouter_envoi(const Suivi& suivi, Ecran ecran, std::size_t corps_au_plus);

inline constexpr std::size_t petit_formulaire = std::size_t{64} * 1024;

usages::Demandeur demandeur(const garde::Visite& visite);
bool est_un_guichet(const garde::Visite& visite);

// The page of a refusal, with its own status; a line of the journal says who asked for what.
http::Response refuser(const Suivi& suivi, const garde::Visite& visite, const core::Refusal& refus);

// The sentence of a refusal.
std::string dire(const Suivi& suivi, const core::Refusal& refus);

// "fait" of the address as a sentence of "suivi.fait.…"; empty: none.
std::string fait_de(const Suivi& suivi, const garde::Visite& visite);

// The octets of the first file of that field; empty: none was chosen.
std::string_view fichier_de(const page::Formulaire& saisie, std::string_view champ);

// The step of the path that leads to the list of who reads.
pages::Etape vers_la_liste(const Suivi& suivi, const garde::Visite& visite);

// The pages.
void ajouter_mes_rapports(const Suivi& suivi);
void ajouter_du_guichet(const Suivi& suivi);
void ajouter_un_rapport(const Suivi& suivi);

}  // namespace grappe::suivi
