// One field, its label, its hint, its fault.
#include "dui/usager/champs.hpp"

#include "dui/pages/cadre.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::usager {

using dui::dire;
using page::Vue;

Vue vue_du_champ(const dui::Services& services, const ChampSaisi& champ,
                 const std::vector<Faute>& fautes) {
    Vue::Liste choix;
    for (const auto& un : champ.choix)
        choix.push_back(
            Vue{{"code", un.code}, {"nom", un.nom}, {"choisi", un.code == champ.valeur}});
    std::string erreur;
    for (const auto& une : fautes)
        if (une.chemin == champ.nom) erreur = dire(services, une.code);
    const bool liste = champ.type == "choix", longue = champ.type == "long",
               oui = champ.type == "oui";
    return {{"id", champ.nom},
            {"libelle", dire(services, champ.code)},
            {"aide", page::etiquette(services.phrases, std::string{champ.code} + ".aide", "")},
            {"type", champ.type},
            {"valeur", champ.valeur},
            {"liste", liste},
            {"longue", longue},
            {"oui", oui},
            {"ligne", !liste && !longue && !oui},
            {"coche", oui && !champ.valeur.empty()},
            {"choix", std::move(choix)},
            {"requis", champ.requis},
            {"erreur", std::move(erreur)}};
}

Vue::Liste fautes_dites(const dui::Services& services, const std::vector<Faute>& fautes) {
    Vue::Liste vues;
    for (const auto& une : fautes)
        vues.push_back(Vue{{"phrase", dire(services, une.code)}, {"champ", une.chemin}});
    return vues;
}

}  // namespace grappe::usager
