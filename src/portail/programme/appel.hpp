// Appel: a call for projects, resolved: every parameter the rules read, each with its source.
// Read from appels/*.toml; a fifth call needs a new file and no C++. Pure value.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "portail/programme/bareme.hpp"
#include "portail/programme/calendrier.hpp"
#include "portail/programme/guichet.hpp"
#include "portail/programme/options.hpp"
#include "portail/programme/pieces.hpp"
#include "portail/programme/valeur.hpp"
#include "rules/regle.hpp"

namespace grappe::programme {

// What the call makes of a rule of the catalogue: it judges, it has no object here, or its text is
// silent. `source` is the text that states the rule or the one that was searched.
struct RegleAppel {
    enum class Etat { appliquee, sans_objet, non_definie };
    Etat etat = Etat::sans_objet;
    rules::Source source;
    std::string couche{};
};
constexpr auto names(RegleAppel::Etat) {
    using enum RegleAppel::Etat;
    return std::to_array<core::Named<RegleAppel::Etat>>(
        {{appliquee, "appliquee"}, {sans_objet, "sans_objet"}, {non_definie, "non_definie"}});
}

// strict: below is NON_CONFORME and blocks. appreciation: A_APPRECIER by the ARS. ideal:
// "idéalement".
enum class ModeMinimum { strict, appreciation, ideal };
constexpr auto names(ModeMinimum) {
    using enum ModeMinimum;
    return std::to_array<core::Named<ModeMinimum>>(
        {{strict, "strict"}, {appreciation, "appreciation"}, {ideal, "ideal"}});
}

struct Minimum {
    int metropole;
    int corse_outre_mer;
    ModeMinimum mode;
};

struct TailleIdeale {  // GRP-04: more than, fewer than
    int plus_de;
    int moins_de;
};

enum class TraitementSecteur { eligible, a_apprecier, exclu };
constexpr auto names(TraitementSecteur) {
    using enum TraitementSecteur;
    return std::to_array<core::Named<TraitementSecteur>>(
        {{eligible, "eligible"}, {a_apprecier, "a_apprecier"}, {exclu, "exclu"}});
}

// What the call says of one sector. `secteur` is a code of referentiels::Secteur ("PA").
struct SecteurAppel {
    std::string secteur;
    TraitementSecteur traitement;
    std::vector<std::string> dsr;  // families that suit the sector: {"MS1"}; empty: none exists
    bool reference_obligatoire;    // SOL-02
    rules::Source source;
    std::string couche{};
};

struct ReglesSolution {
    bool meme_solution;                                // SOL-01
    bool en_cours_admis;                               // SOL-03
    std::vector<std::string> secteurs_sans_reference;  // SOL-04: a project made only of them
    bool ght_admis;                                    // SOL-05
    bool centrale_obligatoire;                         // SOL-07
    bool concurrence_si_commande_publique;             // SOL-08
};

struct CibleUsage {  // IND-01 …: shown, and read by later issues
    std::string indicateur;
    std::string secteur;                // empty: every sector
    std::optional<bool> eligible_sons;  // empty: whatever
    core::Rate cible;
    rules::Source source;
    std::string couche{};
};

struct Enonce {  // a sentence of the text kept as data: delays, selection criteria, committee notes
    std::string nom;
    std::string texte;
    rules::Source source;
    std::string couche{};
    std::optional<int> mois{};  // a delay in months, when the text gives one
};

// One value of the resolved call as people and auditors read it: the path that a trace names, the
// canonical text, the source, the layer that set it. The digest is over these, but for the layer.
struct ValeurTracee {
    std::string chemin;  // "bareme.acquisition.1.usage"
    std::string texte;   // "7000.00"; "non_defini"
    rules::Source source;
    std::string couche{};
    Validite validite{};
};

struct Appel {
    std::string id{};
    std::string titre{};
    std::optional<std::string>
        region{};  // COG code of the region of the call; none: no region filter
    std::string base_legale{};
    core::Zone fuseau;
    std::string empreinte{};  // "sha256:…" of the resolved call

    std::array<RegleAppel, rules::nombre_de_regles> regles{};

    Valeur<std::vector<Fenetre>> fenetres{};

    Valeur<Minimum> minimum{};
    Valeur<TailleIdeale> taille_ideale{};
    Valeur<bool> extension_sous_conditions{};  // GRP-03

    Valeur<std::vector<LigneRoutage>> routage{};
    Valeur<std::vector<CriterePivot>> pivot{};

    Valeur<std::vector<SecteurAppel>> secteurs{};
    Valeur<std::vector<std::string>>
        financeurs_requis{};               // at least one of them; empty: no condition
    Valeur<core::Date> mom_au_plus_tot{};  // ELIG-07: a MOM before it fails
    Valeur<core::Date> va_au_plus_tot{};   // ELIG-08: before fails, that day alerts
    Valeur<ReglesSolution> solution{};

    Valeur<std::vector<PieceAppel>> pieces{};
    Valeur<std::vector<std::string>> suffixes{};  // DOC-20, lower case with the dot

    Valeur<Bareme> acquisition{};  // undefined: the call gives no amounts
    Valeur<Bareme> montee_de_version{};
    Valeur<int> plafond_essms_projet{};
    Valeur<core::Money> plafond_forfaits_projet{};
    Valeur<AideMateriel> materiel{};
    Valeur<AideAmoa> amoa{};
    Valeur<SeuilPetitOrganisme> petit_organisme{};
    Valeur<core::Rate> plafond_specifique{};             // 15/100
    Valeur<std::vector<std::string>> categories_saad{};  // {"460", "209"}
    Valeur<core::Rate> part_avance{};                    // 1/2
    Valeur<core::Money> enveloppe{};

    // Chosen interpretations. Empty where the question cannot arise in this call (no amounts, no
    // tiers, no ceiling, no distinction of territory).
    std::optional<ConventionRang> convention_rang{};
    std::optional<AssiettePlafond> assiette_plafond{};
    std::optional<OrdreRang> ordre_rang{};
    std::optional<RangExtension> extension{};
    std::optional<SeuilTerritoire> seuil_territoire{};
    std::optional<NiveauDesCibles> niveau_des_cibles{};
    std::optional<DenominateurDossiersActifs> denominateur_dossiers_actifs{};
    std::optional<CiblesPartielles> cibles_partiellement_atteintes{};
    std::optional<AvanceSiEchec> avance_si_echec{};
    std::optional<DepensesSousLeForfait> depenses_sous_le_forfait{};
    std::vector<OptionOuverte> options{};  // every AMB and CONF of the call, those above included

    std::vector<CibleUsage> cibles{};
    std::vector<Enonce> delais{};
    std::vector<Enonce> criteres{};

    std::vector<Enonce> silences{};  // "cibles": the source that was searched and gives none
    Validite validite{};
    std::vector<ValeurTracee> valeurs{};  // every value, in the order of docs/format-appel.md

    const RegleAppel& regle(rules::RegleId voulue) const {
        return regles[static_cast<std::size_t>(voulue)];
    }
    bool donne_des_montants() const { return acquisition.definie() || montee_de_version.definie(); }
};

}  // namespace grappe::programme
