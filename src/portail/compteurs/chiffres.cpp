// The list of figures.
#include "portail/compteurs/chiffres.hpp"

namespace grappe::compteurs {
namespace {

Unite unite_de(Compteur compteur) { return est_un_montant(compteur) ? Unite::euro : Unite::nombre; }

void ajouter(std::vector<Chiffre>& liste, NomDAxe nom, const Axe& axe) {
    for (const auto& [compteur, colonne] : axe.colonnes) {
        Chiffre chiffre{.axe = nom,
                        .code = {},
                        .compteur = std::string{core::name_of(compteur)},
                        .grandeur = {},
                        .unite = unite_de(compteur)};
        std::vector<std::string> ensemble;
        for (const auto& [code, cellule] : colonne.cellules) {
            if (cellule.etat == Etat::regroupee) ensemble.push_back(code);
            if (cellule.etat != Etat::dite) continue;
            chiffre.code = code;
            chiffre.grandeur = cellule.grandeur;
            liste.push_back(chiffre);
        }
        if (!colonne.regroupe) continue;
        chiffre.code.clear();
        chiffre.grandeur = *colonne.regroupe;
        chiffre.ensemble = std::move(ensemble);
        liste.push_back(std::move(chiffre));
    }
}

void ajouter(std::vector<Chiffre>& liste, std::string compteur,
             const std::optional<Grandeur>& montant) {
    if (!montant) return;
    liste.push_back({.axe = NomDAxe::national,
                     .code = {},
                     .compteur = std::move(compteur),
                     .grandeur = *montant,
                     .unite = Unite::euro});
}

}  // namespace

std::string Chiffre::valeur() const {
    return unite == Unite::euro ? core::Money::cents(grandeur.valeur).text()
                                : std::to_string(grandeur.valeur);
}

std::vector<Chiffre> chiffres(const Compteurs& compteurs) {
    std::vector<Chiffre> liste;
    for (const auto& [compteur, grandeur] : compteurs.national)
        liste.push_back({.axe = NomDAxe::national,
                         .code = {},
                         .compteur = std::string{core::name_of(compteur)},
                         .grandeur = grandeur,
                         .unite = unite_de(compteur)});
    for (const auto& [etape, nombre] : compteurs.projets)
        liste.push_back({.axe = NomDAxe::national,
                         .code = {},
                         .compteur = "projets_" + std::string{core::name_of(etape)},
                         .grandeur = {static_cast<std::int64_t>(nombre), nombre, std::nullopt}});
    ajouter(liste, "demande", compteurs.demande);
    ajouter(liste, "reserve", compteurs.reserve);
    ajouter(liste, "recouvre", compteurs.recouvre);
    ajouter(liste, NomDAxe::region, compteurs.regions);
    ajouter(liste, NomDAxe::secteur, compteurs.secteurs);
    ajouter(liste, NomDAxe::appel, compteurs.appels);
    return liste;
}

}  // namespace grappe::compteurs
