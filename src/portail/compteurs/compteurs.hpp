// Compteurs: the figures of the whole programme that anybody may read, by region, sector and call.
// Pure. What is counted: the establishments of agreements that both parties signed, each once
// (ELIG-03), and the active files of the last signed report of each (IND-08). A figure that nothing
// supports is absent; one that would tell the figure of a single body is told with others.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/named.hpp"
#include "portail/compteurs/releve.hpp"

namespace grappe::compteurs {

// `convenu`, `verse`: cents. `dui_declares`: of establishments without any signed report.
enum class Compteur {
    projets,
    etablissements,
    etablissements_mesures,
    dui_verifies,
    dui_declares,
    convenu,
    verse
};
constexpr auto names(Compteur) {
    using enum Compteur;
    return std::to_array<core::Named<Compteur>>({{projets, "projets"},
                                                 {etablissements, "etablissements"},
                                                 {etablissements_mesures, "etablissements_mesures"},
                                                 {dui_verifies, "dui_verifies"},
                                                 {dui_declares, "dui_declares"},
                                                 {convenu, "convenu"},
                                                 {verse, "verse"}});
}
constexpr bool est_un_montant(Compteur compteur) {
    return compteur == Compteur::convenu || compteur == Compteur::verse;
}

// Of a project, in the order of its life. `non_retenus`: refused, whoever refused it.
enum class Etape { en_examen, retenus, conventionnes, en_cours, termines, non_retenus };
constexpr auto names(Etape) {
    using enum Etape;
    return std::to_array<core::Named<Etape>>({{en_examen, "en_examen"},
                                              {retenus, "retenus"},
                                              {conventionnes, "conventionnes"},
                                              {en_cours, "en_cours"},
                                              {termines, "termines"},
                                              {non_retenus, "non_retenus"}});
}

// Days that were measured, first and last.
struct Jours {
    core::Date premier, dernier;
    bool operator==(const Jours&) const = default;
};

struct Grandeur {
    std::int64_t valeur = 0;
    std::size_t unites = 0;        // establishments, or projects, that it comes from
    std::optional<Jours> jours{};  // of measures

    bool operator==(const Grandeur&) const = default;
};

enum class Etat { absente, dite, regroupee };
struct Cellule {
    Etat etat = Etat::absente;
    Grandeur grandeur{};  // nothing unless it is told
};

// One counter along the lines of an axis. What is told, and what is told together, sum to the
// total.
struct Colonne {
    std::map<std::string, Cellule> cellules{};
    std::optional<Grandeur> regroupe{};  // sum of the lines that are told together
    std::optional<Grandeur> total{};     // absent: nothing, or from too few
};

// Codes of the lines; empty: neither the register nor the agreement tells. `national`: projects of
// that desk, whose establishments are in their regions.
struct Axe {
    std::set<std::string> codes{};
    std::map<Compteur, Colonne> colonnes{};
};

struct Compteurs {
    std::map<Compteur, Grandeur> national;  // those that may be told
    Axe regions, secteurs, appels;
    std::map<Etape, std::size_t> projets;  // by stage; a stage without projects is absent
    bool trop_peu_de_refus = false;        // there are, too few to be told
    std::optional<Grandeur> demande, reserve, recouvre;  // cents, projects
    std::set<std::string> regles;                        // of the measures that count
};

// Code of the region of an establishment; empty: not known.
using RegionDe = std::function<std::string(std::string_view finess_et)>;

// `seuil`: how many must stand behind a sum that is told.
struct Regard {
    std::size_t seuil;
    RegionDe region_de;
};
Compteurs compter(const Releve& releve, const Mesures& mesures, const Regard& regard);

}  // namespace grappe::compteurs
