// Persons in a list: by name where the account may read records there, by id where not.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dui/mesure/mesure.hpp"
#include "dui/pages/personne_lue.hpp"
#include "web/garde/garde.hpp"
#include "web/page/vue.hpp"

namespace grappe::dui {

// The address of a page about a person, under "/dossiers" or another; the ids of the national model
// hold a "/". Empty where no path can hold the id.
std::string adresse_sous(std::string_view racine, std::string_view personne);

class Noms {
public:
    Noms(std::map<std::string, Identite> identites, bool lisibles)
        : identites_{std::move(identites)}, lisibles_{lisibles} {}

    // `nom`, `id`, and `adresse` of its record; empty where it cannot be opened.
    page::Vue vue(const std::string& personne) const;

private:
    std::map<std::string, Identite> identites_;
    bool lisibles_;
};

// A list of names read is a line of the journal.
Noms noms_a_montrer(garde::Visite& visite, const MesureLue& lue, const std::string& finess,
                    const std::vector<std::string_view>& ids);

}  // namespace grappe::dui
