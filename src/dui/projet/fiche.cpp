// The fields, a line each, with the attribute of TDDUI that they carry.
#include "dui/projet/fiche.hpp"

#include <algorithm>
#include <array>

#include "core/date.hpp"
#include "core/texte.hpp"

namespace grappe::projet {
namespace {

using enum Forme;
constexpr auto requis = Presence::requis, libre = Presence::facultatif;
constexpr std::string_view statuts = "ENPREPARATION ACTIF TERMINE ANNULE";

constexpr std::array champs_du_projet{
    Champ{"titre", ligne, requis, {}, {}, "titreProjetPersonnalise"},
    Champ{"type", choix, libre, "PP PPA PPI PPIA PI PA PAI", {}, "typeProjetPersonnalise"},
    Champ{"description", texte, libre, {}, {}, "descriptionProjetPersonnalise"},
    Champ{"communication", texte, libre, {}, {}, "modaliteCommunicationProjetPersonnalise"},
    Champ{"debut", jour, libre, {}, {}, "dateDebutMiseEnOeuvreProjetPersonnalise"},
    Champ{"fin", jour, libre, {}, {}, "dateFinMiseEnOeuvreProjetPersonnalise"}};
constexpr std::array champs_d_un_accord{
    Champ{"de", choix, requis, "personne entourage structure", {}, "accordUsager accordStructure"},
    Champ{"auteur", ligne, requis, {}, {}, "auteur"},
    Champ{"le", jour, requis, {}, {}, "dateSignature"}, Champ{"commentaire", texte}};
constexpr std::array champs_d_une_attente{
    Champ{"origine", choix, requis, "personne proche professionnel", {}, "origineAttente"},
    Champ{"auteur", ligne, libre, {}, {}, "origineAttente"},
    Champ{"description", texte, requis, {}, {}, "descriptionAttente"},
    Champ{"commentaire", texte, libre, {}, {}, "commentaireAttente"}};
constexpr std::array champs_d_un_besoin{
    Champ{"description", texte, requis, {}, {}, "descriptionBesoin"},
    Champ{"serafin", besoin, libre, {}, {}, "typeBesoin"},
    Champ{"attente", lien, libre, {}, Genre::attente, "Attente"},
    Champ{"analyse", texte, libre, {}, {}, "analyseProfessionnelBesoin"},
    Champ{"commentaire", texte, libre, {}, {}, "commentaireBesoin"}};
constexpr std::array champs_d_un_objectif{
    Champ{"titre", ligne, requis, {}, {}, "titreObjectif"},
    Champ{"description", texte, requis, {}, {}, "descriptionObjectif"},
    Champ{"besoin", lien, requis, {}, Genre::besoin, "Besoin"},
    Champ{"avis", texte, libre, {}, {}, "avisUsagerObjectif"},
    Champ{"statut", choix, requis, statuts, {}, "statutObjectif"},
    Champ{"domaine", ligne, libre, {}, {}, "domaineObjectif"},
    Champ{"debut", jour, libre, {}, {}, "dateDebutObjectif"},
    Champ{"fin", jour, libre, {}, {}, "dateFinObjectif"},
    Champ{"resultat", texte, libre, {}, {}, "resultatAttenduObjectif"},
    Champ{"strategie", texte, libre, {}, {}, "strategieMiseEnOeuvreObjectif"},
    Champ{"referent", ligne, libre, {}, {}, "referentObjectif"}};
constexpr std::array champs_d_une_action{
    Champ{"titre", ligne, requis, {}, {}, "titreAction"},
    Champ{"objectifs", liens, requis, {}, Genre::objectif, "Objectif"},
    Champ{"description", texte, libre, {}, {}, "descriptionAction"},
    Champ{"statut", choix, requis, statuts, {}, "statutAction"},
    Champ{"debut", jour, libre, {}, {}, "dateDebutAction"},
    Champ{"fin", jour, libre, {}, {}, "dateFinAction"},
    Champ{"avis", texte, libre, {}, {}, "avisUsagerAction"},
    Champ{"resultat", texte, libre, {}, {}, "resultatAttenduAction"},
    Champ{"referent", ligne, libre, {}, {}, "referentAction"}};
constexpr std::array champs_d_un_moyen{
    Champ{"titre", ligne, requis, {}, {}, "titreMoyenRessource"},
    Champ{"action", lien, libre, {}, Genre::action, "Action"},
    Champ{"type", ligne, libre, {}, {}, "typeMoyenRessource"},
    Champ{"description", texte, libre, {}, {}, "descriptionMoyenRessource"},
    Champ{"debut", jour, libre, {}, {}, "dateDebutMoyenRessource"},
    Champ{"fin", jour, libre, {}, {}, "dateFinMoyenRessource"}};
constexpr std::array champs_d_une_prestation{
    Champ{"titre", ligne, requis, {}, {}, "titrePrestation"},
    Champ{"serafin", prestations, libre, {}, {}, "typePrestation"},
    Champ{"action", lien, libre, {}, Genre::action, "Action"},
    Champ{"description", texte, libre, {}, {}, "descriptionPrestation"},
    Champ{"statut", choix, requis, statuts, {}, "statutPrestation"},
    Champ{"debut", jour, libre, {}, {}, "dateDebutPrestation"},
    Champ{"fin", jour, libre, {}, {}, "dateFinPrestation"}};
constexpr std::array champs_d_un_bilan{
    Champ{"le", jour, requis, {}, {}, "dateBilan"},
    Champ{"categorie", choix, libre, "PARTIEL INTERMEDIAIRE FINAL", {}, "categorieBilan"},
    Champ{"perimetre", texte, libre, {}, {}, "perimetreBilan"},
    Champ{"problematique", texte, libre, {}, {}, "problematiqueGlobaleUsager"},
    Champ{"synthese", texte, libre, {}, {}, "syntheseBilan"},
    Champ{"invites", texte, libre, {}, {}, "inviteBilan"},
    Champ{"prochain", jour, libre, {}, {}, "dateProchainBilan"}};
constexpr std::array champs_d_une_preparation{
    Champ{"qualite", choix, requis, "personne proche professionnel"},
    Champ{"auteur", ligne, requis, {}, {}, "auteur"},
    Champ{"corps", texte, requis, {}, {}, "corps"},
    Champ{"bilan", lien, libre, {}, Genre::bilan, "Bilan"}};
constexpr std::array champs_du_projet_de_vie{
    Champ{"titre", ligne, requis, {}, {}, "titreProjetVie"},
    Champ{"description", texte, libre, {}, {}, "descriptionProjetVie"}};
constexpr std::array champs_d_une_participation{
    Champ{"qui", ligne, requis},
    Champ{"qualite", choix, requis, "personne proche representant professionnel"},
    Champ{"le", jour, requis},
    Champ{"forme", choix, requis, "oral falc pictogrammes ecrit image autre"},
    Champ{"commentaire", texte}};
constexpr std::array champs_d_une_revue{
    Champ{"motif", choix, requis,
          "hospitalisation chute deuil sante logement famille demande autre"},
    Champ{"le", jour, requis}, Champ{"commentaire", texte}};

constexpr std::array toutes{
    Fiche{Genre::projet, "ProjetPersonnalise", champs_du_projet},
    Fiche{Genre::accord, "Accord", champs_d_un_accord},
    Fiche{Genre::attente, "Attente", champs_d_une_attente},
    Fiche{Genre::besoin, "Besoin", champs_d_un_besoin},
    Fiche{Genre::objectif, "Objectif", champs_d_un_objectif},
    Fiche{Genre::action, "Action", champs_d_une_action},
    Fiche{Genre::moyen, "MoyenRessource", champs_d_un_moyen},
    Fiche{Genre::prestation, "PrestationProjetPersonnalise", champs_d_une_prestation},
    Fiche{Genre::bilan, "Bilan", champs_d_un_bilan},
    Fiche{Genre::preparation, "SynthesePreparationBilan", champs_d_une_preparation},
    Fiche{Genre::projet_vie, "ProjetVie", champs_du_projet_de_vie},
    Fiche{Genre::participation, "", champs_d_une_participation},
    Fiche{Genre::revue, "", champs_d_une_revue}};

struct Lecteur {
    const nomenclature::Serafin& serafin;
    const EstDuProjet& est_du_projet;

    bool code(std::string_view un, Forme forme) const {
        const auto* trouve = serafin.trouver(un);
        return trouve != nullptr &&
               (trouve->axe == nomenclature::Axe::besoin) == (forme == Forme::besoin);
    }

    // The code of what is wrong with a value that is there; null: nothing.
    const char* faute(const Champ& champ, std::string_view valeur) const {
        const auto longueur = core::caracteres(valeur);
        const auto parts = mots_de(valeur);
        const auto toutes_font = [&](const auto& test) { return std::ranges::all_of(parts, test); };
        switch (champ.forme) {
            case ligne:
                return longueur > ligne_au_plus ? "projet.ligne_longue" : nullptr;
            case texte:
                return longueur > texte_au_plus ? "projet.long" : nullptr;
            case jour:
                return core::Date::parse(valeur) ? nullptr : "projet.jour";
            case choix: {
                const auto mots = mots_de(champ.mots);
                return std::ranges::find(mots, valeur) == mots.end() ? "projet.choix" : nullptr;
            }
            case besoin:
            case prestations:
                return toutes_font([&](auto un) { return code(un, champ.forme); })
                           ? nullptr
                           : "projet.serafin";
            case lien:
            case liens:
                return toutes_font([&](auto un) { return est_du_projet(un, champ.vers); })
                           ? nullptr
                           : "projet.lien";
        }
        return nullptr;
    }
};

std::string_view valeur_de(const Textes& champs, std::string_view nom) {
    const auto ou = champs.find(nom);
    return ou == champs.end() ? std::string_view{} : std::string_view{ou->second};
}

}  // namespace

const Champ* Fiche::champ(std::string_view nom) const {
    const auto un = std::ranges::find(champs, nom, &Champ::nom);
    return un == champs.end() ? nullptr : &*un;
}

const Fiche* fiche_de(Genre genre) {
    const auto une = std::ranges::find(toutes, genre, &Fiche::genre);
    return une == toutes.end() ? nullptr : &*une;
}

std::span<const Fiche> fiches() { return toutes; }

std::vector<std::string_view> mots_de(std::string_view mots) {
    std::vector<std::string_view> tous;
    while (!mots.empty()) {
        const auto fin = mots.find_first_of(" ,");
        if (fin != 0) tous.push_back(mots.substr(0, fin));
        if (fin == std::string_view::npos) break;
        mots.remove_prefix(fin + 1);
    }
    return tous;
}

Textes nets(const Fiche& fiche, const Textes& tapes) {
    Textes tous;
    for (const auto& champ : fiche.champs)
        if (const auto valeur = core::trimmed(valeur_de(tapes, champ.nom)); !valeur.empty())
            tous.emplace(champ.nom, valeur);
    return tous;
}

std::vector<Faute> fautes_de(const Fiche& fiche, const Textes& champs,
                             const nomenclature::Serafin& serafin,
                             const EstDuProjet& est_du_projet) {
    const Lecteur lecteur{serafin, est_du_projet};
    std::vector<Faute> fautes;
    for (const auto& champ : fiche.champs) {
        const auto valeur = valeur_de(champs, champ.nom);
        if (!valeur.empty()) {
            if (const auto* code = lecteur.faute(champ, valeur))
                fautes.push_back({std::string{champ.nom}, code});
        } else if (champ.presence == Presence::requis) {
            fautes.push_back({std::string{champ.nom}, "projet.manque." +
                                                          std::string{core::name_of(fiche.genre)} +
                                                          "." + std::string{champ.nom}});
        }
    }
    const auto debut = core::Date::parse(valeur_de(champs, "debut"));
    const auto fin = core::Date::parse(valeur_de(champs, "fin"));
    if (debut && fin && fin.value() < debut.value())
        fautes.push_back({"fin", "projet.fin_avant_debut"});
    return fautes;
}

}  // namespace grappe::projet
