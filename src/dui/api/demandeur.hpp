// Who asks the API for a record, and whether one may; where a list goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dui/acces/consultation.hpp"
#include "dui/api/question.hpp"
#include "dui/element/elements_repository.hpp"

namespace grappe::dui {

acces::Lecteur lecteur(const Api& api, const garde::Visite& visite);

// Who asks, once that person's record is open to them. Codes "dui.dossier_inconnu" (she is or was
// accompanied nowhere that they read), "dui.hors_du_cercle".
core::Result<acces::Professionnel> demandeur_de(const Api& api, storage::Reader& db,
                                                const garde::Visite& visite,
                                                const std::string& personne);

// The same for who is known already. Before it, the annuaire of `api` is brought up to date.
struct Admission {
    const acces::Professionnel& qui;
    const std::string& personne;
    const char* inconnu = "dui.dossier_inconnu";  // the code where nothing of hers is read
};
core::Result<void> admettre(const Api& api, storage::Reader& db, const Admission& voulue);

// Nobody writes into what is of a record closed to them; an element that is not there is the use
// case's to refuse.
core::Result<void> admettre_dans(const Api& api, storage::Reader& db,
                                 const acces::Professionnel& qui, std::string_view element);

// The signs of an address that ask for the next page; empty: there is none.
std::string en_suite(const std::optional<element::Suite>& suite);
// Where the question goes on; its fault "dui.suite" where no page ever gave that.
element::Suite suite_de(Question& question);

}  // namespace grappe::dui
