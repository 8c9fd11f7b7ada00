// Who signed, who may, and what each establishment is granted.
#include "portail/conventionnement/convention_vue.hpp"

namespace grappe::conventionnement {

using convention::Partie, convention::Signature;
using page::Vue;

Vue::Liste vues_des_signatures(const Vues& vues, const std::vector<Signature>& signatures) {
    Vue::Liste toutes;
    for (const auto partie : {Partie::porteur, Partie::ars}) {
        const auto* une = convention::signature_de(signatures, partie);
        const auto code = "actes.convention.partie." + std::string{core::name_of(partie)};
        const auto mode =
            une == nullptr
                ? std::string{}
                : vues.dire("actes.convention.mode." + std::string{core::name_of(une->mode)});
        toutes.push_back(Vue{{"partie", vues.dire(code)},
                             {"signee", une != nullptr},
                             {"detail", une == nullptr ? std::string{}
                                                       : vues.dire("conventionnement.signee_le",
                                                                   {{"instant", le(une->signee_le)},
                                                                    {"mode", mode}})},
                             {"par", une == nullptr ? std::string{} : vues.lue.nom_de(une->par)},
                             {"empreinte", une == nullptr ? std::string{} : une->empreinte}});
    }
    return toutes;
}

void ajouter_les_signatures(Vue& vue, const Vues& vues) {
    const auto& possibles = vues.lue.possibles;
    vue.ajouter("signatures", vues_des_signatures(vues, vues.convention().signatures));
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
