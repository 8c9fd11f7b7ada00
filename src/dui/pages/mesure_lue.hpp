// What a page of indicators reads: columns, act of recording, rights of the account, counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dui/acces/rattachement.hpp"
#include "dui/explication/prevision.hpp"
#include "dui/explication/serie.hpp"
#include "dui/indicateur/tableau.hpp"
#include "dui/pages/mesure_voulue.hpp"
#include "web/garde/garde.hpp"

namespace grappe::dui {

struct MesureLue {
    MesureVoulue voulue;
    acces::Professionnel qui;
    colonnes::Colonnes colonnes;
    indicateur::Acte acte;
    indicateur::Lecture lecture;
    std::vector<std::string> permis;           // establishments of which it may read the indicators
    std::vector<indicateur::Compte> comptes;   // of the establishments asked for
    std::vector<explication::Releve> releves;  // their sum on past weeks

    std::optional<explication::Prevision> prevision(usage::Indicateur indicateur) const;
};

// Code "dui.finess_inconnu" where the establishment is not known or not theirs to read.
core::Result<MesureLue> mesurer(const Services& services, garde::Visite& visite,
                                const MesureVoulue& voulue);

}  // namespace grappe::dui
