// Paths of fields without their lines.
#include "portail/pages/lieu.hpp"

namespace grappe::pages {

std::string sans_rangs(std::string_view chemin) {
    std::string champ;
    bool dedans = false;
    for (const char c : chemin) {
        if (c == '[') dedans = true;
        if (!dedans) champ += c;
        if (c == ']') dedans = false;
    }
    return champ;
}

}  // namespace grappe::pages
