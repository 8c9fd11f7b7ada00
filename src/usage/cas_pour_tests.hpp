// Cases of records written for people (tests/usage/dossier.cas) as values.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "usage/dossier_mesure.hpp"

namespace grappe::usage {

struct Attendu {
    std::string genre;  // "compte", "motif", "hors"
    std::vector<std::string> mots;
};

struct Cas {
    std::string nom, au = "2024-09-30";
    DossierMesure dossier;
    std::vector<Attendu> attendus;
};

inline core::Date jour(std::string_view texte) { return core::Date::parse(texte).value(); }
inline core::Instant instant(std::string_view texte) { return core::Instant::parse(texte).value(); }

inline std::optional<core::Date> jour_ou_rien(const std::string& texte) {
    return texte == "-" ? std::nullopt : std::optional{jour(texte)};
}

inline void lire_fait(Cas& cas, const std::vector<std::string>& m) {
    auto& dossier = cas.dossier;
    const bool mention = m.size() > 2;
    if (m[0] == "au") cas.au = m[1];
    if (m[0] == "sejour") dossier.sejours.push_back({jour(m[1]), jour_ou_rien(m[2]), m.size() < 4});
    if (m[0] == "modification") dossier.modifications.push_back({instant(m[1]), mention});
    if (m[0] == "projet")
        dossier.projets.push_back(
            {core::named<StatutDeProjet>(m[1]).value(), jour(m[2]), jour_ou_rien(m[3])});
    if (m[0] == "evenement")
        dossier.evenements.push_back(
            {instant(m[2]), instant(m[3]), core::named<StatutDEvenement>(m[1]).value()});
    if (m[0] == "envoi") dossier.envois.push_back({instant(m[1]), mention});
    if (m[0] == "dmp")
        dossier.alimentations.push_back({instant(m[1]), core::named<IssueDuDmp>(m[2]).value()});
    if (m[0] == "eprescription") dossier.eprescription.le.push_back(instant(m[1]));
    if (m[0] == "eparcours") dossier.eparcours.le.push_back(instant(m[1]));
}

inline std::vector<Cas> lire_les_cas(const std::string& chemin) {
    std::ifstream fichier{chemin};
    std::vector<Cas> tous;
    for (std::string ligne; std::getline(fichier, ligne);) {
        if (ligne.starts_with("cas ")) tous.push_back({.nom = ligne.substr(4)});
        if (!ligne.starts_with("  ")) continue;
        std::istringstream lus{ligne};
        std::vector<std::string> mots;
        for (std::string mot; lus >> mot;) mots.push_back(mot);
        if (mots[0] != "=>") {
            lire_fait(tous.back(), mots);
        } else {
            tous.back().attendus.push_back({mots[1], {mots.begin() + 2, mots.end()}});
        }
    }
    return tous;
}

inline std::vector<Cas> cas_de_dossiers(const std::string& racine) {
    return lire_les_cas(racine + "/tests/usage/dossier.cas");
}

}  // namespace grappe::usage
