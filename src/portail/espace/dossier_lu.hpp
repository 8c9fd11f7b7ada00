// Dossier lu: a dossier as its pages show it: what is written, what the rules say of it at this
// instant, what holds its deposit back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/espace/espace.hpp"
#include "portail/pages/etude.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::espace {

struct DossierLu {
    teleservice::Dossier dossier;
    std::vector<teleservice::Piece> pieces;
    std::optional<teleservice::Depot> depot;  // the last one
    core::Instant instant;                    // when the rules judge
    pages::Etude etude;                       // the content as a form shows it, and its judgement
    // As if the right desk were chosen: what still holds the deposit back.
    std::vector<teleservice::Obstacle> obstacles;
    std::optional<teleservice::GuichetDuDepot> guichet;
    std::vector<std::string> chez_d_autres;
    int messages_non_lus = 0;                        // by the reader
    std::vector<teleservice::EssmsPris> pris{};      // by live dossiers, one's own or others'
    std::optional<core::Instant> ouvert_jusqu_au{};  // whatever the window
    struct Attente {
        core::Date avant;
        std::optional<core::Instant> repondu_le;  // since it was asked
    };
    std::optional<Attente> demande{};  // of the desk, still open; the nearest one

    bool brouillon() const { return dossier.statut == teleservice::Statut::brouillon; }
};

// Code "dossier.inconnu".
core::Result<DossierLu> lire(const Espace& espace, storage::Reader& db,
                             const teleservice::Demandeur& qui, std::string_view id);

// Right after a save; of its facts, only what the state of saving looks at.
core::Result<DossierLu> relire(const Espace& espace, storage::Reader& db,
                               const teleservice::Demandeur& qui, teleservice::Relecture relecture);

// Of a dossier whose state was read already.
DossierLu lire(const Espace& espace, teleservice::Vue vue);

// The name of the porteur as typed; empty: none yet.
std::string nom_de(const pages::Saisie& saisie);

}  // namespace grappe::espace
