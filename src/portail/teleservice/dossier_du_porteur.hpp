// A dossier of the teleservice: whose it is, where it stands, and its written versions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/peut.hpp"
#include "core/instant.hpp"
#include "portail/teleservice/etats.hpp"

namespace grappe::teleservice {

struct Dossier {
    std::string id;
    std::string compte;  // of the porteur
    std::string appel;
    Statut statut;
    int version;  // of its content: deposit, pieces and states leave it as it is
    core::Instant cree_le, modifie_le;
    std::optional<std::string> guichet;  // of its last deposit: region code or "national"
    std::vector<std::string> membres{};  // accounts; read with one dossier, not with lists

    bool deja_depose() const { return guichet.has_value(); }
    // Borrows the dossier.
    access::Portee portee() const {
        return {.porteur = compte,
                .membres = membres,
                .invites = {},
                .guichet = guichet ? std::string_view{*guichet} : std::string_view{},
                .avancement = avancement(statut, deja_depose())};
    }
};

struct Version {
    int numero;
    std::string ecrit_par;
    core::Instant ecrit_le;
};

struct Passage {
    Acte acte;
    Statut avant, apres;
    std::string par;
    core::Instant fait_le;
    std::string motif;
};

}  // namespace grappe::teleservice
