// Présence: the grid of one day of an establishment or a unit, validated by the unit, then by the
// head of service, who is somebody else. A validated day changes only with a reason.
#pragma once

#include <map>

#include "dui/sejour/geste.hpp"

namespace grappe::sejour {

// `non_attendue`: somebody who has a place, but not on that day.
enum class Presence { presente, absente, non_attendue };
constexpr auto names(Presence) {
    using enum Presence;
    return std::to_array<core::Named<Presence>>(
        {{presente, "presente"}, {absente, "absente"}, {non_attendue, "non_attendue"}});
}

enum class Niveau { unite, service };
constexpr auto names(Niveau) {
    return std::to_array<core::Named<Niveau>>(
        {{Niveau::unite, "unite"}, {Niveau::service, "service"}});
}

using Lignes = std::map<std::string, Presence>;  // by person

struct LieuDuJour {
    core::Finess finess_et;
    std::string unite;  // id; empty: the whole establishment
    core::Date jour;
};

struct Grille {
    std::int64_t version = 0;  // 0: nobody validated that day
    Niveau niveau = Niveau::unite;
    std::string par_l_unite{}, par_le_service{};  // accounts; the second: empty until then
    std::string motif{};                          // of the last change
    Lignes lignes{};
};

Grille lire_la_grille(storage::Reader& db, const LieuDuJour& lieu);
std::vector<Grille> versions_de_la_grille(storage::Reader& db, const LieuDuJour& lieu);

struct ValidationDeLUnite {
    LieuDuJour lieu;
    std::int64_t vue;
    std::vector<std::pair<std::string, std::string>> dites;  // person and word, as typed
    std::string motif{};
};
// Faults, at "p-RANK" from 1: "presence.faute.mot"; "presence.faute.futur", "presence.faute.motif"
// (a validated day changes), "sejour.faute.long". Refusals: those of `peut_ecrire_le_quotidien`,
// "presence.personne" (nobody to say), "element.version". The same again writes nothing.
core::Result<Ecrit> valider_l_unite(storage::Writer& db, const Redacteur& redacteur,
                                    const ValidationDeLUnite& validation);

struct ValidationDuService {
    LieuDuJour lieu;
    std::int64_t vue;
};
// Of who leads the team. Refusals: "presence.service_par", "presence.pas_encore",
// "presence.meme_personne", "presence.deja", "element.version".
core::Result<Ecrit> valider_le_service(storage::Writer& db, const Redacteur& redacteur,
                                       const ValidationDuService& validation);

}  // namespace grappe::sejour
