// Tableau: the public figures of the programme, as a page and as a CSV file of open data.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "portail/compteurs/chiffres.hpp"
#include "portail/compteurs/compteurs_tenus.hpp"
#include "portail/pages/services.hpp"
#include "web/http/routes.hpp"

namespace grappe::tableau {

// Outlives the routes.
struct Tableau {
    const pages::Services& services;
    compteurs::CompteursTenus& compteurs;
    http::Routes& routes;
    mutable compteurs::RenduTenu page{}, csv{};

    Tableau(const pages::Services& lus, compteurs::CompteursTenus& tenus, http::Routes& lignes)
        : services{lus}, compteurs{tenus}, routes{lignes} {}
};

// Of the file, in their order.
inline constexpr std::array<std::string_view, 10> champs_du_csv{
    "axe",   "code",      "libelle",   "compteur",   "valeur",
    "unite", "mesure_du", "mesure_au", "calcule_le", "source"};

void ajouter_tableau(const Tableau& tableau);

// Its faces; each is pure but for the words and the names of places.
std::string page_du_tableau(const Tableau& tableau, const compteurs::Publies& publies);
std::string csv_du_tableau(const Tableau& tableau, const compteurs::Publies& publies);

// "Corse"; a line without code has words of its own.
std::string nom_de_ligne(const Tableau& tableau, compteurs::NomDAxe axe, const std::string& code);
// Where a figure comes from, in a sentence.
std::string source_de(const Tableau& tableau, std::string_view compteur);

}  // namespace grappe::tableau
