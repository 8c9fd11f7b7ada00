// Conventionnement: the pages of agreements, and what they all read.
#pragma once

#include "portail/espace/espace.hpp"
#include "portail/usages/transmission.hpp"

namespace grappe::conventionnement {

// Outlives the routes.
struct Conventions {
    const espace::Espace& espace;  // of a porteur, whose screens surround its agreement
    const usages::Moyens& usages;

    const pages::Services& services() const { return espace.services; }
};

void ajouter_conventions(const Conventions& conventions);

// The screens.
void ajouter_la_page(const Conventions& conventions);
void ajouter_les_actes(const Conventions& conventions);
void ajouter_les_recouvrements(const Conventions& conventions);
void ajouter_les_avenants(const Conventions& conventions);
void ajouter_les_papiers(const Conventions& conventions);  // before the codes of papers
void ajouter_la_liste(const Conventions& conventions);
void ajouter_les_ordres(const Conventions& conventions);
void ajouter_un_ordre(const Conventions& conventions);
void ajouter_les_jalons(const Conventions& conventions);

}  // namespace grappe::conventionnement
