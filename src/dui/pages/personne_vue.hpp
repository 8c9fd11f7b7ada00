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
