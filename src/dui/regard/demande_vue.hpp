// A demand as the pages say it, and the words of a choice.
#pragma once

#include "dui/demande/demande.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/regard/routes.hpp"

namespace grappe::regard {

// "objet", "etat", "terme", "texte", "prolongation", "reponse", "source"; `en_retard`, `close`.
page::Vue demande_dite(const Ecrans& ecrans, const demande::Demande& une);

template <class Mot>
page::Vue::Liste choix(const dui::Services& services, const std::string& groupe,
                       std::string_view choisi) {
    page::Vue::Liste vues;
    for (const auto& un : names(Mot{}))
        vues.push_back(page::Vue{
            {"code", un.name},
            {"nom", dui::dire(services, "demande." + groupe + "." + std::string{un.name})},
            {"choisi", choisi == un.name}});
    return vues;
}

}  // namespace grappe::regard
