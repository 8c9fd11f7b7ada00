// A demand in words.
#include "dui/regard/demande_vue.hpp"

#include "web/page/ecriture.hpp"

namespace grappe::regard {

using dui::dire;

page::Vue demande_dite(const Ecrans& ecrans, const demande::Demande& une) {
    const auto& services = ecrans.services;
    const auto jour = core::paris().day_of(rencontre::instant(ecrans));
    const auto etat = demande::etat_de(une, jour);
    const auto terme = demande::echeance_de(une);
    const auto mot = [&](const std::string& groupe, std::string_view nom) {
        return dire(services, "demande." + groupe + "." + std::string{nom});
    };
    const char* code = etat == demande::Etat::en_retard            ? "demande.etat.en_retard"
                       : etat == demande::Etat::ouverte            ? "demande.etat.ouverte"
                       : etat == demande::Etat::repondue_en_retard ? "demande.etat.trop_tard"
                                                                   : "demande.etat.repondue";
    page::Vue vue{
        {"objet", mot("objet", core::name_of(une.objet))},
        {"recue", dire(services, "demande.recue",
                       {{"par", mot("par", core::name_of(une.par))}, {"le", une.recue_le}})},
        {"etat", dire(services, code)},
        {"en_retard",
         etat == demande::Etat::en_retard || etat == demande::Etat::repondue_en_retard},
        {"close", une.reponse.has_value()},
        {"terme", dire(services, "demande.terme", {{"le", terme}})},
        {"source", dire(services, demande::terme_de(une.objet).source)},
        {"texte", une.texte}};
    const auto& prolongation = une.prolongation;
    const auto& reponse = une.reponse;
    vue.ajouter("prolongation", !prolongation ? std::string{}
                                              : dire(services, "demande.prolongee",
                                                     {{"le", prolongation->dite_le},
                                                      {"motif", prolongation->motif}}));
    vue.ajouter("reponse", !reponse ? std::string{}
                                    : dire(services, "demande.repondue",
                                           {{"issue", mot("issue", core::name_of(reponse->issue))},
                                            {"le", reponse->le}}));
    vue.ajouter("reponse_texte", reponse ? reponse->texte : std::string{});
    return vue;
}

}  // namespace grappe::regard
