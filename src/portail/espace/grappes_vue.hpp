// Views of requests for a grappe: one's own with what is proposed to it, those of a region.
#pragma once

#include "portail/espace/espace.hpp"
#include "portail/teleservice/ouverture.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::espace {

struct DemandeVue {
    membres::DemandeGrappe demande;
    std::vector<membres::Proposition> propositions;  // of an open one
};

struct GrappesVues {
    std::vector<DemandeVue> demandes;
    std::vector<teleservice::BrouillonOuvrable> brouillons;
    page::Formulaire tapee{};  // what was typed and refused
    std::string acte{};        // of the form that was refused: "demande", or the id of a draft
    std::string faute{}, fait{};
    std::string contact;  // proposed: the name and the mail of the account
};

page::Vue vue_des_grappes(const Espace& espace, const GrappesVues& vues);

// For the supports of a region, who answer, and its desk, who reads.
page::Vue vue_de_la_region(const Espace& espace, const std::vector<membres::DemandeGrappe>& lues);

}  // namespace grappe::espace
