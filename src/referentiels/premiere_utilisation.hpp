// The shipped register as a private database, made on first use and shared by later ones.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/result.hpp"
#include "referentiels/territoires.hpp"
#include "storage/base.hpp"

namespace grappe::referentiels {

struct Preparation {
    core::Instant maintenant;
    std::function<void(std::uint64_t lus, std::uint64_t total)> progres = nullptr;
};

// Opens the database of the shipped register, making it first when it is not there; in memory when
// no folder can be written.
core::Result<storage::Base> base_livree(const std::string& racine, const Territoires& territoires,
                                        const Preparation& preparation);

// Where that database may be, the preferred folder first.
std::vector<std::string> dossiers_de_registre(const std::string& racine);

}  // namespace grappe::referentiels
