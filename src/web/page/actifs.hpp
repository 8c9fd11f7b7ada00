// Actifs: the built styles, scripts and fonts of front/dist, read once and served from memory
// under an address that holds their digest, so that browsers may keep them for ever.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::page {

struct Actif {
    std::string contenu;
    std::string_view type;  // a literal media type
};

class Actifs {
public:
    // Code "actifs.absents": the front was not built.
    static core::Result<Actifs> charger(const std::filesystem::path& dossier);

    const std::string& version() const { return version_; }     // 16 hexadecimal digits
    const Actif* trouver(std::string_view chemin) const;        // "fichiers/x.svg"

private:
    std::map<std::string, Actif, std::less<>> par_chemin_;
    std::string version_;
};

}  // namespace grappe::page
