// The parts of a zip archive held in memory, bounded when unfolded.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.hpp"

struct zip;

namespace grappe::tableur {

class Archive {
public:
    // Empty when the bytes are no zip. `octets` must outlive the archive.
    static std::optional<Archive> ouvrir(std::string_view octets);

    // The part of that name; empty when there is none. Codes: "tableur.xlsx_illisible" (damaged),
    // "tableur.trop_grand" (it unfolds beyond `au_plus` bytes).
    std::optional<core::Result<std::string>> partie(const std::string& nom,
                                                    std::size_t au_plus) const;

private:
    struct Fermeture {
        void operator()(zip* archive) const;
    };

    explicit Archive(zip* archive) : archive_{archive} {}

    std::unique_ptr<zip, Fermeture> archive_;
};

}  // namespace grappe::tableur
