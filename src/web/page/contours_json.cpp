// Reading of outlines from GeoJSON.
#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "web/page/carte.hpp"

namespace grappe::page {
namespace {

namespace json = boost::json;

std::vector<PointGeo> lire_anneau(const json::array& positions) {
    std::vector<PointGeo> anneau;
    anneau.reserve(positions.size());
    for (const auto& position : positions)
        anneau.push_back({position.at(0).to_number<double>(), position.at(1).to_number<double>()});
    return anneau;
}

void lire_polygone(const json::array& anneaux, Contour& contour) {
    for (const auto& anneau : anneaux) contour.anneaux.push_back(lire_anneau(anneau.as_array()));
}

Contour lire_contour(const json::value& element) {
    const auto& proprietes = element.at("properties");
    const auto& geometrie = element.at("geometry");
    Contour contour{.code = json::value_to<std::string>(proprietes.at("code")),
                    .nom = json::value_to<std::string>(proprietes.at("nom")),
                    .anneaux = {}};
    const auto& coordonnees = geometrie.at("coordinates").as_array();
    if (geometrie.at("type").as_string() == "Polygon")
        lire_polygone(coordonnees, contour);
    else
        for (const auto& polygone : coordonnees) lire_polygone(polygone.as_array(), contour);
    return contour;
}

}  // namespace

core::Result<std::vector<Contour>> lire_contours(const std::filesystem::path& geojson) {
    std::ifstream fichier{geojson, std::ios::binary};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    try {
        std::vector<Contour> contours;
        const auto collection = json::parse(texte.str());
        for (const auto& element : collection.at("features").as_array())
            contours.push_back(lire_contour(element));
        return contours;
    } catch (const std::exception&) {
        return core::refuse(core::Reason::unavailable, "carte.illisible", geojson.string());
    }
}

}  // namespace grappe::page
