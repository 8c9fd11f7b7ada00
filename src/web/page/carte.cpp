// Drawing of the maps: an equirectangular view around the marks, in pixels of 1/10.
#include "web/page/carte.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>

#include "web/page/gabarits.hpp"

namespace grappe::page {
namespace {

struct Boite {
    double ouest, sud, est, nord;  // degrees

    bool contient(PointGeo p) const {
        return p.longitude >= ouest && p.longitude <= est && p.latitude >= sud &&
               p.latitude <= nord;
    }
    bool touche(const Boite& autre) const {
        return ouest <= autre.est && autre.ouest <= est && sud <= autre.nord && autre.sud <= nord;
    }
};

struct Territoire {
    std::string_view titre;
    Boite boite;
};

// Where each drawing looks; a mark outside all of them has no map.
constexpr std::array<Territoire, 7> territoires{{
    {"France métropolitaine", {-5.5, 41.2, 9.8, 51.3}},
    {"Guadeloupe", {-61.95, 15.75, -60.9, 16.6}},
    {"Martinique", {-61.35, 14.3, -60.7, 15.0}},
    {"Guyane", {-54.8, 2.0, -51.4, 6.0}},
    {"La Réunion", {55.1, -21.5, 55.95, -20.75}},
    {"Mayotte", {44.95, -13.1, 45.4, -12.55}},
    {"Saint-Pierre-et-Miquelon", {-56.6, 46.7, -56.0, 47.2}},
}};

constexpr double largeur = 640, hauteur = 480;
constexpr double plus_petite_etendue = 2.0;  // degrees of latitude: never closer than this

PointGeo position(const Repere& repere) {
    return {repere.longitude_e6 / 1e6, repere.latitude_e6 / 1e6};
}

// From degrees to the drawing's units.
struct Vue2D {
    Boite boite;
    double echelle_x, echelle_y;

    int x(double longitude) const {
        return static_cast<int>(std::lround((longitude - boite.ouest) * echelle_x));
    }
    int y(double latitude) const {
        return static_cast<int>(std::lround((boite.nord - latitude) * echelle_y));
    }
};

Boite autour(const std::vector<const Repere*>& reperes, const Boite& territoire) {
    if (reperes.empty()) return territoire;
    Boite boite{180, 90, -180, -90};
    for (const auto* repere : reperes) {
        const auto p = position(*repere);
        boite = {std::min(boite.ouest, p.longitude), std::min(boite.sud, p.latitude),
                 std::max(boite.est, p.longitude), std::max(boite.nord, p.latitude)};
    }
    return boite;
}

// Widens the box by a margin, to the least extent, then to the drawing's proportions.
Vue2D cadrer(const Boite& boite) {
    const double milieu_x = (boite.ouest + boite.est) / 2, milieu_y = (boite.sud + boite.nord) / 2;
    const double par_degre = std::cos(milieu_y * std::numbers::pi / 180);
    double demi_hauteur = std::max((boite.nord - boite.sud) * 1.15, plus_petite_etendue) / 2;
    double demi_largeur =
        std::max((boite.est - boite.ouest) * 1.15 * par_degre, plus_petite_etendue) / 2;
    demi_hauteur = std::max(demi_hauteur, demi_largeur * hauteur / largeur);
    demi_largeur = demi_hauteur * largeur / hauteur;
    const auto demi_degres = demi_largeur / par_degre;
    const Boite vue{milieu_x - demi_degres, milieu_y - demi_hauteur, milieu_x + demi_degres,
                    milieu_y + demi_hauteur};
    return {vue, largeur / (2 * demi_degres), hauteur / (2 * demi_hauteur)};
}

Boite boite_de(const std::vector<PointGeo>& anneau) {
    Boite boite{180, 90, -180, -90};
    for (const auto& p : anneau)
        boite = {std::min(boite.ouest, p.longitude), std::min(boite.sud, p.latitude),
                 std::max(boite.est, p.longitude), std::max(boite.nord, p.latitude)};
    return boite;
}

// Points that fall on the same pixel are drawn once: a wide view stays light.
void ajouter_anneau(std::string& chemin, const std::vector<PointGeo>& anneau, const Vue2D& vue) {
    if (!boite_de(anneau).touche(vue.boite)) return;
    int x = 0, y = 0, points = 0;
    std::string trace;
    for (const auto& p : anneau) {
        const int ici_x = vue.x(p.longitude), ici_y = vue.y(p.latitude);
        if (points > 0 && ici_x == x && ici_y == y) continue;
        if (points == 0)
            fmt::format_to(std::back_inserter(trace), "M{} {}", ici_x, ici_y);
        else
            fmt::format_to(std::back_inserter(trace), "l{} {}", ici_x - x, ici_y - y);
        x = ici_x, y = ici_y, ++points;
    }
    if (points > 2) chemin += trace + "z";
}

// A name is written where its territory is wide enough for it and its middle is in view.
constexpr double plus_petit_nom = 70;  // units of the drawing
constexpr double marge_du_nom = 40;

void ajouter_nom(std::string& svg, const Contour& contour, const Vue2D& vue) {
    Boite plus_grande{0, 0, 0, 0};
    for (const auto& anneau : contour.anneaux) {
        const auto boite = boite_de(anneau);
        if (boite.est - boite.ouest > plus_grande.est - plus_grande.ouest) plus_grande = boite;
    }
    const int x = vue.x((plus_grande.ouest + plus_grande.est) / 2);
    const int y = vue.y((plus_grande.sud + plus_grande.nord) / 2);
    const bool visible = x > marge_du_nom && x < largeur - marge_du_nom && y > marge_du_nom / 2 &&
                         y < hauteur - marge_du_nom / 2;
    if (!visible || (plus_grande.est - plus_grande.ouest) * vue.echelle_x < plus_petit_nom) return;
    fmt::format_to(std::back_inserter(svg), R"(<text class="carte__nom" x="{}" y="{}">{}</text>)",
                   x, y, echapper(contour.nom));
}

void ajouter_contours(std::string& svg, const std::vector<Contour>& contours, const Vue2D& vue) {
    for (const auto& contour : contours) {
        std::string chemin;
        for (const auto& anneau : contour.anneaux) ajouter_anneau(chemin, anneau, vue);
        if (chemin.empty()) continue;
        fmt::format_to(std::back_inserter(svg), R"(<path class="carte__terre" d="{}"/>)", chemin);
    }
    for (const auto& contour : contours) ajouter_nom(svg, contour, vue);
}

void ajouter_repere(std::string& svg, const Repere& repere, const Vue2D& vue) {
    const auto p = position(repere);
    fmt::format_to(std::back_inserter(svg),
                   R"(<circle class="carte__repere {}" data-repere="{}" cx="{}" cy="{}" r="7">)"
                   R"(<title>{}</title></circle>)",
                   repere.classe, echapper(repere.cle), vue.x(p.longitude), vue.y(p.latitude),
                   echapper(repere.libelle));
}

Cadre dessiner_un(const Territoire& territoire, const std::vector<Contour>& contours,
                  const std::vector<const Repere*>& reperes) {
    const auto vue = cadrer(autour(reperes, territoire.boite));
    auto svg = fmt::format(R"(<svg class="carte__dessin" viewBox="0 0 {} {}" aria-hidden="true">)",
                           largeur, hauteur);
    ajouter_contours(svg, contours, vue);
    for (const auto* repere : reperes) ajouter_repere(svg, *repere, vue);
    svg += "</svg>";
    return {std::string{territoire.titre}, std::move(svg), static_cast<int>(reperes.size())};
}

}  // namespace

std::vector<Cadre> dessiner(const std::vector<Contour>& contours,
                            const std::vector<Repere>& reperes) {
    std::vector<Cadre> cadres;
    for (const auto& territoire : territoires) {
        std::vector<const Repere*> ici;
        for (const auto& repere : reperes)
            if (territoire.boite.contient(position(repere))) ici.push_back(&repere);
        const bool metropole = &territoire == &territoires.front();
        if (!ici.empty() || (metropole && reperes.empty()))
            cadres.push_back(dessiner_un(territoire, contours, ici));
    }
    return cadres;
}

}  // namespace grappe::page
