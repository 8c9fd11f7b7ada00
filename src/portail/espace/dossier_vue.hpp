// The frame of every page of a dossier: its name, its state in words, its screens.
#pragma once

#include <string>
#include <string_view>

#include "portail/espace/dossier_lu.hpp"
#include "web/http/response.hpp"
#include "web/page/vue.hpp"

namespace grappe::espace {

struct PageDeDossier {
    const garde::Visite& visite;
    std::string_view gabarit;
    std::string_view onglet;  // "saisie": the screen that is current; empty: the overview
    std::string titre;        // of the screen
};

// `contenu` is an object; the keys of the frame are added to it. The template begins by the part
// "espace_tete".
http::Response montrer(const Espace& espace, const DossierLu& lu, const PageDeDossier& page,
                       page::Vue contenu);

std::string adresse_de(const teleservice::Dossier& dossier, std::string_view onglet);

}  // namespace grappe::espace
