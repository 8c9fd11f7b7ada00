// Words of transmissions.
#include "dui/quotidien/vues.hpp"

#include "dui/pages/cadre.hpp"

namespace grappe::quotidien {

using dui::dire;
using page::Vue;
using rencontre::quand;
using transmission::Transmission;

Vue::Liste parties(const dui::Services& services, const Transmission& dit) {
    Vue::Liste vues;
    const auto ajouter = [&](const char* code, const std::string& texte) {
        if (!texte.empty())
            vues.push_back(Vue{{"nom", code == nullptr ? std::string{} : dire(services, code)},
                               {"texte", texte}});
    };
    ajouter(nullptr, dit.texte);
    ajouter("quotidien.donnees", dit.donnees);
    ajouter("quotidien.actions", dit.actions);
    ajouter("quotidien.resultats", dit.resultats);
    return vues;
}

Vue vue_de(const dui::Services& services, const Dite& dite) {
    const auto& un = dite.version.element;
    const bool retiree = un.etat == element::Etat::retire;
    return {{"id", un.id},
            {"adresse", "/transmissions/" + un.id},
            {"quand", quand(services, un.debut, dite.maintenant)},
            {"poste", dire(services, "quotidien.poste." + std::string{core::name_of(
                                                              transmission::poste_de(un.debut))})},
            {"auteur", dite.auteur},
            {"classe", dire(services, "quotidien.classe." + std::string{core::name_of(un.classe)})},
            {"cible", dite.dit.cible},
            {"parties", parties(services, dite.dit)},
            {"urgente", dite.dit.urgence == transmission::Urgence::urgente && !retiree},
            {"amendee", dite.version.version > 1 && !retiree},
            {"retiree", retiree},
            {"motif", dite.dit.motif}};
}

Vue::Liste fautes_dites(const dui::Services& services,
                        const std::vector<transmission::Faute>& fautes) {
    Vue::Liste vues;
    for (const auto& une : fautes)
        vues.push_back(Vue{{"phrase", dire(services, une.code)}, {"champ", une.chemin}});
    return vues;
}

}  // namespace grappe::quotidien
