// Outils: what the pages of a project read, and a project opened for a page.
#pragma once

#include "dui/echeance/regle.hpp"
#include "dui/projet/redaction.hpp"
#include "dui/rencontre/bandeau.hpp"

namespace grappe::accompagnement {

// Everything outlives the routes.
struct Outils {
    const rencontre::Ecrans& ecrans;
    const nomenclature::Serafin& serafin;
    const echeance::Regles& regles;
};

core::Date aujourd_hui(const Outils& outils);
projet::Delais delais(const Outils& outils);
projet::Redacteur redacteur(const Outils& outils, const acces::Professionnel& qui);

// A project and whose it is; codes "projet.inconnu", "dui.dossier_inconnu".
struct Ouvert {
    rencontre::Rencontre rencontre;
    projet::Projet projet;

    bool modifiable() const;  // one writes projects there, and it has not ended
};
core::Result<Ouvert> ouvrir(const Outils& outils, storage::Reader& db, const garde::Visite& visite,
                            std::string_view projet);

// Whether one may meet the person of that element; one that is not there is refused by the use
// case.
core::Result<void> admettre(const Outils& outils, garde::Visite& visite, std::string_view element);

// The same with her life project, and its line of the journal: what is shown whole, on a page of
// its own or on paper.
struct Entier {
    Ouvert ouvert;
    std::optional<projet::Objet> vie;
};
core::Result<Entier> lire_entier(const Outils& outils, garde::Visite& visite);

// Where a project is shown, at that element.
std::string adresse_du_projet(std::string_view personne, std::string_view projet,
                              std::string_view element);
bool ecrit_des_projets(const acces::Professionnel& qui, std::string_view finess_et);

// Words of a project.
std::string mot(const Outils& outils, const projet::Objet& objet, std::string_view champ);
std::string libelle_serafin(const Outils& outils, std::string_view code);  // "1.2.1.1 Besoins…"
std::string revision_dite(const Outils& outils, const projet::Revision& revision);
// "etat--bloque" and its like, with the words.
page::Vue vue_de_la_revision(const Outils& outils, const std::optional<projet::Revision>& revision);
// A "phrase" for each, and the link to its field.
page::Vue::Liste fautes_dites(const Outils& outils, const std::vector<projet::Faute>& fautes);

}  // namespace grappe::accompagnement
