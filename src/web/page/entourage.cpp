// The frame of a page, the same keys for both programs: their templates share their head and foot.
#include "web/page/entourage.hpp"

#include "web/page/ecriture.hpp"

namespace grappe::page {
namespace {

Vue::Liste menu(const Entourage& entourage, std::string_view rubrique,
                const rules::Phrases& phrases) {
    Vue::Liste entrees;
    for (const auto& entree : entourage.menu)
        entrees.push_back(vue_du_lien(phrases, entree)
                              .ajouter("courant", entree.lien == rubrique)
                              .ajouter("droit", entree.droit));
    return entrees;
}

Vue::Liste fil(const Entourage& entourage, const Page& page, const rules::Phrases& phrases) {
    auto etapes = vues_des_liens(phrases, entourage.menu.first(1));
    for (const auto& [lien, libelle] : page.fil)
        etapes.push_back(Vue{{"lien", lien}, {"libelle", libelle}});
    return etapes;
}

}  // namespace

Vue vue_du_lien(const rules::Phrases& phrases, const Entree& entree) {
    return Vue{{"lien", entree.lien}, {"libelle", phrases.rendre(entree.code, {})}};
}

Vue::Liste vues_des_liens(const rules::Phrases& phrases, std::span<const Entree> entrees) {
    Vue::Liste vues;
    for (const auto& entree : entrees) vues.push_back(vue_du_lien(phrases, entree));
    return vues;
}

void entourer(Vue& contenu, const Page& page, Entourage entourage, const rules::Phrases& phrases) {
    contenu.ajouter("titre", page.titre);
    contenu.ajouter("actifs", "/actifs/" + std::string{entourage.version_des_actifs});
    contenu.ajouter("nav", menu(entourage, page.rubrique, phrases));
    contenu.ajouter("fil", fil(entourage, page, phrases));
    contenu.ajouter("horloge", std::move(entourage.horloge));
    contenu.ajouter("devise", std::move(entourage.devise));
    contenu.ajouter("pied", std::move(entourage.pied));
    contenu.ajouter("pied_mention", std::move(entourage.mention));
    contenu.ajouter("pied_liens", vues_des_liens(phrases, entourage.liens_du_pied));
}

Refus refus_dit(const rules::Phrases& phrases, int statut, std::string_view code) {
    auto titre = etiquette(phrases, "pages.refus." + std::to_string(statut),
                           phrases.rendre("pages.refus.autre", {}));
    auto phrase = etiquette(phrases, code, titre);
    return {std::move(titre), std::move(phrase), phrases.rendre("pages.refus.suite", {})};
}

}  // namespace grappe::page
