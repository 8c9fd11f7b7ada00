// Écran: what the screens of a desk share: routes, forms, refusals, who is who.
#pragma once

#include <string>

#include "portail/bureau/bureau.hpp"
#include "portail/instruction/liste.hpp"
#include "portail/instruction/moyens.hpp"
#include "web/garde/ecran.hpp"
#include "web/page/vue.hpp"

namespace grappe::bureau {

using garde::Ecran, garde::lire_envoi;

void ajouter_lecture(const Bureau& bureau, Ecran ecran);
void ajouter_envoi(const Bureau& bureau, Ecran ecran);

// A line of the journal, when the dossier is no business of the actor's.
void noter_le_refus(const garde::Visite& visite, std::string_view dossier,
                    const core::Refusal& refus);

// Back to the list that a form came from, when that is one.
std::string retour(const page::Formulaire& saisie);

// The page of a refusal, with its own status; what is no business of the actor's leaves a line.
http::Response refuser(const Bureau& bureau, const garde::Visite& visite,
                       const core::Refusal& refus);

instruction::Moyens moyens_de(const Bureau& bureau, const garde::Visite& visite);

// "Camille Exemple", by account; an account of elsewhere keeps no name here.
class Noms {
public:
    explicit Noms(std::vector<instruction::Personne> personnes)
        : personnes_{std::move(personnes)} {}
    std::string de(std::string_view compte) const;
    const std::vector<instruction::Personne>& tous() const { return personnes_; }

private:
    std::vector<instruction::Personne> personnes_;
};

// "?q=a&page=2" escaped, from name and value; empty values are left out.
std::string requete(const std::vector<std::pair<std::string, std::string>>& champs);

std::string statut_en_clair(const Bureau& bureau, teleservice::Statut statut);
std::string_view classe_de(teleservice::Statut statut);

// How many dossiers an act just took, in words; empty: no such act.
std::string mots_du_lot(const Bureau& bureau, std::string_view acte, std::int64_t faits);

// The screens.
void ajouter_boite(const Bureau& bureau);
void ajouter_lot(const Bureau& bureau);
void ajouter_examen(const Bureau& bureau);
void ajouter_niveau(const Bureau& bureau);
void ajouter_versions(const Bureau& bureau);
void ajouter_messages(const Bureau& bureau);
void ajouter_courriers(const Bureau& bureau);
void ajouter_administration(const Bureau& bureau);

}  // namespace grappe::bureau
