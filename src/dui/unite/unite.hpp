// Units of an establishment and the place of a person in one of them: use cases and reading.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dui/acces/rattachement.hpp"
#include "dui/element/ecriture.hpp"

namespace grappe::unite {

inline constexpr std::size_t nom_au_plus = 80;  // characters

inline constexpr int places_au_plus = 1'000;

struct Unite {
    std::string id, nom;
    std::int64_t version;
    std::optional<int> places{};  // nothing: nobody said how many
};

// Those that stand, by name.
std::vector<Unite> unites_de(storage::Reader& db, std::string_view finess_et);

struct Nouvelle {
    core::Finess finess_et;
    std::string nom;
    std::optional<int> places{};
};
// Whoever leads: encadrement or secretariat (dossier_usager.ecrire) of that establishment. Codes
// "dui.etablissement_interdit", "unite.nom_vide", "unite.nom_long", "unite.deja".
core::Result<Unite> ouvrir(storage::Writer& db, const acces::Professionnel& qui,
                           const element::Geste& geste, const Nouvelle& nouvelle);

struct Changement {
    core::Finess finess_et;
    std::string id;
    std::int64_t vue;
    std::string nom;
    std::optional<int> places{};
};
// Its name and its places. Codes of `ouvrir` and of `element::ecrire`, "unite.inconnue".
core::Result<Unite> modifier(storage::Writer& db, const acces::Professionnel& qui,
                             const element::Geste& geste, const Changement& changement);

struct Fermeture {
    core::Finess finess_et;
    std::string id;
    std::int64_t vue;
    std::size_t presentes;  // who has a place there and a stay that goes on
};
// Codes of `element::ecrire`, "dui.etablissement_interdit", "unite.inconnue", "unite.occupee" (its
// detail: how many).
core::Result<void> fermer(storage::Writer& db, const acces::Professionnel& qui,
                          const element::Geste& geste, const Fermeture& fermeture);

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

// Each move of a person at an establishment, the first one first; the name as it is now, empty: no
// unit any more.
struct Passage {
    core::Instant depuis;
    std::string unite;
};
std::vector<Passage> passages_de(storage::Reader& db, std::string_view finess_et,
                                 std::string_view personne);

}  // namespace grappe::unite
