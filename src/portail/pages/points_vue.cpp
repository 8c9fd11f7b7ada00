// The ten points of the kit (« Checklist du candidat », recevabilité).
#include "portail/pages/points_vue.hpp"

#include <algorithm>
#include <array>

#include "portail/pages/cadre.hpp"
#include "portail/pages/reponse.hpp"

namespace grappe::pages {
namespace {

using page::Vue;
using rules::Issue;
using enum rules::RegleId;

struct Point {
    std::string_view code;
    std::array<rules::RegleId, 5> regles;  // the last one repeated
};

constexpr std::array<Point, 10> points{{
    {"pages.point.1", {elig_01, elig_06, elig_06, elig_06, elig_06}},
    {"pages.point.2", {grp_01, grp_02, grp_02, grp_02, grp_02}},
    {"pages.point.3", {elig_02, elig_02, elig_02, elig_02, elig_02}},
    {"pages.point.4", {elig_04, elig_04, elig_04, elig_04, elig_04}},
    {"pages.point.5", {elig_07, elig_08, elig_08, elig_08, elig_08}},
    {"pages.point.6", {red_01, red_01, red_01, red_01, red_01}},
    {"pages.point.7", {red_02, red_03, red_03, red_03, red_03}},
    {"pages.point.8", {red_04, red_04, red_04, red_04, red_04}},
    {"pages.point.9", {sol_01, sol_01, sol_01, sol_01, sol_01}},
    {"pages.point.10", {sol_02, sol_03, sol_04, sol_05, sol_05}},
}};

// What weighs most on the answer comes first.
constexpr std::array<Issue, 7> par_gravite{Issue::non_conforme, Issue::manque, Issue::a_apprecier,
                                           Issue::non_defini,   Issue::alerte, Issue::conforme,
                                           Issue::sans_objet};

std::size_t gravite(Issue issue) {
    return static_cast<std::size_t>(std::find(par_gravite.begin(), par_gravite.end(), issue) -
                                    par_gravite.begin());
}

Issue pire(const Point& point, const std::vector<rules::Constat>& constats) {
    auto pire = Issue::sans_objet;
    for (const auto& constat : constats) {
        const bool concerne = std::find(point.regles.begin(), point.regles.end(), constat.regle) !=
                              point.regles.end();
        if (concerne && gravite(constat.issue) < gravite(pire)) pire = constat.issue;
    }
    return pire;
}

}  // namespace

Vue::Liste dix_points(const Services& services, const std::vector<rules::Constat>& constats,
                      Siret siret) {
    Vue::Liste vues;
    for (const auto& point : points) {
        auto issue = pire(point, constats);
        if (siret == Siret::suppose && point.regles.front() == elig_04) issue = Issue::manque;
        vues.push_back(Vue{{"libelle", dire(services, point.code)},
                           {"etat", classe_de(issue)},
                           {"mots", dire(services, "issue." + std::string{core::name_of(issue)})}});
    }
    return vues;
}

}  // namespace grappe::pages
