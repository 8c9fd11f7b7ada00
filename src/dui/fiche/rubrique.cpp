// The tables. Words of the law where it has them: code civil 415 to 494-12 for protection, CASF
// L.311-5-1 for the trusted person, CSP L.1111-11 for advance directives.
#include "dui/fiche/rubrique.hpp"

#include <algorithm>
#include <array>

namespace grappe::fiche {
namespace {

using enum Sorte;
using element::Genre, partage::Classe;
constexpr auto requis = Presence::requis, facultatif = Presence::facultatif;

constexpr std::array contact{
    Champ{"nature", mot, requis, "physique morale"},
    Champ{"nom", texte, requis},
    Champ{"prenom"},
    Champ{"relation", mot, facultatif,
          "conjoint parent enfant fratrie grand_parent petit_enfant autre_parent ami voisin autre"},
    Champ{"role", mot, facultatif,
          "urgence proche_aidant medecin_traitant pharmacie employeur ecole organisme autre"},
    Champ{"ordre", nombre},
    Champ{"telephone", telephone},
    Champ{"telephone_2", telephone},
    Champ{"courriel", courriel},
    Champ{"adresse", long_texte},
    Champ{"commentaire", long_texte}};

constexpr std::array protection{
    Champ{"type", mot, requis,
          "tutelle curatelle_simple curatelle_renforcee habilitation_familiale "
          "sauvegarde_de_justice mandat_de_protection_future mesure_d_accompagnement_judiciaire "
          "assistance_educative placement delegation_d_autorite_parentale tutelle_de_mineur"},
    Champ{"nom", texte, requis},
    Champ{"prenom"},
    Champ{"debut", jour},
    Champ{"fin", jour},
    Champ{"telephone", telephone},
    Champ{"telephone_2", telephone},
    Champ{"courriel", courriel},
    Champ{"adresse", long_texte},
    Champ{"commentaire", long_texte}};

constexpr std::array confiance{Champ{"nom", texte, requis},
                               Champ{"prenom", texte, requis},
                               Champ{"designee_le", jour_passe, requis},
                               Champ{"ecrit", oui},
                               Champ{"telephone", telephone},
                               Champ{"courriel", courriel},
                               Champ{"adresse", long_texte},
                               Champ{"commentaire", long_texte}};

constexpr std::array directives{Champ{"existence", mot, requis, "redigees aucune non_dit"},
                                Champ{"redigees_le", jour_passe},
                                Champ{"lieu"},
                                Champ{"detenteur"},
                                Champ{"telephone", telephone},
                                Champ{"commentaire", long_texte}};

constexpr std::array allergie{Champ{"substance", texte, requis}, Champ{"reaction"},
                              Champ{"gravite", mot, facultatif, "legere moderee severe"},
                              Champ{"constatee_le", jour_passe}, Champ{"commentaire", long_texte}};

constexpr std::array droit{
    Champ{"sorte", mot, requis, "amo amc decision_mdph prestation aide_sociale autre"},
    Champ{"intitule", texte, requis},
    Champ{"organisme"},
    Champ{"numero"},
    Champ{"decision_le", jour_passe},
    Champ{"ouverture", jour, requis},
    Champ{"echeance", jour},
    Champ{"nature", mot, facultatif, "nouveau renouvellement revision"},
    Champ{"pag", oui},
    Champ{"creton", oui},
    Champ{"commentaire", long_texte}};

constexpr std::array autorisation{
    Champ{"type", mot, requis, "image sortie soins scolarite transport baignade voyage autre"},
    Champ{"reponse", mot, requis, "accordee refusee"},
    Champ{"auteur", texte, requis},
    Champ{"signee_le", jour_passe, requis},
    Champ{"debut", jour},
    Champ{"fin", jour},
    Champ{"document"},
    Champ{"commentaire", long_texte}};

constexpr std::array bien{
    Champ{"intitule", texte, requis},
    Champ{"categorie", mot, requis, "vetement appareil bijou mobilier valeur papier autre"},
    Champ{"nombre", nombre},
    Champ{"etat"},
    Champ{"place"},
    Champ{"remis_le", jour_passe},
    Champ{"rendu_le", jour_passe},
    Champ{"rendu_a"},
    Champ{"commentaire", long_texte}};

constexpr std::array complement{
    Champ{"adresse", long_texte},
    Champ{"telephone", telephone},
    Champ{"courriel", courriel},
    Champ{"langue"},
    Champ{"nationalite"},
    Champ{"pays_naissance"},
    Champ{"rang_naissance", nombre},
    Champ{"situation_familiale", mot, facultatif,
          "celibataire marie pacse union_libre divorce separe veuf"},
    Champ{"foyer", mot, facultatif, "seul couple famille collectif autre"},
    Champ{"description_foyer", long_texte},
    Champ{"numero_mdph"},
    Champ{"commentaire", long_texte}};

// Whether directives exist and where they lie is told to all who accompany; what they say is not
// kept. Belongings are counted by whoever receives them.
constexpr std::array toutes{
    Rubrique{Genre::contact, Classe::administratif, contact, "nom prenom", "", ""},
    Rubrique{Genre::protection, Classe::administratif, protection, "type nom prenom", "debut",
             "fin"},
    Rubrique{Genre::confiance, Classe::administratif, confiance, "nom prenom", "", "", true},
    Rubrique{Genre::directives, Classe::administratif, directives, "existence", "", "", true},
    Rubrique{Genre::allergie, Classe::soins, allergie, "substance", "", ""},
    Rubrique{Genre::droit, Classe::administratif, droit, "sorte intitule", "ouverture", "echeance"},
    Rubrique{Genre::autorisation, Classe::administratif, autorisation, "type reponse", "debut",
             "fin", true},
    Rubrique{Genre::bien, Classe::quotidien, bien, "intitule", "remis_le", "rendu_le"},
    Rubrique{Genre::complement, Classe::administratif, complement, "", "", ""}};

}  // namespace

const Champ* Rubrique::champ(std::string_view nom) const {
    const auto ou = std::ranges::find(champs, nom, &Champ::nom);
    return ou == champs.end() ? nullptr : &*ou;
}

std::span<const Rubrique> rubriques() { return toutes; }

const Rubrique* rubrique_de(Genre genre) {
    const auto ou = std::ranges::find(toutes, genre, &Rubrique::genre);
    return ou == toutes.end() ? nullptr : &*ou;
}

std::vector<std::string_view> mots_de(std::string_view liste) {
    std::vector<std::string_view> mots;
    while (!liste.empty()) {
        const auto fin = liste.find(' ');
        if (fin != 0) mots.push_back(liste.substr(0, fin));
        liste = fin == std::string_view::npos ? std::string_view{} : liste.substr(fin + 1);
    }
    return mots;
}

}  // namespace grappe::fiche
