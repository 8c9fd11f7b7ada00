// The world of this module's tests: sentences, models, and a dossier that the rules judged.
#pragma once

#include <memory>
#include <string>

#include "portail/documents/modeles.hpp"

namespace grappe::documents::tests {

const rules::Phrases& francais();
const Modeles& modeles();
const socle::Moyens& moyens();
void ajouter_comptes(storage::Writer& db);  // "c1", "c2": porteurs
// Of the dossier "d1" and its agreement, 10 euros asked back; then decided, then given back.
void ouvrir_un_recouvrement(storage::Writer& db);
void decider_le_recouvrement(storage::Writer& db, std::string_view decision);
void rendre(storage::Writer& db, int rang, int euros);
core::Instant instant(std::string_view texte);

// `contenu` as a porteur writes it, under that call, on 1 March 2024.
std::unique_ptr<const socle::Verifie> juge(const std::string& contenu, const std::string& appel);

// Fifteen establishments of two bodies under NA-2024, the second a home-help service with hours;
// quotes of hardware and of AMOA.
std::string contenu_complet();

teleservice::Dossier dossier();
SourceDesModeles source(const socle::Verifie& verifie);

}  // namespace grappe::documents::tests
