// Who asks the API for a record, and whether one may; where a list goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dui/acces/consultation.hpp"
#include "dui/api/api.hpp"
#include "dui/element/elements_repository.hpp"

namespace grappe::dui {

acces::Lecteur lecteur(const Api& api, const garde::Visite& visite);

// Who asks, once that person's record is open to them. Codes "dui.dossier_inconnu" (she is or was
// accompanied nowhere that they read), "dui.hors_du_cercle".
core::Result<acces::Professionnel> demandeur_de(const Api& api, storage::Reader& db,
                                                const garde::Visite& visite,
                                                const std::string& personne);

// The signs of an address that ask for the next page; empty: there is none.
std::string en_suite(const std::optional<element::Suite>& suite);
// Nothing: no page ever gave that.
std::optional<element::Suite> suite_lue(std::string_view texte);

}  // namespace grappe::dui
