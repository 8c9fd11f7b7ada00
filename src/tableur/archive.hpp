// The parts of a zip archive held in memory, each bounded when unfolded.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace grappe::tableur {

class Archive {
public:
    // Empty when the bytes are no zip. `octets` must outlive the archive.
    static std::optional<Archive> ouvrir(std::string_view octets);

    // The part of that name; empty when it is absent, damaged, or unfolds beyond `au_plus` bytes.
    std::optional<std::string> partie(const std::string& nom, std::size_t au_plus) const;

private:
    struct Fermeture {
        void operator()(zip* archive) const;
    };

    explicit Archive(zip* archive) : archive_{archive} {}

    std::unique_ptr<zip, Fermeture> archive_;
};

}  // namespace grappe::tableur
