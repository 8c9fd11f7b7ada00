// A small world for the tests: fictitious establishments with valid keys, a call like that of
// Nouvelle-Aquitaine 2024, dossiers written in JSON as an applicant would.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "portail/dossier/lecture_dossier.hpp"
#include "portail/recevabilite/recevabilite.hpp"

namespace grappe::recevabilite::tests {

std::string numero(const std::string& huit_premiers);  // with its Luhn key

struct Monde {
    referentiels::Territoires territoires;
    referentiels::Categories categories;
    dossier::FichesRegistre fiches;
    programme::Appel appel;
    dossier::Dossier dossier;
    dossier::DossierResolu resolu{};
    Recevabilite resultat{};

    explicit Monde(const std::string& json);

    // One establishment more in the register.
    referentiels::Etablissement& inscrire(const std::string& finess, const std::string& categorie,
                                          const std::string& departement);
    programme::RegleAppel& regle(rules::RegleId id) {
        return appel.regles[static_cast<std::size_t>(id)];
    }
    const Recevabilite& examiner();
    // The findings of a rule, in order.
    std::vector<rules::Constat> constats(rules::RegleId regle) const;
    rules::Issue issue(rules::RegleId regle) const;  // of its first finding
};

programme::Appel appel_d_essai();

struct Grappe {
    int essms = 15;
    std::string depose_le = "2024-03-01T12:00:00+01:00";
    std::string regime = "acquisition";
    std::string prefixe = "339";  // numbers 339000001k, …
    std::string plus{};           // added to each establishment: R"("premiere_mom_le": null)"
    std::string categorie = "500";
    std::string departement = "33";
};
std::string essms_json(const Grappe& grappe);
// A complete dossier of the grappe; `suite` replaces the solution and what follows.
std::string dossier_json(const Grappe& grappe);
std::string dossier_json(const Grappe& grappe, const std::string& suite);

}  // namespace grappe::recevabilite::tests
