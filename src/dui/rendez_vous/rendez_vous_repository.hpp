// Every SQL statement about what is derived of rendez-vous, and what is found by it.
#pragma once

#include <span>

#include "dui/element/elements_repository.hpp"
#include "dui/rendez_vous/rendez_vous.hpp"

namespace grappe::rendez_vous {

// From when to when it happens, and its participants: put again at each version.
void ranger(storage::Writer& db, const RendezVous& un);
void dire_les_faits(storage::Writer& db, std::string_view id, core::Date au);

// Their last versions. What came back and is over is not read, nor what happens once on other days.
std::vector<element::Version> au_lieu(storage::Reader& db, std::string_view finess_et,
                                      recurrence::Fenetre fenetre);
struct Qui {
    agenda::Genre genre;
    std::string id;

    auto operator<=>(const Qui&) const = default;
};
std::vector<element::Version> de_qui(storage::Reader& db, const Qui& qui,
                                     recurrence::Fenetre fenetre);

// Series that go on and whose facts stop before that day, at most `combien`; the last day of facts.
struct AProlonger {
    element::Version version;
    core::Date faits_au;
};
std::vector<AProlonger> a_prolonger(storage::Reader& db, core::Date avant, std::size_t combien);

}  // namespace grappe::rendez_vous
