// A dossier as an administrator sees it: whose it is, where it stands, what can be done to it.
#pragma once

#include <string>
#include <vector>

#include "portail/administration/champs.hpp"
#include "portail/administration/recherche.hpp"
#include "portail/bureau/ecran.hpp"

namespace grappe::bureau {

// What was typed in a form that was refused, to be shown again there.
struct ActeTape {
    std::string acte{};  // "prolongation", "membre:<id>"…; empty: none
    std::string motif{}, jour{}, courriel{}, valeur{};
};

struct Administre {
    administration::Situation situation;
    std::vector<administration::Champ> champs;  // none: nothing can be corrected
    std::string champ{};                        // the one that was chosen; empty: none
    ActeTape tape{};
    std::string faute{}, fait{};  // sentences
    Noms noms;
};

page::Vue vue_du_dossier_administre(const Bureau& bureau, const Administre& administre);

page::Vue vue_des_trouves(const Bureau& bureau, std::string_view cherche,
                          const std::vector<administration::DossierTrouve>& trouves);

}  // namespace grappe::bureau
