// Appareil: a tablet that several people share, enrolled for a place by who answers for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "dui/acces/rattachement.hpp"
#include "storage/reader.hpp"

namespace grappe::appareil {

inline constexpr std::size_t nom_au_plus = 60;  // characters
inline constexpr std::int64_t appareils_au_plus = 200;

struct Appareil {
    std::string id, finess_et;
    std::string unite;  // id; empty: the whole establishment
    std::string nom;
};

struct Enrolement {
    core::Finess finess_et;
    std::string unite, nom;
};
// The value of its cookie, given once. Codes "dui.etablissement_interdit", "appareil.nom",
// "unite.inconnue", "appareil.trop".
core::Result<std::string> enroler(storage::Writer& db, const acces::Professionnel& qui,
                                  const Enrolement& voulu, core::Instant maintenant);

// Nobody takes over there any more, and who had is out. Codes "appareil.inconnu",
// "dui.etablissement_interdit".
core::Result<void> retirer(storage::Writer& db, const acces::Professionnel& qui,
                           const std::string& id, core::Instant maintenant);

std::optional<Appareil> reconnaitre(storage::Reader& db, std::string_view jeton);
std::vector<Appareil> appareils_de(storage::Reader& db, std::string_view finess_et);

}  // namespace grappe::appareil
