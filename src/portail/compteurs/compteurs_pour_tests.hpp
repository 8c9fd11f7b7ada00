// For tests: a reading of the rows as lines of text.
//   convention DOSSIER APPEL GUICHET FINESS:SECTEUR:EUROS…      signed, in the order of the lines
//   verse DOSSIER EUROS
//   mesure DOSSIER FINESS signe|declare JOUR NUMERO ACTIFS
//   depose STATUT EUROS            reserve EUROS DOSSIERS       recouvre EUROS DOSSIERS
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "portail/compteurs/compteurs.hpp"

namespace grappe::compteurs::tests {

inline core::Money euros(const std::string& texte) { return core::Money::parse(texte).value(); }

// The region of an establishment by the beginning of its number.
inline std::string region_de(std::string_view finess) {
    const auto debut = finess.substr(0, 2);
    if (debut == "33" || debut == "24") return "75";
    if (debut == "2A" || debut == "2B") return "94";
    return debut == "35" ? "53" : "";
}

struct Lu {
    Releve releve{};
    Mesures mesures{};

    explicit Lu(const std::string& texte) {
        std::istringstream lignes{texte};
        for (std::string ligne; std::getline(lignes, ligne);) {
            std::istringstream mots{ligne};
            std::string genre;
            if (mots >> genre) lire(genre, mots);
        }
    }
    Compteurs compter(std::size_t seuil) const {
        return compteurs::compter(releve, mesures, {seuil, region_de});
    }

private:
    static std::string mot(std::istringstream& mots) {
        std::string lu;
        REQUIRE(static_cast<bool>(mots >> lu));
        return lu;
    }
    void lire(const std::string& genre, std::istringstream& mots) {
        if (genre == "convention")
            lire_une_convention(mots);
        else if (genre == "mesure")
            lire_une_mesure(mots);
        else if (genre == "verse")
            lire_un_versement(mots);
        else if (genre == "depose") {
            const auto statut = core::named<teleservice::Statut>(mot(mots)).value();
            releve.deposes.push_back({statut, euros(mot(mots))});
        } else {
            auto& somme = genre == "reserve" ? releve.reserve : releve.recouvre;
            somme.montant = euros(mot(mots));
            somme.dossiers = std::stoul(mot(mots));
        }
    }
    void lire_une_convention(std::istringstream& mots) {
        const auto dossier = mot(mots), appel = mot(mots), guichet = mot(mots);
        Convention lue{.dossier = dossier,
                       .appel = appel,
                       .guichet = guichet,
                       .signee_le = core::Instant::parse("2024-07-01T00:00:00Z").value()};
        for (std::string ligne; mots >> ligne;) {
            std::ranges::replace(ligne, ':', ' ');
            std::istringstream champs{ligne};
            const auto finess = mot(champs), secteur = mot(champs), montant = mot(champs);
            lue.lignes.push_back({finess, secteur, euros(montant)});
        }
        releve.conventions.push_back(std::move(lue));
    }
    void lire_une_mesure(std::istringstream& mots) {
        const auto dossier = mot(mots), finess = mot(mots), nature = mot(mots), jour = mot(mots),
                   numero = mot(mots), actifs = mot(mots);
        mesures.recevoir(dossier, finess, core::named<usages::Nature>(nature).value(),
                         {.au = core::Date::parse(jour).value(),
                          .numero = std::stoll(numero),
                          .actifs = std::stoll(actifs),
                          .regle = nature == "signe" ? "usage-1" : ""});
    }
    void lire_un_versement(std::istringstream& mots) {
        const auto dossier = mot(mots), montant = mot(mots);
        for (auto& convention : releve.conventions)
            if (convention.dossier == dossier) convention.verse = euros(montant);
    }
};

}  // namespace grappe::compteurs::tests
