// What FHIR asks of HTTP: formats, Prefer, If-None-Match, refusals.
#pragma once

#include "dui/fhir/recherche.hpp"
#include "dui/fhir/reponse.hpp"
#include "web/garde/garde.hpp"

namespace grappe::fhir_api {

// JSON, by `_format` or else by Accept.
bool accepte(const http::Request& requete);

// `Prefer: handling=lenient`; strict where nothing is preferred: what is left out of a question
// about persons would show more of them.
fhir::Traitement traitement(const http::Request& requete);

bool a_deja(std::string_view if_none_match, std::string_view version);

http::Response en_fhir(int statut, std::string json);

// The status is that of the first; a sentence that is not given is that of the code.
http::Response refuser(const garde::Visite& visite, std::vector<fhir::Constat> constats);

}  // namespace grappe::fhir_api
