// Use cases: a transmission is written, amended, withdrawn.
#pragma once

#include <functional>

#include "dui/acces/rattachement.hpp"
#include "dui/element/ecriture.hpp"
#include "dui/transmission/transmission.hpp"

namespace grappe::transmission {

// Who writes, when, and who is accompanied where (dui/annuaire).
struct Redacteur {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;
    std::function<bool(std::string_view personne, std::string_view finess_et)> accompagnee;
};

struct Saisie {
    std::string id;  // 32 hexadecimal digits, given by the form
    core::Finess finess_et;
    std::string personne;
    partage::Classe classe;
    std::string lie_a;    // an objective, or the transmission that it follows; empty: none
    core::Instant debut;  // of what it tells
    Transmission dit;
};

struct Redigee {
    std::vector<Faute> fautes;  // some: nothing was written
    std::int64_t version = 0;
};

// Faults: those of `fautes_de`, "transmission.classe" (not this profession's),
// "transmission.futur", "transmission.lien". Refusals: "dui.etablissement_interdit",
// "dui.dossier_inconnu" (not accompanied there), "transmission.id". The same again is answered as
// it was the first time.
core::Result<Redigee> rediger(storage::Writer& db, const Redacteur& redacteur,
                              const Saisie& saisie);

struct Amendement {
    std::string id;
    std::int64_t vue;  // the version that was before the eyes
    Transmission dit;
};
// By its author only: somebody else writes another one, which follows it. Refusals:
// "transmission.inconnue" (none, or none that one reads), "transmission.autre_auteur",
// "transmission.retiree", "element.version".
core::Result<Redigee> amender(storage::Writer& db, const Redacteur& redacteur,
                              const Amendement& amendement);

struct Retrait {
    std::string id;
    std::int64_t vue;
    std::string motif;
};
// By its author, or by who leads the team. As `amender`, and the fault "transmission.motif".
core::Result<Redigee> retirer(storage::Writer& db, const Redacteur& redacteur,
                              const Retrait& retrait);

}  // namespace grappe::transmission
