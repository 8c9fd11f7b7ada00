// Since I left: all that was recorded at an establishment after what one has read, ordered by risk,
// each line to its source. Deterministic; nothing is left out without being counted.
#pragma once

#include <functional>
#include <map>

#include "dui/transmission/lecture.hpp"

namespace grappe::transmission {

// The order in which lines are read. Ours, published here and on the page: what was told as urgent,
// what somebody may have acted on and is no longer so, what waits for a result, the rest.
enum class Risque { urgente, reprise, en_attente, ordinaire };

constexpr auto names(Risque) {
    using enum Risque;
    return std::to_array<core::Named<Risque>>({{urgente, "urgente"},
                                               {reprise, "reprise"},
                                               {en_attente, "en_attente"},
                                               {ordinaire, "ordinaire"}});
}

// One transmission that was written, amended or withdrawn since: its last version of then.
struct Ligne {
    Risque risque;
    element::Version version;
    Transmission dit;
    bool nouvelle;  // its first version is of then too
};

// Whose handover: of a unit of an establishment, or of all of it.
struct Equipe {
    std::string finess_et;
    std::string unite{};  // id; empty: the whole establishment
};

// The handover that one stands at: the number read up to, and when; nothing: never taken.
struct Prise {
    std::int64_t numero = 0;
    core::Instant le;
};
std::optional<Prise> derniere_prise(storage::Reader& db, const std::string& compte,
                                    const Equipe& equipe);

struct Releve {
    std::int64_t apres = 0, jusqu_a = 0;  // numbers of elements
    std::vector<Ligne> lignes;            // by risk, then what they tell oldest first
    std::map<std::string, std::size_t> par_personne;
    std::size_t tues = 0;  // of classes that the profession does not read
};
struct Voulue {
    std::string finess_et;
    std::int64_t apres;
    std::function<bool(std::string_view personne)> concerne;  // those of the unit, or all
};
Releve relever(storage::Reader& db, const acces::Professionnel& qui, const Voulue& voulue);

// The number where somebody who never took a handover begins: what was known a day before.
std::int64_t debut_sans_prise(storage::Reader& db, magasin::Moment maintenant);

// Code "releve.numero": beyond what is recorded, or behind what was read already.
core::Result<void> prendre(storage::Writer& db, const std::string& compte, const Equipe& equipe,
                           const Prise& prise);

}  // namespace grappe::transmission
