// Who signed, who may, and what each establishment is granted.
#include "portail/conventionnement/convention_vue.hpp"
#include "portail/documents/mots.hpp"

namespace grappe::conventionnement {

using convention::Partie;
using page::Vue;

namespace {

// The last one, then those that it replaces.
Vue::Liste vues_des_papiers(const Vues& vues, const Signe& signe, Partie partie) {
    Vue::Liste tous;
    const auto& papiers = vues.lue.papiers;
    for (auto un = papiers.rbegin(); un != papiers.rend(); ++un) {
        if (un->avenant != signe.avenant || un->partie != partie) continue;
        const auto provenance =
            "conventionnement.papier." + std::string{core::name_of(un->provenance)};
        tous.push_back(Vue{{"lien", "/conventions/papiers/" + un->id},
                           {"remplace", !tous.empty()},
                           {"taille", documents::taille_en_francais(un->fichier.taille)},
                           {"depose", vues.dire("conventionnement.papier.depose",
                                                {{"instant", le(un->depose_le)},
                                                 {"par", vues.lue.nom_de(un->par)}})},
                           {"provenance", vues.dire(provenance)},
                           {"sha256", un->fichier.sha256}});
    }
    return tous;
}

Vue vue_de_la_signature(const Vues& vues, const Signe& signe, Partie partie) {
    const auto code = "actes.convention.partie." + std::string{core::name_of(partie)};
    const auto* une = convention::signature_de(signe.signatures, partie);
    if (une == nullptr) return {{"partie", vues.dire(code)}, {"signee", false}};
    const bool papier = une->mode == convention::Mode::papier;
    const auto mode = vues.dire("actes.convention.mode." + std::string{core::name_of(une->mode)});
    auto papiers = papier ? vues_des_papiers(vues, signe, partie) : Vue::Liste{};
    return {{"partie", vues.dire(code)},
            {"signee", true},
            {"par", vues.lue.nom_de(une->par)},
            {"detail", vues.dire("conventionnement.signee_le",
                                 {{"instant", le(une->signee_le)}, {"mode", mode}})},
            {"empreinte", une->empreinte},
            {"sans_papier", papier && papiers.empty()},
            {"scan", papier ? vues.adresse_du_scan(signe.code, partie) : std::string{}},
            {"papiers", std::move(papiers)}};
}

}  // namespace

Vue::Liste vues_des_signatures(const Vues& vues, const Signe& signe) {
    return {vue_de_la_signature(vues, signe, Partie::porteur),
            vue_de_la_signature(vues, signe, Partie::ars)};
}

void ajouter_les_signatures(Vue& vue, const Vues& vues) {
    const auto& possibles = vues.lue.possibles;
    vue.ajouter("signatures",
                vues_des_signatures(vues, {vues.convention().signatures, 0, vues.lue.code}));
    vue.ajouter("scan_du_porteur", vues.adresse_du_scan(vues.lue.code, Partie::porteur));
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
