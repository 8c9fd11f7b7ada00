// Filtre: which records of an explanation are asked for.
#pragma once

#include <optional>

#include "dui/explication/explication.hpp"

namespace grappe::explication {

struct Filtre {
    std::optional<Place> place;
    std::optional<usage::Motif> motif;  // of one of its obstacles

    bool retient(const DossierExplique& un) const;
    std::int64_t combien(const Explication& une) const;
};

}  // namespace grappe::explication
