// The balance explained: its figures, each establishment, each finding with the text it comes from.
#include "portail/conventionnement/convention_vue.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::conventionnement {
namespace {

using page::Vue;
using rules::Issue;

std::string_view classe_de(solde::Atteinte jugee) {
    using enum solde::Atteinte;
    switch (jugee) {
        case atteinte:
            return "ouvert";
        case partielle:
        case non_mesurable:
            return "apprecier";
        case non_atteinte:
            return "bloque";
        case sans_mesure:
        case sans_cible:
            break;
    }
    return "manque";
}

std::string_view classe_de(Issue issue) {
    switch (issue) {
        case Issue::conforme:
        case Issue::sans_objet:
            return "ouvert";
        case Issue::non_conforme:
            return "bloque";
        case Issue::manque:
            return "manque";
        default:
            return "apprecier";
    }
}

std::string atteinte_dite(const Vues& vues, const solde::Jugement& jugement) {
    const auto code = "conventionnement.atteinte." + std::string{core::name_of(jugement.atteinte)};
    const auto total = static_cast<std::int64_t>(jugement.cibles.size());
    return vues.dire(code,
                     {{"atteintes", std::int64_t{jugement.nombre(solde::EtatDeCible::atteinte)}},
                      {"cibles", total}});
}

Vue vue_de(const Vues& vues, const solde::LigneDeSolde& ligne) {
    return {{"finess", ligne.finess_et},
            {"essms", vues.nom_de_l_essms(ligne.finess_et)},
            {"classe", classe_de(ligne.jugement.atteinte)},
            {"atteinte", atteinte_dite(vues, ligne.jugement)},
            {"accorde", euros(ligne.accorde)},
            {"avance", euros(ligne.avance)},
            {"montant", euros(ligne.montant)},
            {"a_apprecier", euros(ligne.a_apprecier)},
            {"a_recouvrer", euros(ligne.a_recouvrer)}};
}

// Those of the project before those of one establishment, which the table tells already.
Vue::Liste constats(const Vues& vues, const solde::Solde& solde, bool du_projet) {
    const auto& phrases = vues.conventions.services().phrases;
    Vue::Liste liste;
    for (const auto& un : solde.constats) {
        if (un.finess_et.empty() != du_projet) continue;
        liste.push_back(Vue{{"regle", un.regle},
                            {"classe", classe_de(un.issue)},
                            {"issue", vues.dire("issue." + std::string{core::name_of(un.issue)})},
                            {"ou", du_projet ? std::string{} : vues.nom_de_l_essms(un.finess_et)},
                            {"finess", un.finess_et},
                            {"phrase", solde::dire(un, phrases)},
                            {"source", rules::en_clair(un.source)}});
    }
    return liste;
}

// What was asked for or paid of it; empty: nothing yet.
std::string arrete(const ConventionLue& lue) {
    for (const auto& un : lue.versements)
        if (un.objet == convention::Objet::solde && un.compte()) return euros(un.montant);
    return {};
}

Vue vue_du_solde(const Vues& vues, const solde::Solde& solde) {
    Vue::Liste lignes;
    for (const auto& ligne : solde.lignes) lignes.push_back(vue_de(vues, ligne));
    auto par_essms = constats(vues, solde, false);
    const auto issue = solde.complet ? std::string{core::name_of(solde.issue)} : "incomplet";
    const bool a_apprecier = solde.a_apprecier > core::Money{};
    return {
        {"issue_classe", !solde.complet                          ? "manque"
                         : solde.issue == solde::Issue::integral ? "ouvert"
                         : solde.issue == solde::Issue::nul      ? "bloque"
                                                                 : "apprecier"},
        {"issue_dite", vues.dire("conventionnement.solde." + issue)},
        {"du", euros(solde.montant)},
        {"plein", euros(solde.plein)},
        {"laisse", a_apprecier ? euros(solde.a_apprecier) : std::string{}},
        {"recouvrer", solde.a_recouvrer > core::Money{} ? euros(solde.a_recouvrer) : std::string{}},
        {"arrete", arrete(vues.lue)},
        {"avec_du", solde.montant > core::Money{}},
        {"avec_laisse", a_apprecier},
        {"avec_recouvrer", solde.a_recouvrer > core::Money{}},
        {"lignes", std::move(lignes)},
        {"constats", constats(vues, solde, true)},
        {"a_par_essms", !par_essms.empty()},
        {"par_essms_compte", vues.dire("conventionnement.constats_par_essms",
                                       {{"nombre", static_cast<std::int64_t>(par_essms.size())}})},
        {"par_essms", std::move(par_essms)}};
}

}  // namespace

void ajouter_le_solde(Vue& vue, const Vues& vues) {
    const auto& solde = vues.lue.solde;
    vue.ajouter("solde", solde ? Vue::Liste{vue_du_solde(vues, *solde)} : Vue::Liste{});
    const bool decide = solde && solde->issue == solde::Issue::a_apprecier;
    vue.ajouter("solde_a_decider", decide);
    vue.ajouter("bornes", decide ? vues.dire("conventionnement.bornes",
                                             {{"de", solde->montant},
                                              {"a", solde->montant + solde->a_apprecier}})
                                 : std::string{});
    vue.ajouter("solde_calcule", solde ? euros(solde->montant) : std::string{});
}

}  // namespace grappe::conventionnement
