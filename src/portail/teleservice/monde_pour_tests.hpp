// The world of this module's tests: shipped calls, a register of nobody, accounts, an instant.
#pragma once

#include <string>

#include "portail/programme/chargement.hpp"
#include "portail/socle/verification.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/moyens.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice::tests {

const rules::Phrases& francais();
const programme::Appels& appels();
const socle::Moyens& moyens();

Moyens moyens_d_ecriture();

// Published since: NA-2024 gives 100 euros more for each first establishment. The version before is
// found by its digest.
struct ReglesChangees {
    programme::Appels nouvelles;
    socle::Moyens regles = moyens();

    ReglesChangees();
    ReglesChangees(const ReglesChangees&) = delete;
    ReglesChangees& operator=(const ReglesChangees&) = delete;
};

const access::Acteur& porteur();  // "porteur-1"
const access::Acteur& voisin();   // "porteur-2": another organisation
const access::Acteur& guichet_de_nouvelle_aquitaine();
const access::Acteur& guichet_de_corse();

core::Instant instant(std::string_view texte);
inline core::Instant midi() { return instant("2024-03-01T12:00:00Z"); }  // NA-2024 is open

void ajouter_comptes(storage::Writer& db);

// A dossier that a desk of Nouvelle-Aquitaine would receive: `essms` establishments of the
// Gironde, whose numbers begin by `prefixe` (five figures).
struct Grappe {
    int essms = 15;
    std::string prefixe = "33980";
    std::string departement = "33";
    std::string siret = "99999900600011";
};
std::string contenu_de(const Grappe& grappe);
std::string finess(const std::string& prefixe, int rang);  // with its key

}  // namespace grappe::teleservice::tests
