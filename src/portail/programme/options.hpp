// The interpretations that the texts leave open: named options that a call must choose.
// A call file declares each with its alternatives; none has a default in code.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/named.hpp"
#include "rules/source.hpp"

namespace grappe::programme {

// AMB-01: how the ranks of a mixed grappe are counted (catalogue 2.3: A, B, C, D, E).
enum class ConventionRang {
    par_regime,
    commun_acquisitions_dabord,
    commun_versions_dabord,
    commun_ordre_liste,
    commun_au_prorata
};
constexpr auto names(ConventionRang) {
    using enum ConventionRang;
    return std::to_array<core::Named<ConventionRang>>(
        {{par_regime, "par_regime"},
         {commun_acquisitions_dabord, "commun_acquisitions_dabord"},
         {commun_versions_dabord, "commun_versions_dabord"},
         {commun_ordre_liste, "commun_ordre_liste"},
         {commun_au_prorata, "commun_au_prorata"}});
}

// AMB-02: the base of the ceiling of the specific aid.
enum class AssiettePlafond { total_avec_specifique, forfaits_seuls };
constexpr auto names(AssiettePlafond) {
    using enum AssiettePlafond;
    return std::to_array<core::Named<AssiettePlafond>>(
        {{total_avec_specifique, "total_avec_specifique"}, {forfaits_seuls, "forfaits_seuls"}});
}

// AMB-09: order of the establishments around the last high rank when their amounts differ.
enum class OrdreRang { liste, plus_favorable, moyenne };
constexpr auto names(OrdreRang) {
    using enum OrdreRang;
    return std::to_array<core::Named<OrdreRang>>(
        {{liste, "liste"}, {plus_favorable, "plus_favorable"}, {moyenne, "moyenne"}});
}

// AMB-10: does the count restart when an already financed grappe is extended?
enum class RangExtension { redemarre, cumule };
constexpr auto names(RangExtension) {
    using enum RangExtension;
    return std::to_array<core::Named<RangExtension>>(
        {{redemarre, "redemarre"}, {cumule, "cumule"}});
}

// AMB-07: when does the threshold of Corse and overseas apply to a grappe?
enum class SeuilTerritoire { tous, porteur, un_seul };
constexpr auto names(SeuilTerritoire) {
    using enum SeuilTerritoire;
    return std::to_array<core::Named<SeuilTerritoire>>(
        {{tous, "tous"}, {porteur, "porteur"}, {un_seul, "un_seul"}});
}

// AMB-21: do the usage targets judge the project, or each establishment by itself?
enum class NiveauDesCibles { agrege_avec_la_liste_des_essms, chaque_essms };
constexpr auto names(NiveauDesCibles) {
    using enum NiveauDesCibles;
    return std::to_array<core::Named<NiveauDesCibles>>(
        {{agrege_avec_la_liste_des_essms, "agrege_avec_la_liste_des_essms"},
         {chaque_essms, "chaque_essms"}});
}

// AMB-22: the persons accompanied, by whom the active files are divided.
enum class DenominateurDossiersActifs {
    personnes_presentes_sur_la_periode,
    file_active_annuelle,
    presents_au_jour_de_mesure
};
constexpr auto names(DenominateurDossiersActifs) {
    using enum DenominateurDossiersActifs;
    return std::to_array<core::Named<DenominateurDossiersActifs>>(
        {{personnes_presentes_sur_la_periode, "personnes_presentes_sur_la_periode"},
         {file_active_annuelle, "file_active_annuelle"},
         {presents_au_jour_de_mesure, "presents_au_jour_de_mesure"}});
}

// AMB-24: what some targets reached and others not are worth.
enum class CiblesPartielles { tout_ou_rien_sous_appreciation, tout_ou_rien, au_prorata };
constexpr auto names(CiblesPartielles) {
    using enum CiblesPartielles;
    return std::to_array<core::Named<CiblesPartielles>>(
        {{tout_ou_rien_sous_appreciation, "tout_ou_rien_sous_appreciation"},
         {tout_ou_rien, "tout_ou_rien"},
         {au_prorata, "au_prorata"}});
}

// AMB-25: is what the advance paid beyond what is due taken back? No text says so.
enum class AvanceSiEchec { non_defini, remboursement };
constexpr auto names(AvanceSiEchec) {
    using enum AvanceSiEchec;
    return std::to_array<core::Named<AvanceSiEchec>>(
        {{non_defini, "non_defini"}, {remboursement, "remboursement"}});
}

// AMB-26: do expenses below a flat amount reduce it?
enum class DepensesSousLeForfait { aide_specifique_seule_limitee, tout_est_limite };
constexpr auto names(DepensesSousLeForfait) {
    using enum DepensesSousLeForfait;
    return std::to_array<core::Named<DepensesSousLeForfait>>(
        {{aide_specifique_seule_limitee, "aide_specifique_seule_limitee"},
         {tout_est_limite, "tout_est_limite"}});
}

// An option as shown to people: what the question is, what was chosen, what else was possible.
struct OptionOuverte {
    std::string nom;       // "convention_rang"
    std::string question;  // catalogue id: "AMB-01", "CONF-08"
    std::string choisie;
    std::vector<std::string> possibles;
    rules::Source source;  // the text that is silent or that contradicts another
    std::string couche;
};

}  // namespace grappe::programme
