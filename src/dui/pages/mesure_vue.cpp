// The form of a measure and its period, common to the pages of indicators.
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::dui {

using page::Vue;

http::Response refuser(const Services& services, const core::Refusal& refus) {
    const int statut = garde::statut_de(refus.reason);
    const auto titre = page::etiquette(services.phrases, "pages.refus." + std::to_string(statut),
                                       dire(services, "pages.refus.autre"));
    auto reponse = repondre(services, {.gabarit = "refus", .titre = titre},
                            {{"phrase", services.phrases.dire(refus)},
                             {"suite", dire(services, "pages.refus.suite")},
                             {"liens", Vue::Liste{vue_du_lien(services, "/indicateurs",
                                                              "dui.pages.menu.indicateurs")}}});
    reponse.status = statut;
    return reponse;
}

Vue vue_de_la_mesure(const Services& services, std::string_view ici, const MesureVoulue& voulue,
                     const MesureLue& lue) {
    Vue::Liste choix;
    for (const auto& finess : lue.permis)
        choix.push_back(Vue{{"finess", finess}, {"choisi", finess == voulue.finess}});
    const auto& fenetre = lue.lecture.fenetre;
    const auto lecture = "usage.denominateur." + std::string{core::name_of(voulue.denominateur)};
    return {{"ici", ici},
            {"au", voulue.au.text()},
            {"connu_le", voulue.connu_le ? voulue.connu_le->text() : std::string{}},
            {"rejoue", voulue.connu_le.has_value()},
            {"illisible", voulue.illisible},
            {"lectures", choix_de_lecture(services, voulue)},
            {"choix", std::move(choix)},
            {"finess", voulue.finess},
            {"periode", dire(services, "dui.pages.periode",
                             {{"au", voulue.au},
                              {"du", fenetre.debut},
                              {"dernier", fenetre.dernier_jour()},
                              {"lecture", dire(services, lecture)}})},
            {"regle", services.regle.version()}};
}

}  // namespace grappe::dui
