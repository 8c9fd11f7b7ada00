// Entourage: what both programs put around the content of a page: title, menu, path, clock, foot.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "rules/phrases.hpp"
#include "web/page/page.hpp"
#include "web/page/vue.hpp"

namespace grappe::page {

// A link of a program: its address, the code of the sentence that names it, and the name of the
// permission without which it is not shown (empty: everybody's).
struct Entree {
    std::string_view lien, code, droit{};
};

Vue vue_du_lien(const rules::Phrases& phrases, const Entree& entree);
Vue::Liste vues_des_liens(const rules::Phrases& phrases, std::span<const Entree> entrees);

struct Entourage {
    std::string_view version_des_actifs;
    std::span<const Entree> menu;  // its first entry opens every path
    std::string horloge;           // "24 mai 2024 à 23 h 59" of a fixed clock; empty: the real one
    std::string devise;
    Vue::Liste pied;  // paragraphs, each with its "texte"
    std::string mention;
    std::span<const Entree> liens_du_pied;
};

// Adds the keys of the frame to `contenu`, an object.
void entourer(Vue& contenu, const Page& page, Entourage entourage, const rules::Phrases& phrases);

// What the page of a refusal says: the sentence of its code, or of its status.
struct Refus {
    std::string titre, phrase, suite;
};
Refus refus_dit(const rules::Phrases& phrases, int statut, std::string_view code);

}  // namespace grappe::page
