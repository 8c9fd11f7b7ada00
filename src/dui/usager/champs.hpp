// A field of a form as its template reads it (champ_saisi), whatever it is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dui/pages/services.hpp"
#include "web/page/vue.hpp"

namespace grappe::usager {

struct Choix {
    std::string code, nom;
};

// `type`: of an input, or "choix" (a list), "long" (several lines), "oui" (a box).
struct ChampSaisi {
    std::string_view nom, code, type = "text";  // `code`: of its label; its hint is code + ".aide"
    std::string valeur{};
    std::vector<Choix> choix{};
    bool requis = false;
};

struct Faute {
    std::string chemin, code;
};

// The faults of a field are told beside it.
page::Vue vue_du_champ(const dui::Services& services, const ChampSaisi& champ,
                       const std::vector<Faute>& fautes);
// All of them at the head, each with the link to its field.
page::Vue::Liste fautes_dites(const dui::Services& services, const std::vector<Faute>& fautes);

// Faults of a module, as pages say them.
template <class Fautes>
std::vector<Faute> en_fautes(const Fautes& fautes) {
    std::vector<Faute> dites;
    for (const auto& une : fautes) dites.push_back({une.chemin, une.code});
    return dites;
}

}  // namespace grappe::usager
