// Délais: how long examinations took, from the deposit to the decision, the clock stopped while
// complements are asked; told as a distribution, or not at all when there are too few.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/teleservice/dossier_du_porteur.hpp"
#include "storage/base.hpp"

namespace grappe::instruction {

using Passages = std::vector<teleservice::Passage>;

// Time that counts, in whole days of 24 hours, from the last deposit on: as long as the dossier is
// deposited or under examination, not while pieces are asked. Pure; `passages` in their order.
int jours_comptes(const Passages& passages, core::Instant maintenant);

// The same, once the examination is decided. Empty: it is not, or the dossier was withdrawn. Pure.
std::optional<int> jours_d_examen(const Passages& passages);

inline constexpr int examens_min = 10;  // below, nothing is said: docs/decisions/0035
inline constexpr int tranches_max = 8;

struct Intervalle {
    int de, a;  // days: from `de`, less than `a`
    int nombre;
};
struct Distribution {
    int nombre;
    int moitie;        // half of them took less than so many days
    int neuf_sur_dix;  // nine out of ten
    std::vector<Intervalle> tranches;
};
// How many examinations took how many whole days.
using Effectifs = std::map<int, int>;
// Empty: fewer than `examens_min`. Pure.
std::optional<Distribution> distribution(const Effectifs& effectifs);

// Of the examinations of a call at a desk that are decided.
std::optional<Distribution> delais(storage::Reader& db, std::string_view appel,
                                   std::string_view guichet);
// Of each call at a desk that has enough of them.
std::map<std::string, Distribution> delais_du_guichet(storage::Reader& db,
                                                      std::string_view guichet);

// Keeps the row of a dossier after a change of its state.
void tenir_le_delai(storage::Writer& db, const teleservice::Dossier& dossier);
// Rows of what was decided before this table was; answers how many.
int completer_les_delais(storage::Base& base);

}  // namespace grappe::instruction
