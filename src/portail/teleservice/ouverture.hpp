// Use cases: a draft whose porteur looks for further members is a request for a grappe in its name;
// what a request says of itself is read here for the API and the pages.
#pragma once

#include <string>
#include <string_view>

#include "portail/membres/demande_grappe.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::teleservice {

// The numbers as pasted, each once, those that can be read; how many; the region where most of
// them are, by the register.
void lire_les_numeros(membres::DemandeGrappe& demande, std::string_view colles,
                      const socle::Moyens& regles);

// What the porteur adds to what its dossier says: sector and contact.
struct Ouverture {
    std::string_view dossier;
    std::string couloir, contact;
};
// Codes of `demander`, of membres::demander, "dossier.etat" (no draft), "grappe.deja_ouverte"
// (Reason::conflict).
core::Result<membres::DemandeGrappe> ouvrir_a_d_autres(storage::Writer& db, const Demandeur& qui,
                                                       const Ouverture& ouverture,
                                                       const Moyens& moyens);

// Drafts of an account that could look for members, beside the open request of each; empty: none.
struct BrouillonOuvrable {
    Dossier dossier;
    std::string nom;
    std::string demande;  // id; empty: it is not open to others
};
std::vector<BrouillonOuvrable> brouillons_ouvrables(storage::Reader& db, const Demandeur& qui);

// Borrows both.
membres::Qui qui_demande(const Demandeur& qui, const Moyens& moyens);

}  // namespace grappe::teleservice
