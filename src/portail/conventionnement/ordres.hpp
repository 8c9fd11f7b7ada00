// The pages of payment orders: what waits at a desk and what left it, and one order.
#pragma once

#include "portail/conventionnement/convention_page.hpp"
#include "portail/conventionnement/convention_vue.hpp"
#include "portail/ordre/emission.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::conventionnement {

using access::Permission;

// What was just refused: said on the page again, with its own status.
struct Refuse {
    std::string faute{};
    std::string ou{};  // the payment whose form it was; empty: the order
    std::string motif{};
    int statut = 200;
};

inline constexpr std::string_view faits_des_ordres = "conventionnement.ordre.fait.";

std::string nom_de_l_objet(const pages::Services& services, ordre::Objet objet);

}  // namespace grappe::conventionnement
