// Usage reports, expenses and their stamp, payments, bank details.
#include "portail/conventionnement/convention_vue.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::conventionnement {
namespace {

using convention::Versement;
using page::Vue;

Vue::Liste vues_des_rapports(const Vues& vues) {
    Vue::Liste liste;
    for (const auto& un : vues.lue.rapports)
        liste.push_back(Vue{{"lien", "/usages/" + un.id},
                            {"numero", un.numero},
                            {"au", pages::jour(un.au)},
                            {"essms", vues.dire("suivi.essms", {{"nombre", un.essms}})}});
    return liste;
}

// The field of each category: as typed when it was refused, else what is declared.
Vue::Liste champs_des_depenses(const Vues& vues) {
    const auto& depenses = vues.lue.depenses;
    Vue::Liste champs;
    for (const auto& [categorie, nom] : names(solde::Categorie{})) {
        const auto faute = vues.suite.par_champ.find(std::string{nom});
        std::string valeur;
        if (vues.suite.acte == "depenses")
            valeur = vues.suite.tape("depenses", nom);
        else if (depenses && depenses->montants.contains(categorie))
            valeur = depenses->montants.at(categorie).text();
        const auto code = "conventionnement.categorie." + std::string{nom};
        champs.push_back(
            Vue{{"champ", nom},
                {"libelle", vues.dire(code)},
                {"aide", vues.dire(code + ".aide")},
                {"valeur", valeur},
                {"faute_du_champ",
                 faute == vues.suite.par_champ.end() ? std::string{} : faute->second}});
    }
    return champs;
}

Vue::Liste vue_de_l_etat(const Vues& vues) {
    const auto& etat = vues.lue.depenses;
    if (!etat) return {};
    Vue::Liste postes;
    core::Money total;
    for (const auto& [categorie, montant] : etat->montants) {
        const auto code = "conventionnement.categorie." + std::string{core::name_of(categorie)};
        postes.push_back(Vue{{"libelle", vues.dire(code)}, {"montant", euros(montant)}});
        total += montant;
    }
    const bool vise = etat->vise_le.has_value();
    return {Vue{
        {"id_etat", etat->id},
        {"postes", std::move(postes)},
        {"total_des_depenses", euros(total)},
        {"declare", vues.dire("conventionnement.declare", {{"instant", le(etat->declare_le)},
                                                           {"par", vues.lue.nom_de(etat->par)},
                                                           {"rang", std::int64_t{etat->rang}}})},
        {"vise", vise},
        {"visa",
         vise ? vues.dire("conventionnement.vise", {{"instant", le(*etat->vise_le)},
                                                    {"par", vues.lue.nom_de(*etat->vise_par)}})
              : std::string{}}}};
}

std::pair<std::string_view, std::string_view> etat_de(const Versement& un) {
    if (!un.decision) return {"info", "conventionnement.versement.demande"};
    if (un.sort == convention::Sort::execute)
        return {"ouvert", "conventionnement.versement.execute"};
    if (un.sort == convention::Sort::rejete)
        return {"bloque", "conventionnement.versement.renvoye"};
    if (*un.decision == convention::Decision::valide)
        return {"ouvert", "conventionnement.versement.valide"};
    return {"bloque", "conventionnement.versement.rejete"};
}

Vue vue_du_versement(const Vues& vues, const Versement& un) {
    const auto& lue = vues.lue;
    const auto [classe, code] = etat_de(un);
    return {{"id_versement", un.id},
            {"objet", vues.dire("conventionnement.objet." + std::string{core::name_of(un.objet)})},
            {"montant", euros(un.montant)},
            {"a_recouvrer_dit",
             un.a_recouvrer > core::Money{}
                 ? vues.dire("conventionnement.a_recouvrer", {{"montant", un.a_recouvrer}})
                 : std::string{}},
            {"classe", classe},
            {"etat", vues.dire(code)},
            {"motif", un.motif},
            {"demande",
             vues.dire("conventionnement.demande_par",
                       {{"instant", le(un.demande_le)}, {"par", lue.nom_de(un.demande_par)}})},
            {"decide", un.decide_le ? vues.dire("conventionnement.decide_par",
                                                {{"instant", le(*un.decide_le)},
                                                 {"par", lue.nom_de(*un.decide_par)}})
                                    : std::string{}},
            {"a_decider", un.en_cours() && lue.possibles.decider},
            {"attend_un_autre", un.en_cours() && !lue.possibles.decider}};
}

// What the bank sent back, each with the form that asks for it again.
Vue::Liste vues_a_redemander(const Vues& vues) {
    Vue::Liste liste;
    const auto& possibles = vues.lue.possibles;
    const auto montant = [&](const Versement& un) {
        return convention::montant_a_redemander(vues.convention(), vues.lue.versements, un);
    };
    for (const auto objet : {convention::Objet::avance, convention::Objet::solde}) {
        const bool permis = objet == convention::Objet::avance ? possibles.redemander_l_avance
                                                               : possibles.redemander_le_solde;
        const auto* renvoye = permis ? convention::renvoye(vues.lue.versements, objet) : nullptr;
        if (renvoye == nullptr) continue;
        const std::string nom{core::name_of(objet)};
        liste.push_back(Vue{{"objet_a_redemander", nom},
                            {"renvoye", vues.dire("conventionnement.renvoye." + nom,
                                                  {{"montant", montant(*renvoye)}})}});
    }
    return liste;
}

}  // namespace

void ajouter_le_suivi(Vue& vue, const Vues& vues) {
    const auto& lue = vues.lue;
    Vue::Liste raisons;
    for (const auto& une : vues.suite.raisons) raisons.push_back(Vue{{"texte", une}});
    vue.ajouter("signee_par_tous", lue.signee());
    vue.ajouter("suivre_l_usage", lue.signee() && lue.entiere);
    vue.ajouter("sans_rapport", lue.rapports.empty());
    vue.ajouter("rapports", vues_des_rapports(vues));
    vue.ajouter("transmettre", lue.possibles.transmettre);
    vue.ajouter("faute_du_rapport", vues.suite.faute_de("rapport"));
    vue.ajouter("a_raisons", !raisons.empty());
    vue.ajouter("raisons", std::move(raisons));
    vue.ajouter("sans_etat", !lue.depenses.has_value());
    vue.ajouter("etat_des_depenses", vue_de_l_etat(vues));
    vue.ajouter("declarer", lue.possibles.declarer);
    vue.ajouter("deplier_les_depenses", vues.suite.acte == "depenses" || !lue.depenses);
    vue.ajouter("champs", champs_des_depenses(vues));
    vue.ajouter("faute_des_depenses", vues.suite.faute_de("depenses"));
    vue.ajouter("viser", lue.possibles.viser);
    vue.ajouter("faute_du_visa", vues.suite.faute_de("visa"));
}

void ajouter_les_versements(Vue& vue, const Vues& vues) {
    const auto& lue = vues.lue;
    Vue::Liste versements;
    for (const auto& un : lue.versements) versements.push_back(vue_du_versement(vues, un));
    vue.ajouter("sans_versement", versements.empty());
    vue.ajouter("versements", std::move(versements));
    vue.ajouter("demander_l_avance", lue.possibles.demander_l_avance);
    vue.ajouter("demander_le_solde", lue.possibles.demander_le_solde);
    vue.ajouter("a_redemander", vues_a_redemander(vues));
    vue.ajouter("faute_du_versement", vues.suite.faute_de("versement"));
    vue.ajouter("faute_de_la_decision", vues.suite.faute_de("decision"));
    vue.ajouter("montant_tape", vues.suite.tape("versement", "montant"));
    vue.ajouter("motif_tape", vues.suite.tape("versement", "motif"));
    vue.ajouter("compte_connu", lue.coordonnees
                                    ? vues.dire("conventionnement.compte",
                                                {{"fin", std::string_view{lue.coordonnees->fin}},
                                                 {"instant", le(lue.coordonnees->posees_le)}})
                                    : std::string{});
    vue.ajouter("donner_les_coordonnees", lue.possibles.donner_les_coordonnees);
    vue.ajouter("confirmer_le_compte", lue.possibles.confirmer_les_coordonnees);
    vue.ajouter("faute_de_la_confirmation", vues.suite.faute_de("confirmation"));
    vue.ajouter("bic_tape", vues.suite.tape("coordonnees", "bic"));
    vue.ajouter("faute_des_coordonnees", vues.suite.faute_de("coordonnees"));
    vue.ajouter("titulaire_tape", vues.suite.tape("coordonnees", "titulaire"));
    vue.ajouter("iban_tape", vues.suite.tape("coordonnees", "iban"));
}

}  // namespace grappe::conventionnement
