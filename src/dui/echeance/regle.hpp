// Règle: one deadline as a file of donnees/echeances says it: who, from when, how long, which text.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named.hpp"
#include "dui/echeance/sejour.hpp"
#include "rules/source.hpp"

namespace grappe::echeance {

// What the law or the house asks for, in the order in which it is shown.
enum class Code {
    information,        // DRO-06
    remise,             // DRO-01
    signature,          // DRO-01
    dipc_apres_refus,   // DRO-02
    avenant,            // DRO-03
    actualisation,      // DRO-03
    dipm,               // DRO-04
    avenant_dipm,       // DRO-04
    anniversaire,       // DRO-04
    revision,           // PP-08
    revision_demandee,  // PP-08: a life event, or the person asked
    droit               // ADM-04
};
constexpr auto names(Code) {
    using enum Code;
    return std::to_array<core::Named<Code>>({{information, "information"},
                                             {remise, "remise"},
                                             {signature, "signature"},
                                             {dipc_apres_refus, "dipc_apres_refus"},
                                             {avenant, "avenant"},
                                             {actualisation, "actualisation"},
                                             {dipm, "dipm"},
                                             {avenant_dipm, "avenant_dipm"},
                                             {anniversaire, "anniversaire"},
                                             {revision, "revision"},
                                             {revision_demandee, "revision_demandee"},
                                             {droit, "droit"}});
}
inline constexpr std::size_t nombre_de_codes = names(Code{}).size();

// The document that a stay calls for. `refus`: a DIPC in the place of a contract refused.
enum class Profil { contrat, dipc, refus, dipm };
constexpr auto names(Profil) {
    using enum Profil;
    return std::to_array<core::Named<Profil>>(
        {{contrat, "contrat"}, {dipc, "dipc"}, {refus, "refus"}, {dipm, "dipm"}});
}

// What a delay runs from. `dernier`: from the last of the acts named, again after each; an
// `anniversaire` is one of the first act named, a late act meets no later one; `chacun`: from each
// act named, met by a later one.
enum class Depart {
    admission,
    entretien,
    notification,
    refus,
    expiration,
    dernier,
    anniversaire,
    chacun
};
constexpr auto names(Depart) {
    using enum Depart;
    return std::to_array<core::Named<Depart>>({{admission, "admission"},
                                               {entretien, "entretien"},
                                               {notification, "notification"},
                                               {refus, "refus"},
                                               {expiration, "expiration"},
                                               {dernier, "dernier"},
                                               {anniversaire, "anniversaire"},
                                               {chacun, "chacun"}});
}

// How sure its delay is. `lu`: in the text itself; `rapporte`: in a commentary of it; `lecture`:
// the text leaves its start open and one reading was taken; `choix`: no text gives it, it is ours.
enum class Certitude { lu, rapporte, lecture, choix };
constexpr auto names(Certitude) {
    using enum Certitude;
    return std::to_array<core::Named<Certitude>>(
        {{lu, "lu"}, {rapporte, "rapporte"}, {lecture, "lecture"}, {choix, "choix"}});
}

// "15 jours", "6 mois", "8 jours avant": below zero, before.
struct Delai {
    enum class Unite { jours, mois };

    int nombre = 0;
    Unite unite = Unite::jours;

    bool operator==(const Delai&) const = default;
};

core::Date appliquer(core::Date depart, Delai delai);  // the last day that is in time
std::string en_clair(Delai delai);                     // "15 jours", without its side

struct Regle {
    Code code;
    std::vector<Profil> profils;  // empty: all
    bool majeurs = false;         // of adults alone
    Depart depart;
    std::vector<Acte> depuis_actes;  // of `dernier`, `anniversaire` and `chacun`
    Delai delai;
    std::vector<Acte> actes;       // which meet it
    std::vector<Delai> alertes;    // before its term, the widest first; empty: `proche_en_jours`
    std::optional<core::Date> du;  // holds for what starts from that day on; empty: always
    rules::Source source;
    Certitude certitude;
    std::string note;
};

// A file of donnees/echeances. Obligations refer to its rules, which outlive them.
struct Regles {
    std::string version;
    int proche_en_jours = 0;
    int contrat_des_mois = 0;  // a stay shorter than so many months has no contract
    rules::Source source_du_choix;
    Certitude certitude_du_choix = Certitude::lu;
    std::vector<Regle> toutes;

    // In force for what starts that day: of several, the latest.
    const Regle* trouver(Code code, Profil profil, core::Date jour) const;
};

}  // namespace grappe::echeance
