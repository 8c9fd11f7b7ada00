// Transmissions as a page says them.
#pragma once

#include "dui/rencontre/dits.hpp"
#include "dui/transmission/lecture.hpp"
#include "web/page/vue.hpp"

namespace grappe::quotidien {

// What was told, its parts with their names.
page::Vue::Liste parties(const dui::Services& services, const transmission::Transmission& dit);

struct Dite {
    const element::Version& version;
    const transmission::Transmission& dit;
    std::string auteur;
    core::Instant maintenant;
};
page::Vue vue_de(const dui::Services& services, const Dite& dite);

// A "phrase" for each, and the link to its field.
page::Vue::Liste fautes_dites(const dui::Services& services,
                              const std::vector<transmission::Faute>& fautes);

}  // namespace grappe::quotidien
