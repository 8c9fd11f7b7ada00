// Carte: a map drawn as SVG from local outlines: no tiles, no script, nothing foreign.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::page {

struct PointGeo {
    double longitude, latitude;  // degrees, WGS 84
};

struct Contour {
    std::string code;
    std::string nom;
    std::vector<std::vector<PointGeo>> anneaux;
};

struct Repere {
    std::int32_t latitude_e6, longitude_e6;
    std::string cle;          // tells which row of the page it is
    std::string libelle;      // its tooltip
    std::string_view classe;  // "repere--attente"; empty: an ordinary one
};

// Codes "carte.illisible". Polygons and multi-polygons of a GeoJSON collection.
core::Result<std::vector<Contour>> lire_contours(const std::filesystem::path& geojson);

// The drawing is hidden from screen readers: its caption counts the marks, a list names them.
struct Cadre {
    std::string titre;  // "France métropolitaine", "La Réunion": one drawing each
    std::string svg;
    int reperes;
};

// One drawing for the mainland with Corsica, one for each other territory that holds a mark.
// Without marks: the mainland alone.
std::vector<Cadre> dessiner(const std::vector<Contour>& contours,
                            const std::vector<Repere>& reperes);

}  // namespace grappe::page
