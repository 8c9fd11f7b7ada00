// The pages of payment orders: what waits at a desk and what left it, and one order.
#pragma once

#include "portail/conventionnement/convention_vue.hpp"
#include "portail/ordre/emission.hpp"
#include "portail/pages/cadre.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::conventionnement {

using access::Permission;

inline constexpr std::size_t formulaire_d_ordre_au_plus = std::size_t{64} * 1024;

// What was just refused: said on the page again, with its own status.
struct Refuse {
    std::string faute{};
    std::string ou{};  // the payment whose form it was; empty: the order
    std::string motif{};
    int statut = 200;
};

inline std::string phrase_du_fait(const pages::Services& services, const garde::Visite& visite) {
    const auto code =
        "conventionnement.ordre.fait." + std::string{visite.requete.query("fait").value_or("-")};
    return services.phrases.contient(code) ? services.phrases.rendre(code, {}) : std::string{};
}

std::vector<pages::Etape> fil_des_ordres(const pages::Services& services, bool guichet);
std::string nom_de_l_objet(const pages::Services& services, ordre::Objet objet);

}  // namespace grappe::conventionnement
