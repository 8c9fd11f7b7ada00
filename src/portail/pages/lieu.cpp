// Paths of fields without their lines, and their labels.
#include "portail/pages/lieu.hpp"

#include "portail/pages/ecriture.hpp"

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

std::string nom_du_champ(const rules::Phrases& phrases, std::string_view chemin) {
    return etiquette(phrases, "pages.champ." + sans_rangs(chemin), chemin);
}

}  // namespace grappe::pages
