// Every SQL statement about circles: what is derived from their elements.
#pragma once

#include "dui/cercle/cercle.hpp"

namespace grappe::cercle {

void ranger_le_membre(storage::Writer& db, const std::string& personne, const std::string& compte);
void oublier_le_membre(storage::Writer& db, const std::string& personne, const std::string& compte);
void ranger_l_etendue(storage::Writer& db, const std::string& personne, Etendue etendue);

// Restricted, not of it, no exceptional access that stands then: all of them, or whether one is.
Personnes fermees(storage::Reader& db, const std::string& compte, core::Instant instant);
bool est_fermee(storage::Reader& db, const std::string& compte, core::Instant instant,
                const std::string& personne);

}  // namespace grappe::cercle
