// Words of the rows.
#include "portail/suivi/liste_vue.hpp"

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/usages/constat_dit.hpp"

namespace grappe::suivi {
namespace {

using page::Vue;
using pages::dire;

std::string etat_dit(const Suivi& suivi, const usages::Resume& un) {
    if (un.remplaces == 0) return dire(suivi.services, "suivi.etat.en_vigueur");
    if (un.est_remplace()) return dire(suivi.services, "suivi.etat.remplace");
    return dire(suivi.services, "suivi.etat.remplace_en_partie",
                {{"remplaces", un.remplaces}, {"essms", un.essms}});
}

}  // namespace

std::string nature_dite(const Suivi& suivi, usages::Nature nature) {
    return dire(suivi.services, "suivi.nature." + std::string{core::name_of(nature)});
}

// Green is for what is proved: a signature proves who speaks and that nothing changed.
std::string_view classe_de(usages::Nature nature) {
    return nature == usages::Nature::signe ? "ouvert" : "declare";
}

std::string taux_en_clair(const Suivi& suivi, const usage::Mesure& mesure) {
    if (!mesure.mesurable()) return dire(suivi.services, "suivi.non_mesurable");
    return usages::taux_dit(mesure) + "\u00a0%";
}

Vue vue_du_resume(const Suivi& suivi, const usages::Resume& un) {
    const auto& actifs = un.dossiers_actifs;
    return {
        {"lien", "/usages/" + un.id},
        {"numero", un.numero},
        {"porteur", un.porteur},
        {"au", pages::jour(un.au)},
        {"recu_le", pages::jour(core::paris().day_of(un.recu_le))},
        {"nature", nature_dite(suivi, un.nature)},
        {"classe", classe_de(un.nature)},
        {"essms", pages::entier(un.essms)},
        {"taux", taux_en_clair(suivi, actifs)},
        {"rapport", pages::entier(actifs.numerateur) + " / " + pages::entier(actifs.denominateur)},
        {"questions", un.constats > 0
                          ? dire(suivi.services, "suivi.questions", {{"nombre", un.constats}})
                          : std::string{}},
        {"attend", un.preuves_attendues > 0},
        {"remplace", un.remplaces > 0},
        {"etat", etat_dit(suivi, un)}};
}

}  // namespace grappe::suivi
