// Chiffres: the counters as one flat list, one line a figure: what the CSV and the API tell. What
// is absent has no line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/compteurs/compteurs.hpp"

namespace grappe::compteurs {

enum class NomDAxe { national, region, secteur, appel };
constexpr auto names(NomDAxe) {
    using enum NomDAxe;
    return std::to_array<core::Named<NomDAxe>>(
        {{national, "national"}, {region, "region"}, {secteur, "secteur"}, {appel, "appel"}});
}

enum class Unite { nombre, euro };
constexpr auto names(Unite) {
    return std::to_array<core::Named<Unite>>({{Unite::nombre, "nombre"}, {Unite::euro, "euro"}});
}

struct Chiffre {
    NomDAxe axe;
    std::string code;      // of the line; empty: national, or not known
    std::string compteur;  // of `Compteur`, or demande, reserve, recouvre, projets_en_examen…
    Grandeur grandeur;
    Unite unite = Unite::nombre;
    std::vector<std::string> ensemble{};  // codes of the lines told together; then `code` is empty

    // "1250", or "1034000.00".
    std::string valeur() const;
};

std::vector<Chiffre> chiffres(const Compteurs& compteurs);

}  // namespace grappe::compteurs
