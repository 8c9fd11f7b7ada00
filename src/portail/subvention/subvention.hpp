// The subsidy of a dossier: amounts per establishment, specific aid, ceiling, payments, variants.
// Catalogue 1.9 (FIN) and section 2; contract portail-check, "Amounts". Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/dossier/resolution.hpp"
#include "portail/programme/appel.hpp"
#include "rules/constat.hpp"
#include "rules/etape.hpp"

namespace grappe::subvention {

// An establishment that counts, with the regime it is computed under (RED-05 may have changed it).
struct EssmsCompte {
    const dossier::EssmsResolu* essms;
    programme::Regime regime;
};

struct Ligne {
    int ligne;  // index in Dossier::essms
    std::string_view finess_et;
    std::optional<int> rang;
    programme::Regime regime;
    core::Money usage, equipement, materiel, amoa;
    core::Money total() const { return usage + equipement + materiel + amoa; }
    rules::Trace trace;  // steps and branches of this line
};

struct Variante {
    std::string_view choix;   // "convention_rang"
    std::string_view valeur;  // "commun_acquisitions_dabord"
    core::Money total;
};

struct Subvention {
    std::vector<Ligne> lignes;  // input order
    core::Money usage, equipement, specifique, total;
    core::Money avance, solde;
    std::optional<programme::ConventionRang> convention_rang;
    std::optional<programme::AssiettePlafond> assiette_plafond;
    std::vector<Variante> variantes;
    std::vector<rules::Constat> constats;  // FIN-01 … FIN-17, GRP-09, DOC-17: catalogue order
    rules::Trace trace;                    // steps of the project: counters, ceiling, payments
};

// The interpretations of one computation: the call's own, with one of them changed for a variant.
struct Choix {
    std::optional<programme::ConventionRang> convention_rang;
    std::optional<programme::AssiettePlafond> assiette_plafond;
    std::optional<programme::OrdreRang> ordre_rang;
    std::optional<programme::RangExtension> extension;
    std::optional<programme::SeuilTerritoire> seuil_territoire;
    bool taille_inconnue_est_petite = false;  // variant taille_organisme: petit
    bool amoa_mixte_accordee = false;         // variant amoa_mixte: accordee
    bool heures_manquantes_forfait_plein = false;
};

struct Demande {
    const dossier::DossierResolu& dossier;
    const programme::Appel& appel;
    const std::vector<EssmsCompte>& comptes;  // input order; exclusions and duplicates left out
};

Choix choix_de_l_appel(const programme::Appel& appel);

// Empty when the call gives no amounts.
std::optional<Subvention> calculer(const Demande& demande);

// The findings of a call that gives no amounts, in catalogue order: the texts are silent.
std::vector<rules::Constat> constats_sans_montants(const programme::Appel& appel);

// The total alone under given choices: no findings, no trace. Used by variants and by `seuils`.
core::Money calculer_total(const Demande& demande, const Choix& choix);

}  // namespace grappe::subvention
