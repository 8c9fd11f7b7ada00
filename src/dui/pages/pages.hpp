// The pages of indicators and records: one .cpp each.
#pragma once

#include "dui/pages/services.hpp"
#include "web/http/response.hpp"
#include "web/page/vue.hpp"

namespace grappe::dui {

void ajouter_indicateurs(const Services& services);  // indicateurs.cpp
void ajouter_indicateur(const Services& services);   // indicateur.cpp
void ajouter_tbb(const Services& services);          // tbb.cpp
void ajouter_dossier(const Services& services);      // dossier.cpp
void ajouter_preuve(const Services& services);       // preuve.cpp

// The page of a refusal of a use case.
// A record closed by its circle leads to the page that opens it with a reason.
http::Response refuser(const Services& services, const core::Refusal& refus);

// What the address of a page asks; today where it says no day.
MesureVoulue lire_la_mesure(const Services& services, const http::Request& requete);

// A sentence (`phrase`) for each part of the measure that was not understood.
page::Vue::Liste fautes_dites(const Services& services, const MesureVoulue& voulue);

// What the form of a measure needs, and the sentence of the period; `ici`: the page's path.
page::Vue vue_de_la_mesure(const Services& services, std::string_view ici,
                           const MesureVoulue& voulue, const MesureLue& lue);

}  // namespace grappe::dui
