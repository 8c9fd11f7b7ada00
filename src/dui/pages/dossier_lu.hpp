// The facts of one person at the establishments that an account may read, as known by an act.
#pragma once

#include <string>
#include <vector>

#include "dui/acces/rattachement.hpp"
#include "dui/colonnes/colonnes.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::dui {

// How many facts of a type are shown, the last ones first.
inline constexpr std::size_t faits_montres = 20;

struct FaitsDUnType {
    fait::Type type;
    std::size_t combien = 0;
    std::vector<magasin::Version> derniers;  // the version known; last first
};
struct ParEtablissement {
    std::string finess_et;
    std::vector<FaitsDUnType> types;  // those that hold something
};

struct QuelDossier {
    const acces::Professionnel& qui;
    std::string_view personne;
    std::uint32_t connu;
};
// Empty: nothing was known of that person by then, or nothing that this account may read.
std::vector<ParEtablissement> faits_de_la_personne(storage::Reader& db,
                                                   const colonnes::Colonnes& tout,
                                                   const QuelDossier& quel);

}  // namespace grappe::dui
