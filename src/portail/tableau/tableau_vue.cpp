// The figures in words, bars and tables.
#include <fmt/format.h>

#include <algorithm>

#include "core/texte.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/tableau/tableau.hpp"

namespace grappe::tableau {
namespace {

using compteurs::Axe, compteurs::Cellule, compteurs::Cible, compteurs::Compteur,
    compteurs::Compteurs, compteurs::Etape, compteurs::Etat, compteurs::Grandeur,
    compteurs::NomDAxe;
using page::Vue;

// "1 034 000 €": cents would hide the size of what is compared.
std::string euros(std::int64_t centimes) { return pages::entier(centimes / 100) + "\u00a0€"; }

std::string valeur(Compteur compteur, const Grandeur& grandeur) {
    return est_un_montant(compteur) ? euros(grandeur.valeur) : pages::entier(grandeur.valeur);
}

class Redaction {
public:
    Redaction(const Tableau& tableau, const Compteurs& compteurs)
        : tableau_{tableau}, compteurs_{compteurs} {}

    Vue::Liste cibles() const;
    Vue::Liste projets() const;
    Vue::Liste sommes() const;
    Vue table(NomDAxe nom, const Axe& axe, const std::vector<Compteur>& colonnes) const;
    Vue::Liste sources() const;
    Vue::Liste champs() const;  // of the file
    std::string regles() const;

private:
    std::string dire(std::string_view code, const rules::Faits& faits = {}) const {
        return pages::dire(tableau_.services, code, faits);
    }
    const Grandeur* national(Compteur compteur) const {
        const auto ou = compteurs_.national.find(compteur);
        return ou == compteurs_.national.end() ? nullptr : &ou->second;
    }
    Vue cible(Compteur compteur, const Cible& visee) const;
    Vue::Liste precisions_du_dui(const Grandeur* verifies) const;
    Vue cellule(Compteur compteur, const Cellule* lue) const;
    Vue ligne(NomDAxe nom, const std::string& code, const Axe& axe,
              const std::vector<Compteur>& colonnes) const;
    Vue ligne_des_regroupes(const Axe& axe, const std::vector<Compteur>& colonnes) const;
    Vue::Liste total(const Axe& axe, const std::vector<Compteur>& colonnes) const;
    std::vector<std::string> ordonner(NomDAxe nom, const Axe& axe) const;

    const Tableau& tableau_;
    const Compteurs& compteurs_;
};

Vue::Liste phrases(std::vector<std::string> textes) {
    Vue::Liste vues;
    for (auto& texte : textes) vues.push_back(Vue{{"texte", std::move(texte)}});
    return vues;
}

Vue::Liste Redaction::precisions_du_dui(const Grandeur* verifies) const {
    std::vector<std::string> dites;
    if (verifies && verifies->jours)
        dites.push_back(dire(verifies->jours->premier == verifies->jours->dernier
                                 ? "tableau.mesures_le"
                                 : "tableau.mesures",
                             {{"essms", static_cast<std::int64_t>(verifies->unites)},
                              {"premier", verifies->jours->premier},
                              {"dernier", verifies->jours->dernier}}));
    if (const auto* declares = national(Compteur::dui_declares))
        dites.push_back(dire(
            "tableau.declares_en_plus",
            {{"dui", declares->valeur}, {"essms", static_cast<std::int64_t>(declares->unites)}}));
    return phrases(std::move(dites));
}

Vue Redaction::cible(Compteur compteur, const Cible& visee) const {
    const auto* atteint = national(compteur);
    const auto nom = std::string{core::name_of(compteur)};
    // In thousandths, rounded down: a target is reached when it is.
    const auto milliemes = atteint ? atteint->valeur * 1000 / visee.valeur : 0;
    const auto manque = atteint ? std::max<std::int64_t>(visee.valeur - atteint->valeur, 0) : 0;
    const auto vise =
        visee.echeance
            ? dire("tableau.vise_au",
                   {{"cible", visee.valeur}, {"annee", std::to_string(visee.echeance->year())}})
            : dire("tableau.vise", {{"cible", visee.valeur}});
    return {{"nom", dire("tableau.cible." + nom)},
            {"dite", atteint != nullptr},
            {"valeur", atteint ? pages::entier(atteint->valeur) : std::string{}},
            {"vise", vise},
            {"part", std::min<std::int64_t>(milliemes, 1000)},
            {"avance", dire("tableau.avance",
                            {{"taux", fmt::format("{},{}", milliemes / 10, milliemes % 10)}})},
            {"reste", atteint == nullptr ? std::string{}
                      : manque == 0      ? dire("tableau.atteinte")
                                         : dire("tableau.manque", {{"manque", manque}})},
            {"rien", dire("tableau.rien." + nom)},
            {"precisions",
             compteur == Compteur::dui_verifies ? precisions_du_dui(atteint) : Vue::Liste{}},
            {"source_du_chiffre", source_de(tableau_, nom)},
            {"source_de_la_cible", visee.source}};
}

Vue::Liste Redaction::cibles() const {
    const auto& cibles = tableau_.compteurs.cibles();
    return {cible(Compteur::dui_verifies, cibles.dui_actifs),
            cible(Compteur::etablissements, cibles.etablissements)};
}

Vue::Liste Redaction::projets() const {
    Vue::Liste lignes;
    for (const auto& [etape, nom] : names(Etape{})) {
        const auto ou = compteurs_.projets.find(etape);
        const bool trop_peu = etape == Etape::non_retenus && compteurs_.trop_peu_de_refus;
        if (ou == compteurs_.projets.end() && !trop_peu) continue;
        const auto nombre = trop_peu ? dire("tableau.trop_peu")
                                     : pages::entier(static_cast<std::int64_t>(ou->second));
        lignes.push_back(
            Vue{{"nom", dire("tableau.etape." + std::string{nom})}, {"nombre", nombre}});
    }
    return lignes;
}

Vue::Liste Redaction::sommes() const {
    const auto du_compteur = [&](Compteur compteur) {
        const auto* grandeur = national(compteur);
        return grandeur ? std::optional{*grandeur} : std::nullopt;
    };
    Vue::Liste lignes;
    for (const auto& [nom, grandeur] :
         {std::pair{"demande", compteurs_.demande}, std::pair{"reserve", compteurs_.reserve},
          std::pair{"convenu", du_compteur(Compteur::convenu)},
          std::pair{"verse", du_compteur(Compteur::verse)},
          std::pair{"recouvre", compteurs_.recouvre}}) {
        if (!grandeur) continue;
        lignes.push_back(Vue{
            {"nom", dire(std::string{"tableau.somme."} + nom)},
            {"montant", euros(grandeur->valeur)},
            {"projets",
             dire("tableau.n_projets", {{"projets", static_cast<std::int64_t>(grandeur->unites)}})},
            {"source", source_de(tableau_, nom)}});
    }
    return lignes;
}

Vue Redaction::cellule(Compteur compteur, const Cellule* lue) const {
    const auto etat = lue ? lue->etat : Etat::absente;
    return {{"dite", etat == Etat::dite},
            {"regroupee", etat == Etat::regroupee},
            {"valeur", etat == Etat::dite ? valeur(compteur, lue->grandeur) : std::string{}}};
}

Vue Redaction::ligne(NomDAxe nom, const std::string& code, const Axe& axe,
                     const std::vector<Compteur>& colonnes) const {
    Vue::Liste cellules;
    for (const auto compteur : colonnes) {
        const auto colonne = axe.colonnes.find(compteur);
        const Cellule* lue = nullptr;
        if (colonne != axe.colonnes.end()) {
            const auto ou = colonne->second.cellules.find(code);
            if (ou != colonne->second.cellules.end()) lue = &ou->second;
        }
        cellules.push_back(cellule(compteur, lue));
    }
    return {{"nom", nom_de_ligne(tableau_, nom, code)}, {"cellules", std::move(cellules)}};
}

Vue Redaction::ligne_des_regroupes(const Axe& axe, const std::vector<Compteur>& colonnes) const {
    Vue::Liste cellules;
    for (const auto compteur : colonnes) {
        const auto colonne = axe.colonnes.find(compteur);
        const bool dite = colonne != axe.colonnes.end() && colonne->second.regroupe;
        const Cellule ensemble{Etat::dite, dite ? *colonne->second.regroupe : Grandeur{}};
        cellules.push_back(cellule(compteur, dite ? &ensemble : nullptr));
    }
    return {{"nom", dire("tableau.regroupes")}, {"cellules", std::move(cellules)}};
}

Vue::Liste Redaction::total(const Axe& axe, const std::vector<Compteur>& colonnes) const {
    Vue::Liste cellules;
    for (const auto compteur : colonnes) {
        const auto colonne = axe.colonnes.find(compteur);
        const bool dite = colonne != axe.colonnes.end() && colonne->second.total;
        const Cellule ensemble{Etat::dite, dite ? *colonne->second.total : Grandeur{}};
        cellules.push_back(cellule(compteur, dite ? &ensemble : nullptr));
    }
    return cellules;
}

// By name; what is not known and the national desk last.
std::vector<std::string> Redaction::ordonner(NomDAxe nom, const Axe& axe) const {
    std::vector<std::string> codes{axe.codes.begin(), axe.codes.end()};
    std::ranges::sort(codes, {}, [&](const std::string& code) {
        return std::pair{code.empty() || code == "national",
                         core::fold(nom_de_ligne(tableau_, nom, code))};
    });
    return codes;
}

Vue Redaction::table(NomDAxe nom, const Axe& axe, const std::vector<Compteur>& colonnes) const {
    Vue::Liste entetes, lignes;
    for (const auto compteur : colonnes)
        entetes.push_back(
            Vue{{"titre", dire("tableau.colonne." + std::string{core::name_of(compteur)})}});
    for (const auto& code : ordonner(nom, axe)) lignes.push_back(ligne(nom, code, axe, colonnes));
    const bool regroupe = std::ranges::any_of(axe.colonnes, [](const auto& une) {
        return std::ranges::any_of(une.second.cellules, [](const auto& cellule) {
            return cellule.second.etat == Etat::regroupee;
        });
    });
    if (regroupe) lignes.push_back(ligne_des_regroupes(axe, colonnes));
    const auto id = std::string{core::name_of(nom)};
    return {{"id", id},
            {"titre", dire("tableau.par." + id)},
            {"axe", dire("tableau.axe." + id)},
            {"note", pages::etiquette(tableau_.services.phrases, "tableau.note." + id, "")},
            {"colonnes", std::move(entetes)},
            {"lignes", std::move(lignes)},
            {"total", total(axe, colonnes)},
            {"regroupe", regroupe}};
}

Vue::Liste Redaction::sources() const {
    Vue::Liste lignes;
    for (const auto* nom : {"etablissements", "etablissements_mesures", "dui_verifies",
                            "dui_declares", "projets", "convenu", "verse"})
        lignes.push_back(Vue{{"nom", dire(std::string{"tableau.colonne."} + nom)},
                             {"source", source_de(tableau_, nom)}});
    return lignes;
}

Vue::Liste Redaction::champs() const {
    Vue::Liste lignes;
    for (const auto nom : champs_du_csv)
        lignes.push_back(Vue{{"nom", nom}, {"dit", dire("tableau.champ." + std::string{nom})}});
    return lignes;
}

std::string Redaction::regles() const {
    std::string noms;
    for (const auto& regle : compteurs_.regles)
        if (!regle.empty()) noms += (noms.empty() ? "" : ", ") + regle;
    return noms.empty() ? noms : dire("tableau.regles", {{"regles", noms}});
}

}  // namespace

std::string page_du_tableau(const Tableau& tableau, const compteurs::Publies& publies) {
    using enum Compteur;
    const auto& compteurs = *publies.compteurs;
    const Redaction redaction{tableau, compteurs};
    const std::vector usages{etablissements, etablissements_mesures, dui_verifies, dui_declares};
    const auto avec = [&](std::vector<Compteur> avant, const std::vector<Compteur>& apres) {
        avant.insert(avant.end(), usages.begin(), usages.end());
        avant.insert(avant.end(), apres.begin(), apres.end());
        return avant;
    };
    Vue::Liste tables;
    if (!compteurs.regions.codes.empty()) {
        tables.push_back(
            redaction.table(NomDAxe::region, compteurs.regions, avec({projets}, {convenu})));
        tables.push_back(
            redaction.table(NomDAxe::secteur, compteurs.secteurs, avec({}, {convenu})));
        tables.push_back(
            redaction.table(NomDAxe::appel, compteurs.appels, avec({projets}, {convenu, verse})));
    }
    const auto& services = tableau.services;
    const auto seuil = static_cast<std::int64_t>(tableau.compteurs.cibles().seuil);
    return pages::rendre(
        services,
        {.gabarit = "tableau",
         .titre = pages::dire(services, "tableau.titre"),
         .rubrique = "/tableau"},
        {{"moment", pages::moment(publies.au, core::paris())},
         {"delai", pages::dire(services, "tableau.delai",
                               {{"minutes", std::int64_t{compteurs::au_plus_vieux.count() / 60}}})},
         {"cibles", redaction.cibles()},
         {"projets", redaction.projets()},
         {"sommes", redaction.sommes()},
         {"sans_projet", compteurs.projets.empty()},
         {"sans_somme", redaction.sommes().empty()},
         {"tables", std::move(tables)},
         {"sans_convention", compteurs.regions.codes.empty()},
         {"sources", redaction.sources()},
         {"champs", redaction.champs()},
         {"regles", redaction.regles()},
         {"regroupement", pages::dire(services, "tableau.regroupement", {{"seuil", seuil}})}});
}

}  // namespace grappe::tableau
