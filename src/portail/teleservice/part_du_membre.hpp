// Use cases: a member reads its part of a dossier, and writes it without touching any other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/teleservice/accord.hpp"
#include "portail/teleservice/conflits.hpp"
#include "portail/teleservice/depot.hpp"

namespace grappe::teleservice {

struct PartDesignee {
    std::string_view dossier, finess_ej;
};

struct PartLue {
    MembreVu vu;
    Dossier dossier;
    std::string nom;             // of the dossier
    std::string contenu;         // what the member may read of it, as JSON
    std::string raison_sociale;  // of the entity
    std::vector<int> rangs;      // of its lines in the whole
    std::vector<Ecart> ecarts;   // since what was last agreed to
    Etat etat;                   // of the whole: only what concerns the part is shown of it
};

// The porteur and the desk read the dossier itself. Codes "dossier.inconnu", "part.interdite"
// (Reason::forbidden: of another member).
core::Result<PartLue> lire_part(storage::Reader& db, const Demandeur& qui,
                                const PartDesignee& designee, const socle::Moyens& regles);

struct EcritureDePart {
    PartDesignee part;
    int version;  // of the dossier, as the member read it
    std::string_view contenu;
};
// Written over the version in place when nobody changed that very part since `version`. Codes of
// `lire_part`, of `permettre` and of `fondre`, "dossier.json", "dossier.version_perimee".
core::Result<Dossier> ecrire_part(storage::Writer& db, const Demandeur& qui,
                                  const EcritureDePart& ecriture, const Moyens& moyens);

// The dossier as a member may read it: what all share, and its own lines.
struct DossierReduit {
    Dossier dossier;
    std::string contenu;
};
core::Result<DossierReduit> lire_en_membre(storage::Reader& db, const Demandeur& qui,
                                           std::string_view id, const socle::Moyens& regles);

}  // namespace grappe::teleservice
