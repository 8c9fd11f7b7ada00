// Units of an establishment and the place of a person in one of them: use cases and reading.
#pragma once

#include <string>
#include <vector>

#include "dui/acces/rattachement.hpp"
#include "dui/element/ecriture.hpp"

namespace grappe::unite {

inline constexpr std::size_t nom_au_plus = 80;  // characters

struct Unite {
    std::string id, nom;
    std::int64_t version;
};

// Those that stand, by name.
std::vector<Unite> unites_de(storage::Reader& db, std::string_view finess_et);

struct Nouvelle {
    core::Finess finess_et;
    std::string nom;
};
// Whoever leads: encadrement or secretariat (dossier_usager.ecrire) of that establishment. Codes
// "dui.etablissement_interdit", "unite.nom_vide", "unite.nom_long", "unite.deja".
core::Result<Unite> ouvrir(storage::Writer& db, const acces::Professionnel& qui,
                           const element::Geste& geste, const Nouvelle& nouvelle);

struct Placement {
    core::Finess finess_et;
    std::string personne;
    std::string unite;     // id; empty: no unit any more
    core::Instant depuis;  // the move
};
// Codes of `element::ecrire`, "dui.etablissement_interdit", "unite.inconnue". The same place again
// writes nothing.
core::Result<void> placer(storage::Writer& db, const acces::Professionnel& qui,
                          const element::Geste& geste, const Placement& placement);

// The persons whose place is there, by id; they may have left the establishment since.
std::vector<std::string> personnes_de(storage::Reader& db, std::string_view unite);
// The unit of a person at an establishment; empty: none.
std::string unite_de(storage::Reader& db, std::string_view finess_et, std::string_view personne);

}  // namespace grappe::unite
