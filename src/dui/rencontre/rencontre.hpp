// Which person, or which establishment and unit, a page is about, and for whom.
#pragma once

#include <set>

#include "dui/acces/rattachement.hpp"
#include "dui/cercle/cercle.hpp"
#include "dui/rencontre/ecrans.hpp"
#include "dui/unite/unite.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::rencontre {

struct Lieu {
    acces::Professionnel qui;
    std::vector<std::string> etablissements;        // those where one may read records
    std::string finess_et;                          // empty: none
    std::vector<unite::Unite> unites;               // of that establishment
    std::string unite;                              // id; empty: the whole establishment
    std::set<std::string, std::less<>> de_l_unite;  // who lives there, where a unit is seen

    cercle::Personnes fermees{};  // whose record is closed to who asks

    bool concerne(std::string_view personne) const {
        return unite.empty() || de_l_unite.contains(personne);
    }
    // "?finess=…&unite=…"
    std::string question() const;
};

struct Demande {
    std::string_view finess_et, unite;
};
// The first establishment where none is asked for, or one that one may not read; all its units
// where that one is none of its. An act asks whether it is the place that its form said.
bool est_celui(const Lieu& lieu, const Demande& demande);
Lieu lire_le_lieu(const Ecrans& ecrans, storage::Reader& db, const garde::Visite& visite,
                  const Demande& demande);

// Who asks for a person, if one may: where she is or was accompanied, among what one reads.
struct Rencontre {
    acces::Professionnel qui;
    annuaire::Personne personne;
    std::vector<std::string> etablissements;  // hers, where one may read; never empty
};
// Code "dui.dossier_inconnu"; what shows nothing of the record but that it exists.
core::Result<Rencontre> croiser(const Ecrans& ecrans, storage::Reader& db,
                                const garde::Visite& visite, std::string_view personne);
// What shows the record. The same code, and "dui.hors_du_cercle" (dui/cercle).
core::Result<Rencontre> rencontrer(const Ecrans& ecrans, storage::Reader& db,
                                   const garde::Visite& visite, std::string_view personne);

// Before something is written into the element that the address names: code "dui.hors_du_cercle"
// where the record that it is of is closed. One that is not there is the use case's to refuse.
core::Result<void> admettre_a_l_element(const Ecrans& ecrans, storage::Reader& db,
                                        const garde::Visite& visite);

std::string adresse_de_la_personne(std::string_view id);

}  // namespace grappe::rencontre
