// Séjour: the facts of one stay that deadlines are computed from. Values.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named.hpp"
#include "referentiels/secteur.hpp"

namespace grappe::echeance {

// The first four are the words of an imported stay; `sans_sejour`: sessions without staying.
enum class Accompagnement { permanent, temporaire, accueil_de_jour, domicile, sans_sejour };
constexpr auto names(Accompagnement) {
    using enum Accompagnement;
    return std::to_array<core::Named<Accompagnement>>({{permanent, "permanent"},
                                                       {temporaire, "temporaire"},
                                                       {accueil_de_jour, "accueil_de_jour"},
                                                       {domicile, "domicile"},
                                                       {sans_sejour, "sans_sejour"}});
}

enum class Age { majeur, mineur };
constexpr auto names(Age) {
    return std::to_array<core::Named<Age>>({{Age::majeur, "majeur"}, {Age::mineur, "mineur"}});
}

// What a judge decided about a minor.
enum class Mesure { aucune, judiciaire };

// What happened on a day. `renouvellement` names the right it is about.
enum class Acte {
    information_personne_de_confiance,
    remise_contrat,
    signature_contrat,
    refus_de_signer,
    remise_dipc,
    remise_dipm,
    avenant,        // the rider with precise objectives
    actualisation,  // of objectives and services
    projet,         // a personalised project established
    bilan,          // its review
    evenement_de_vie,
    demande_de_revision,
    renouvellement
};
constexpr auto names(Acte) {
    using enum Acte;
    return std::to_array<core::Named<Acte>>(
        {{information_personne_de_confiance, "information_personne_de_confiance"},
         {remise_contrat, "remise_contrat"},
         {signature_contrat, "signature_contrat"},
         {refus_de_signer, "refus_de_signer"},
         {remise_dipc, "remise_dipc"},
         {remise_dipm, "remise_dipm"},
         {avenant, "avenant"},
         {actualisation, "actualisation"},
         {projet, "projet"},
         {bilan, "bilan"},
         {evenement_de_vie, "evenement_de_vie"},
         {demande_de_revision, "demande_de_revision"},
         {renouvellement, "renouvellement"}});
}

struct Fait {
    Acte acte;
    core::Date jour;
    std::string objet{};  // id of a right; else empty
};

// A right or a benefit that ends: a decision, an allowance. `expire_le` is its last day.
struct Droit {
    std::string id;
    std::string nom;
    core::Date expire_le;
};

struct Sejour {
    referentiels::Secteur secteur;
    Accompagnement accompagnement;
    core::Date admission;
    Age age = Age::majeur;
    Mesure mesure = Mesure::aucune;
    std::optional<core::Date> fin_prevue{};    // as foreseen at the admission
    std::optional<core::Date> sortie{};        // the person left
    std::optional<core::Date> entretien{};     // of admission
    std::optional<core::Date> notification{};  // of the judgment, to the judicial representative
    std::vector<Droit> droits{};
    std::vector<Fait> faits{};  // in any order
};

}  // namespace grappe::echeance
