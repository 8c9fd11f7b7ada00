// A dossier in JSON under one of the shipped calls, with a small fictitious register, for the
// tests.
#pragma once

#include <string>

#include "portail/analyse/analyse.hpp"

namespace grappe::analyse::tests {

std::string numero(const std::string& huit_premiers);  // with its Luhn key
const programme::Appel& appel(const std::string& id);
const rules::Phrases& francais();

// Establishments alike, numbered "339" and their rank in the dossier.
struct Lot {
    int essms = 15;
    std::string regime = "acquisition";
    std::string categorie = "500";
    std::string departement = "33";
    std::string plus{};  // R"(, "devis_materiel": "6200.00")"
};

struct Dossier {
    std::string appel = "NA-2024";
    std::string depose_le = "2024-03-01T12:00:00+01:00";
    std::vector<Lot> lots{{}};
    std::string plus{};      // at the end of the object
    std::string pieces{};    // empty: every piece of Nouvelle-Aquitaine
    std::string solution{};  // empty: referenced since 2023
};

// The analysis with all that it borrows; it does not move.
struct Essai {
    dossier::FichesRegistre fiches;
    dossier::Dossier saisi;
    dossier::DossierResolu resolu;
    Analyse analyse;

    explicit Essai(const Dossier& decrit);
    Essai(const Essai&) = delete;
    Essai& operator=(const Essai&) = delete;

    const rules::Constat& constat(rules::RegleId regle) const;  // its first finding
    rules::Issue issue(rules::RegleId regle) const { return constat(regle).issue; }
    core::Money total() const { return analyse.subvention->total; }
    // "changement → effet" of the neighbour whose change starts so; empty if none does.
    std::string seuil(const std::string& debut) const;
};

}  // namespace grappe::analyse::tests
