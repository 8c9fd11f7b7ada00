// A dossier beside what the register knows: the facts on which every rule works. Pure.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "portail/dossier/dossier.hpp"
#include "referentiels/categories.hpp"
#include "referentiels/etablissement.hpp"
#include "referentiels/territoires.hpp"
#include "rules/source.hpp"

namespace grappe::dossier {

// What the register answers about the numbers of one dossier, read beforehand in one go.
struct FichesRegistre {
    std::optional<core::Date> date_du_registre;  // empty: nothing says it
    std::unordered_map<std::string, referentiels::Etablissement> par_finess_et;
    std::unordered_set<std::string> entites_juridiques;  // numbers of the dossier that are EJ
};

// The reference values every analysis reads; they outlive it.
struct Referentiels {
    const referentiels::Territoires& territoires;
    const referentiels::Categories& categories;
};

// One distinct establishment of the dossier with its effective facts: given, else from the
// register.
struct EssmsResolu {
    int ligne;  // index in Dossier::essms
    const Essms* saisi;
    const referentiels::Etablissement* fiche;  // null: unknown to the register
    bool numero_d_entite_juridique;            // the number is that of an EJ
    std::string finess_ej;                     // empty: unknown
    int organisme = -1;                        // rank among the bodies of the dossier; -1: unknown
    std::string categorie;                     // idem
    std::optional<referentiels::Secteur> secteur;
    std::string departement;  // empty: unknown
    std::string region;       // empty: unknown
    bool corse_ou_outre_mer;
    std::string_view finess() const { return saisi->finess_et.text(); }
};

struct Doublon {
    int premiere_ligne;
    int ligne;
};

struct DossierResolu {
    const Dossier* saisi;
    std::vector<EssmsResolu> essms;  // input order, duplicates removed (the first line wins)
    std::vector<Doublon> doublons;
    bool porteur_en_corse_ou_outre_mer = false;  // by its region; false when that is unknown
    rules::Source source_registre;               // "FINESS", "registre au 2021-01-08"
};

// Gives each its `organisme`, in the order in which they name their bodies.
void numeroter_les_organismes(std::vector<EssmsResolu>& essms);

DossierResolu resoudre(const Dossier& dossier, const FichesRegistre& fiches,
                       const Referentiels& referentiels);

}  // namespace grappe::dossier
