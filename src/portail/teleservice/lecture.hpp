// Use cases of readers: a porteur reads its dossier as it stands, a desk as it was deposited.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/instruction_nationale.hpp"
#include "portail/teleservice/intervention.hpp"

namespace grappe::teleservice {

struct Vue {
    Etat etat;
    std::optional<Depot> depot;  // the last one
    core::Instant instant;       // when the rules judge: now, or when it was deposited
};

// Code "dossier.inconnu".
core::Result<Vue> lire(storage::Reader& db, const Demandeur& qui, std::string_view id,
                       const socle::Moyens& regles);

// The same right after a version was written: its text is not read again while it is in place.
struct Relecture {
    std::string_view id;
    int version;
    dossier::TexteLu contenu;
};
core::Result<Vue> lire(storage::Reader& db, const Demandeur& qui, Relecture relecture,
                       const socle::Moyens& regles);

// Those of a porteur, or those deposited at a desk; of one state when it is named.
std::vector<Dossier> lister(storage::Reader& db, const Demandeur& qui, const std::string& statut);

struct Historique {
    std::vector<Version> versions;
    std::vector<Passage> passages;
    std::vector<Depot> depots;
    std::vector<Intervention> interventions{};
    std::vector<InstructionNationale> nationales{};  // those that a porteur sees
};
// A desk sees the versions deposited, and the one that answers it.
core::Result<Historique> historique(storage::Reader& db, const Demandeur& qui, std::string_view id);

// The text of a version, of those of its history. Code "dossier.version_inconnue".
core::Result<std::string> lire_version(storage::Reader& db, const Demandeur& qui,
                                       std::string_view id, std::string_view version);

}  // namespace grappe::teleservice
