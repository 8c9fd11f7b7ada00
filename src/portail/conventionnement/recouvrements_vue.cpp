// Recoveries of an agreement: what is asked for, who decided, what came back.
#include "portail/conventionnement/convention_vue.hpp"

namespace grappe::conventionnement {
namespace {

using convention::Recouvrement;
using page::Vue;

std::pair<std::string_view, std::string_view> etat_de(const Recouvrement& un) {
    if (un.en_cours()) return {"info", "conventionnement.recouvrement.a_valider"};
    if (!un.valide()) return {"ferme", "conventionnement.recouvrement.rejete"};
    if (un.reste() == core::Money{}) return {"ouvert", "conventionnement.recouvrement.rendu"};
    return {"bloque", "conventionnement.recouvrement.attendu"};
}

Vue::Liste vues_des_retours(const Vues& vues, const Recouvrement& un) {
    Vue::Liste tous;
    for (const auto& retour : un.retours)
        tous.push_back(Vue{{"dit", vues.dire("conventionnement.recouvrement.retour",
                                             {{"montant", retour.montant},
                                              {"jour", retour.recu_le},
                                              {"reference", std::string_view{retour.reference}},
                                              {"instant", le(retour.note_le)},
                                              {"par", vues.lue.nom_de(retour.par)}})}});
    return tous;
}

// Why it can only be rejected for now.
std::string retenu(const Vues& vues) {
    const auto libre = convention::laisser_recouvrer(vues.lue.versements);
    return libre ? std::string{} : vues.dire(libre.error().code);
}

Vue vue_de(const Vues& vues, const Recouvrement& un) {
    const auto& lue = vues.lue;
    const auto [classe, etat] = etat_de(un);
    const bool repris = vues.suite.tape("retour", "recouvrement") == un.id;
    const auto tape = [&](std::string_view champ) {
        return repris ? vues.suite.tape("retour", champ) : std::string{};
    };
    return {{"id_recouvrement", un.id},
            {"montant", euros(un.montant)},
            {"classe", classe},
            {"etat", vues.dire(etat)},
            {"motif", un.motif},
            {"demande",
             vues.dire("conventionnement.recouvrement.ouvert_par",
                       {{"instant", le(un.demande_le)}, {"par", lue.nom_de(un.demande_par)}})},
            {"decide", un.decide_le ? vues.dire("conventionnement.decide_par",
                                                {{"instant", le(*un.decide_le)},
                                                 {"par", lue.nom_de(*un.decide_par)}})
                                    : std::string{}},
            {"a_decider", un.en_cours() && lue.possibles.decider_un_recouvrement},
            {"a_valider", lue.possibles.valider_un_recouvrement},
            {"retenu", retenu(vues)},
            {"attend_un_autre", un.en_cours() && !lue.possibles.decider_un_recouvrement},
            {"reste", un.valide() && un.reste() > core::Money{}
                          ? vues.dire("conventionnement.recouvrement.reste",
                                      {{"reste", un.reste()}, {"rendu", un.rendu()}})
                          : std::string{}},
            {"retours", vues_des_retours(vues, un)},
            {"a_noter", un.valide() && un.reste() > core::Money{} && lue.possibles.noter_un_retour},
            {"faute_du_retour", repris ? vues.suite.faute : std::string{}},
            {"montant_du_retour", repris ? tape("montant") : un.reste().text()},
            {"jour_tape", tape("recu_le")},
            {"reference_tapee", tape("reference")}};
}

}  // namespace

void ajouter_les_recouvrements(Vue& vue, const Vues& vues) {
    const auto& lue = vues.lue;
    Vue::Liste tous;
    for (const auto& un : lue.recouvrements) tous.push_back(vue_de(vues, un));
    const auto a_ouvrir = convention::a_ouvrir(lue.versements, lue.recouvrements);
    vue.ajouter("avec_recouvrements", !tous.empty() || a_ouvrir > core::Money{});
    vue.ajouter("recouvrements", std::move(tous));
    vue.ajouter("a_ouvrir",
                a_ouvrir > core::Money{}
                    ? vues.dire("conventionnement.recouvrement.a_ouvrir", {{"montant", a_ouvrir}})
                    : std::string{});
    vue.ajouter("ouvrir_un_recouvrement", lue.possibles.ouvrir_un_recouvrement);
    vue.ajouter("motif_du_recouvrement", vues.suite.tape("recouvrement", "motif"));
    vue.ajouter("faute_du_recouvrement", vues.suite.faute_de("recouvrement"));
    vue.ajouter("faute_de_la_decision_du_recouvrement",
                vues.suite.faute_de("decision_recouvrement"));
}

}  // namespace grappe::conventionnement
