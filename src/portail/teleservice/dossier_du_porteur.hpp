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
    // Read with one dossier, not with lists.
    std::vector<std::string> membres{};     // accounts
    std::vector<access::Invite> invites{};  // those that support the porteur
    bool au_national = false;               // the national level accepted to examine it (DESK-03)

    bool deja_depose() const { return guichet.has_value(); }
    // Which desk examines it. Once judged it is again, for all that follows, that of its deposit.
    std::string_view guichet_d_examen() const {
        if (au_national && avancement(statut, deja_depose()) == access::Avancement::depose)
            return access::guichet_national;
        return guichet ? std::string_view{*guichet} : std::string_view{};
    }
    // Borrows the dossier.
    access::Portee portee() const {
        return {.porteur = compte,
                .membres = membres,
                .invites = invites,
                .guichet = guichet ? std::string_view{*guichet} : std::string_view{},
                .avancement = avancement(statut, deja_depose()),
                .examen = guichet_d_examen()};
    }
};

// What desks said of who examines a dossier that was deposited at a regional one (DESK-03). The
// last one counts.
enum class ActeDInstructionNationale { demandee, acceptee, refusee, rendue };

constexpr auto names(ActeDInstructionNationale) {
    using enum ActeDInstructionNationale;
    return std::to_array<core::Named<ActeDInstructionNationale>>(
        {{demandee, "demandee"}, {acceptee, "acceptee"}, {refusee, "refusee"}, {rendue, "rendue"}});
}

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
