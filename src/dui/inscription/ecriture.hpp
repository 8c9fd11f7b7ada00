// Use cases: a person's record is opened, once nobody takes her for somebody who is known; her
// traits are corrected.
#pragma once

#include "dui/acces/rattachement.hpp"
#include "dui/annuaire/annuaire.hpp"
#include "dui/inscription/inscription.hpp"
#include "dui/magasin/moment.hpp"
#include "storage/base.hpp"

namespace grappe::inscription {

inline constexpr std::size_t ressemblantes_au_plus = 10;

// Who does it, and when.
struct Geste {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;
};

struct Saisie {
    std::string id;  // 32 hexadecimal digits, given by the form
    Traits traits;
    Entree entree;
    Piece piece;
    // Those that were shown as likely the same, and that somebody said are not.
    std::vector<std::string> ecartees{};
};

// Opened where both lists are empty; otherwise nothing was written.
struct Inscrite {
    std::string personne;
    std::vector<Faute> fautes{};
    std::vector<annuaire::Doublon> ressemblantes{};  // that nobody has set aside yet
};

// Refusals: "inscription.id", "dui.etablissement_interdit", "inscription.profession" (that writes
// no administrative data), "inscription.occupee" (others write without end). A second sending
// answers the person of the first one. Between what was compared and what is written nobody may be
// added: else it is compared again. One transaction: the person, her first stay, the device seen,
// the line of the journal.
core::Result<Inscrite> inscrire(storage::Base& base, annuaire::Annuaire& annuaire,
                                const Geste& geste, const Saisie& saisie);

// Her traits as last recorded, and the version of the fact that says them.
struct Tenus {
    Tenue tenue;
    Traits traits;
    std::int64_t version = 0;
};
// Code "dui.dossier_inconnu".
core::Result<Tenus> traits_de(storage::Reader& db, std::string_view personne);

struct Correction {
    std::string personne;
    std::int64_t vue;  // the version that was before the eyes
    Traits traits;
};
// Faults, or nothing: it is written. Other strict traits lower the identity (dui/identite).
// Refusals: "dui.dossier_inconnu", "inscription.profession", "inscription.version" (somebody
// corrected since). Where she may be met was asked before.
core::Result<std::vector<Faute>> corriger(storage::Writer& db, const Geste& geste,
                                          const Correction& correction);

}  // namespace grappe::inscription
