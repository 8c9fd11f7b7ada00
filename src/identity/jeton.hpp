// Jetons: secrets sent by mail, dated, good for one use; only their digests are stored.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "identity/courriel.hpp"
#include "storage/reader.hpp"

namespace grappe::identity {

enum class ObjetDuJeton { mot_de_passe, courriel };

constexpr auto names(ObjetDuJeton) {
    using enum ObjetDuJeton;
    return std::to_array<core::Named<ObjetDuJeton>>(
        {{mot_de_passe, "mot_de_passe"}, {courriel, "courriel"}});
}

struct NouveauJeton {
    ObjetDuJeton objet;
    std::string compte;
    std::optional<Courriel> courriel{};  // the new address, for a change of address
    core::Instant expire_le;
};
std::string creer_jeton(storage::Writer& db, const NouveauJeton& nouveau);

struct Jeton {
    std::string compte;
    std::optional<Courriel> courriel;
};
// Empty: unknown, used, or out of date; nobody is told which.
std::optional<Jeton> lire_jeton(storage::Reader& db, ObjetDuJeton objet, std::string_view jeton,
                                core::Instant maintenant);
// False: somebody used it meanwhile. All other links of that kind of the account end with it.
bool consommer_jeton(storage::Writer& db, ObjetDuJeton objet, std::string_view jeton,
                     core::Instant maintenant);

// Every link of the account that is still out, of whatever kind.
void finir_les_jetons(storage::Writer& db, const std::string& compte, core::Instant maintenant);

// A request for an account: it becomes one when its link is followed.
struct Inscription {
    Courriel courriel;
    std::string nom, prenom;
    std::string mot_de_passe;  // hashed
};
std::string creer_inscription(storage::Writer& db, const Inscription& inscription,
                              core::Instant expire_le);
std::optional<Inscription> consommer_inscription(storage::Writer& db, std::string_view jeton,
                                                 core::Instant maintenant);

}  // namespace grappe::identity
