// FIN-10 to FIN-13: real expense, VAT, payments. AAP Nouvelle-Aquitaine 2024, §4.4.1, §4.4.2.
#include <algorithm>

#include "portail/subvention/constats_communs.hpp"

namespace grappe::subvention {
namespace {

using core::Money;
using rules::Issue;
using rules::RegleId;

std::string_view phrase_des_depenses(const Calcul& calcul) {
    if (calcul.versements.trop_verse > Money{}) return "subvention.fin10.trop_verse";
    if (calcul.versements.non_justifie > Money{}) return "subvention.fin10.limite";
    return calcul.base.dossier().depenses.connue() ? "subvention.fin10.justifie"
                                                   : "subvention.fin10.a_justifier";
}

void constater_depenses(Releve& releve, const Calcul& calcul) {
    const auto regle = RegleId::fin_10;
    if (!releve.reste_a_juger(regle, calcul.specifique.total() > Money{})) return;
    const bool limite = calcul.versements.non_justifie > Money{};
    releve.noter(regle, {limite ? Issue::alerte : Issue::conforme, phrase_des_depenses(calcul)},
                 {{"accorde", calcul.specifique.total()},
                  {"non_justifie", calcul.versements.non_justifie},
                  {"trop_verse", calcul.versements.trop_verse}});
}

bool un_devis_est_donne(const Calcul& calcul) {
    const auto& lignes = calcul.base.lignes;
    return devis_amoa_donne(calcul.base) ||
           std::any_of(lignes.begin(), lignes.end(), [](const LignePreparee& ligne) {
               return ligne.essms->saisi->devis_materiel.valeur_ou({}) > Money{};
           });
}

bool une_aide_suit_les_devis(const programme::Appel& appel) {
    const auto maximum = programme::ModeAide::maximum;
    return (appel.materiel.definie() && appel.materiel->mode == maximum) ||
           (appel.amoa.definie() && appel.amoa->mode == maximum);
}

// Asked for with any quote; once known, it matters only where an amount follows the quote.
void constater_tva(Releve& releve, const Calcul& calcul) {
    const auto regle = RegleId::fin_11;
    const auto& recupere = calcul.base.dossier().porteur.recupere_tva;
    const bool devis = un_devis_est_donne(calcul);
    if (devis && !recupere.connue() && !sans_objet(calcul.appel(), regle))
        return releve.noter(regle, {Issue::manque, "subvention.fin11.manque"}, {});
    if (devis && !une_aide_suit_les_devis(calcul.appel()))
        return releve.noter(regle, {Issue::sans_objet, "subvention.fin11.forfaits"}, {});
    if (!releve.reste_a_juger(regle, devis)) return;
    const auto phrase = *recupere ? "subvention.fin11.hors_taxe" : "subvention.fin11.ttc";
    releve.noter(regle, {Issue::conforme, phrase}, {});
}

}  // namespace

void constater_versements(Releve& releve, const Calcul& calcul) {
    constater_depenses(releve, calcul);
    constater_tva(releve, calcul);
    const bool specifique = calcul.specifique.total() > Money{};
    if (releve.reste_a_juger(RegleId::fin_12, specifique))
        releve.noter(RegleId::fin_12, {Issue::conforme, "subvention.fin12.conforme"}, {});
    releve.noter(RegleId::fin_13, {Issue::sans_objet, "subvention.fin13.depenses"}, {});
}

}  // namespace grappe::subvention
