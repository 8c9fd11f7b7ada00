// The figures as RFC 4180: a header, commas, CRLF; a field is quoted when it must be. Columns:
// docs/tableau.md.
#include <fmt/format.h>

#include "portail/pages/cadre.hpp"
#include "portail/tableau/tableau.hpp"

namespace grappe::tableau {
namespace {

using compteurs::Chiffre;

constexpr std::string_view groupe{"regroupes"};  // code of lines that are told together

std::string entete() { return fmt::format("{}\r\n", fmt::join(champs_du_csv, ",")); }

std::string champ(const std::string& texte) {
    if (texte.find_first_of(",\"\r\n") == texte.npos) return texte;
    std::string cite{"\""};
    for (const char lettre : texte) {
        if (lettre == '"') cite += '"';
        cite += lettre;
    }
    return cite + '"';
}

std::string libelle(const Tableau& tableau, const Chiffre& chiffre) {
    if (chiffre.ensemble.empty()) return nom_de_ligne(tableau, chiffre.axe, chiffre.code);
    std::string noms;
    for (const auto& code : chiffre.ensemble)
        noms += (noms.empty() ? "" : " ; ") + nom_de_ligne(tableau, chiffre.axe, code);
    return noms;
}

std::string ligne(const Tableau& tableau, const Chiffre& chiffre, const std::string& calcule_le) {
    const auto& jours = chiffre.grandeur.jours;
    return fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", core::name_of(chiffre.axe),
                       chiffre.ensemble.empty() ? std::string_view{chiffre.code} : groupe,
                       champ(libelle(tableau, chiffre)), chiffre.compteur, chiffre.valeur(),
                       core::name_of(chiffre.unite), jours ? jours->premier.text() : "",
                       jours ? jours->dernier.text() : "", calcule_le,
                       champ(source_de(tableau, chiffre.compteur)));
}

}  // namespace

std::string csv_du_tableau(const Tableau& tableau, const compteurs::Publies& publies) {
    auto texte = entete();
    const auto calcule_le = publies.au.utc_text();
    for (const auto& chiffre : compteurs::chiffres(*publies.compteurs))
        texte += ligne(tableau, chiffre, calcule_le);
    return texte;
}

}  // namespace grappe::tableau
