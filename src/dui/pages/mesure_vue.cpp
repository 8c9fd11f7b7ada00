// The form of a measure and its period, common to the pages of indicators.
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::dui {

using page::Vue;

namespace {

Vue::Liste choix_de_lecture(const Services& services, const MesureVoulue& voulue) {
    Vue::Liste choix;
    for (const auto& [lecture, nom] : names(usage::Denominateur{}))
        choix.push_back(Vue{{"code", nom},
                            {"nom", dire(services, "usage.denominateur." + std::string{nom})},
                            {"choisie", lecture == voulue.denominateur}});
    return choix;
}

// As typed, even when it was not understood.
std::string connu_le_ecrit(const MesureVoulue& voulue) {
    for (const auto& faute : voulue.fautes)
        if (faute.champ == "connu_le") return faute.refus.detail;
    return voulue.connu_le ? voulue.connu_le->text() : std::string{};
}

}  // namespace

http::Response refuser(const Services& services, const core::Refusal& refus) {
    if (refus.code == "dui.hors_du_cercle")
        return http::Response::see_other(adresse_sous("/acces-exceptionnel", refus.detail));
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

MesureVoulue lire_la_mesure(const Services& services, const http::Request& requete) {
    const auto champ = [&](std::string_view nom) { return requete.query(nom).value_or(""); };
    return dui::lire_la_mesure({.au = champ("au"),
                                .connu_le = champ("connu_le"),
                                .denominateur = champ("denominateur"),
                                .finess = champ("finess")},
                               core::paris().day_of(services.mesureur.maintenant()));
}

Vue::Liste fautes_dites(const Services& services, const MesureVoulue& voulue) {
    Vue::Liste dites;
    for (const auto& faute : voulue.fautes)
        dites.push_back(Vue{{"phrase", services.phrases.dire(faute.refus)}});
    return dites;
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
            {"connu_le", connu_le_ecrit(voulue)},
            {"rejoue", !connu_le_ecrit(voulue).empty()},
            {"fautes", fautes_dites(services, voulue)},
            {"lectures", choix_de_lecture(services, voulue)},
            {"choix", std::move(choix)},
            {"finess", voulue.finess},
            {"periode", dire(services, "dui.pages.periode",
                             {{"au", voulue.au},
                              {"du", fenetre.debut},
                              {"dernier", fenetre.dernier_jour()},
                              {"lecture", dire(services, lecture)}})},
            {"regle", services.mesureur.regle.version()}};
}

}  // namespace grappe::dui
