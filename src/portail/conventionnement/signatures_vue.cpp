// Who signed, who may, and what each establishment is granted.
#include "portail/conventionnement/convention_vue.hpp"

namespace grappe::conventionnement {
namespace {

using convention::Partie;
using page::Vue;

Vue vue_de(const Vues& vues, Partie partie) {
    const auto* une = vues.convention().signature(partie);
    const auto code = "actes.convention.partie." + std::string{core::name_of(partie)};
    if (une == nullptr)
        return {{"partie", vues.dire(code)},
                {"signee", false},
                {"detail", std::string{}},
                {"par", std::string{}},
                {"empreinte", std::string{}}};
    const auto mode = "actes.convention.mode." + std::string{core::name_of(une->mode)};
    return {{"partie", vues.dire(code)},
            {"signee", true},
            {"detail", vues.dire("conventionnement.signee_le",
                                 {{"instant", le(une->signee_le)}, {"mode", vues.dire(mode)}})},
            {"par", vues.lue.nom_de(une->par)},
            {"empreinte", une->empreinte}};
}

}  // namespace

void ajouter_les_signatures(Vue& vue, const Vues& vues) {
    const auto& possibles = vues.lue.possibles;
    vue.ajouter("signatures", Vue::Liste{vue_de(vues, Partie::porteur), vue_de(vues, Partie::ars)});
    vue.ajouter("signable", possibles.signer_pour_le_porteur || possibles.signer_pour_l_ars);
    vue.ajouter("partie_a_signer", possibles.signer_pour_l_ars ? "ars" : "porteur");
    vue.ajouter("papier", possibles.enregistrer_le_papier);
    vue.ajouter("faute_de_signature", vues.suite.faute_de("signature"));
    vue.ajouter("faute_du_papier", vues.suite.faute_de("papier"));
}

void ajouter_les_lignes(Vue& vue, const Vues& vues) {
    Vue::Liste lignes;
    for (const auto& ligne : vues.convention().accorde.lignes)
        lignes.push_back(Vue{{"finess", ligne.finess_et},
                             {"essms", vues.nom_de_l_essms(ligne.finess_et)},
                             {"usage", euros(ligne.aides.usage)},
                             {"equipement", euros(ligne.aides.equipement)},
                             {"specifique", euros(ligne.aides.specifique())},
                             {"total", euros(ligne.aides.total())}});
    const auto total = vues.convention().accorde.total();
    vue.ajouter("lignes_compte", vues.dire("conventionnement.lignes",
                                           {{"nombre", static_cast<std::int64_t>(lignes.size())}}));
    vue.ajouter("lignes", std::move(lignes));
    vue.ajouter("total_usage", euros(total.usage));
    vue.ajouter("total_equipement", euros(total.equipement));
    vue.ajouter("total_specifique", euros(total.specifique()));
}

}  // namespace grappe::conventionnement
