// The answer in short.
#include "portail/pages/apercu_vue.hpp"

#include <algorithm>

#include "portail/pages/cadre.hpp"
#include "portail/pages/reponse.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

Vue::Liste points(const Services& services, const rendu::Presentation& presentation) {
    struct Point {
        std::string_view etat, code;
        std::size_t nombre;
    };
    const auto& manques = presentation.manques;
    const auto pieces = static_cast<std::size_t>(
        std::count_if(manques.begin(), manques.end(), [](const rendu::Groupe& groupe) {
            return core::name_of(groupe.regle).starts_with("DOC-");
        }));
    Vue::Liste vues;
    for (const auto& [etat, code, nombre] :
         {Point{"bloque", "bloque", presentation.bloquants.size()},
          Point{"manque", "manque", manques.size() - pieces}, Point{"manque", "pieces", pieces},
          Point{"apprecier", "apprecier", presentation.a_apprecier.size()},
          Point{"alerte", "alerte", presentation.alertes.size()}})
        if (nombre > 0)
            vues.push_back(Vue{{"etat", etat},
                               {"mots", dire(services, "pages.points." + std::string{code},
                                             {{"nombre", static_cast<std::int64_t>(nombre)}})}});
    return vues;
}

// The first thing that blocks, in its own words.
Vue::Liste premiers(const rendu::Presentation& presentation) {
    if (presentation.bloquants.empty()) return {};
    const auto& groupe = presentation.bloquants.front();
    return {Vue{{"phrase", groupe.phrase.empty() ? groupe.titre : groupe.phrase}}};
}

void ajouter_rien(Vue& vue, std::string rien) {
    vue.ajouter("rien", std::move(rien));
    for (const auto* cle :
         {"montant", "issue", "issue_etat", "essms", "provisoire", "guichet", "fenetre", "compte"})
        vue.ajouter(cle, "");
    vue.ajouter("points", Vue::Liste{});
    vue.ajouter("premiers", Vue::Liste{});
}

}  // namespace

void ajouter_apercu(const Services& services, const Etude& etude, Vue& vue) {
    const bool vide = etude.saisie.essms() == 0;  // nothing to judge: no verdict
    if (vide || !etude.verifie)
        return ajouter_rien(vue,
                            dire(services, vide ? "pages.apercu.rien" : "pages.apercu.illisible"));
    const auto reponse = repondre_en_bref(services, etude);
    const auto& presentation = reponse.presentation;
    vue.ajouter("rien", "");
    vue.ajouter("montant", presentation.montant);
    vue.ajouter("issue", presentation.issue);
    vue.ajouter("issue_etat", reponse.issue_etat);
    vue.ajouter("essms", presentation.essms);
    vue.ajouter("provisoire", reponse.provisoire);
    vue.ajouter("guichet", presentation.guichet);
    vue.ajouter("fenetre", presentation.fenetre);
    vue.ajouter("compte", reponse.compte);
    vue.ajouter("points", points(services, presentation));
    vue.ajouter("premiers", premiers(presentation));
}

}  // namespace grappe::pages
