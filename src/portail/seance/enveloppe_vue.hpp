// An envelope as values of its page.
#pragma once

#include "portail/comite/moyens_du_guichet.hpp"
#include "portail/seance/seance.hpp"

namespace grappe::seance {

// Where each euro is: one account after the other.
page::Vue::Liste soldes(const Seances& seances, const enveloppe::Bilan& bilan);
// By which kinds of moves it came there: a line a kind, a column an account.
page::Vue::Liste postes(const Seances& seances, const enveloppe::Bilan& bilan);
page::Vue::Liste comptes(const Seances& seances);
page::Vue::Liste mouvements(const Seances& seances, const comite::Feuillet& feuillet);

// Where money may go by hand: every desk, the national one included; every call.
page::Vue::Liste guichets(const Seances& seances, std::string_view choisi);
page::Vue::Liste appels(const Seances& seances, std::string_view choisi);

// "Nouvelle-Aquitaine", "guichet national".
std::string nom_du_guichet(const Seances& seances, std::string_view guichet);

}  // namespace grappe::seance
