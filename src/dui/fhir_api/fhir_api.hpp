// The FHIR R4 face of the DUI, read only: what is served, by one table.
#pragma once

#include "dui/annuaire/annuaire.hpp"
#include "dui/document/types.hpp"
#include "dui/evaluation/chargement.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"

namespace grappe::fhir_api {

// What the routes read; it outlives them.
struct Fhir {
    const garde::Comptes& comptes;
    annuaire::Annuaire& annuaire;
    const evaluation::Outils& grilles;
    const document::Types& types;
    http::Routes& routes;
    std::function<core::Instant()> maintenant;
    std::string logiciel, version;  // of the program
};

void ajouter_fhir(const Fhir& fhir);

}  // namespace grappe::fhir_api
