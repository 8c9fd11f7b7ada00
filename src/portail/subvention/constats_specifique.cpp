// GRP-09, DOC-17, FIN-06 to FIN-08. AAP Nouvelle-Aquitaine 2024, §4.4.1 and §4.4.2-3.
#include <algorithm>

#include "portail/subvention/constats_communs.hpp"

namespace grappe::subvention {
namespace {

using core::Money;
using rules::Issue;
using rules::RegleId;
using Amoa = Specifique::Amoa;

// What a finding about a body says of it.
rules::Faits faits_de(const OrganismePrepare& organisme, const Calcul& calcul) {
    const auto borne =
        calcul.appel().petit_organisme.definie() ? seuil(organisme, calcul.base, calcul.choix) : 0;
    return {{"finess_ej", organisme.finess_ej},
            {"geres", std::int64_t{organisme.essms()}},
            {"lignes", std::int64_t{organisme.lignes}},
            {"declares", std::int64_t{organisme.declares.value_or(0)}},
            {"seuil", std::int64_t{borne}}};
}

Verdict taille_jugee(const OrganismePrepare& organisme, Taille taille) {
    if (taille == Taille::inconnue)
        return {Issue::manque, organisme.finess_ej.empty() ? "subvention.grp09.organisme_inconnu"
                                                           : "subvention.grp09.manque"};
    if (organisme.declares && *organisme.declares < organisme.lignes)
        return {Issue::alerte, "subvention.grp09.lignes_plus_nombreuses"};
    if (taille == Taille::petit) return {Issue::conforme, "subvention.grp09.petit"};
    return {Issue::sans_objet, "subvention.grp09.grand"};
}

// A size that is unknown and that nothing asks for is no question.
bool taille_a_juger(const Calcul& calcul, std::size_t organisme) {
    return calcul.tailles[organisme] != Taille::inconnue ||
           taille_manquante(calcul.base.organismes[organisme], Taille::inconnue, calcul.base);
}

std::int64_t tailles_a_juger(const Calcul& calcul) {
    std::int64_t nombre = 0;
    for (std::size_t i = 0; i < calcul.tailles.size(); ++i) nombre += taille_a_juger(calcul, i);
    return nombre;
}

Verdict materiel_juge(const Calcul& calcul) {
    bool petits = false;
    for (const auto& ligne : calcul.base.lignes) {
        if (ligne.materiel_demande == Money{}) continue;
        if (calcul.taille(ligne) == Taille::inconnue)
            return {Issue::manque, "subvention.fin06.taille_inconnue"};
        petits |= calcul.taille(ligne) == Taille::petit;
    }
    return petits ? Verdict{Issue::conforme, "subvention.fin06.accorde"}
                  : Verdict{Issue::sans_objet, "subvention.fin06.aucun_petit"};
}

Verdict amoa_jugee(Amoa etat) {
    switch (etat) {
        case Amoa::non_prevue:
        case Amoa::non_demandee:
            return {Issue::sans_objet, "subvention.rien_a_juger"};
        case Amoa::accordee:
            return {Issue::conforme, "subvention.fin07.accordee"};
        case Amoa::aucun_petit:
            return {Issue::sans_objet, "subvention.fin07.aucun_petit"};
        case Amoa::mixte:
            return {Issue::a_apprecier, "subvention.fin07.mixte"};
        case Amoa::tailles_inconnues:
            return {Issue::manque, "subvention.fin07.taille_inconnue"};
    }
    return {};
}

}  // namespace

void constater_tailles(Releve& releve, const Calcul& calcul) {
    const auto regle = RegleId::grp_09;
    if (!releve.reste_a_juger(regle, tailles_a_juger(calcul))) return;
    for (std::size_t i = 0; i < calcul.tailles.size(); ++i) {
        if (!taille_a_juger(calcul, i)) continue;
        const auto& organisme = calcul.base.organismes[i];
        const auto verdict = taille_jugee(organisme, calcul.tailles[i]);
        releve.noter(regle, verdict, faits_de(organisme, calcul));
    }
}

// The aid follows the quotes even where no text lists them among the pieces: a silent call alerts.
void constater_devis(Releve& releve, const Calcul& calcul) {
    const auto regle = RegleId::doc_17;
    const bool petits = std::count(calcul.tailles.begin(), calcul.tailles.end(), Taille::petit) > 0;
    const bool concerne = calcul.appel().materiel.definie() && petits;
    if (!concerne || sans_objet(calcul.appel(), regle))
        return releve.noter(regle, {Issue::sans_objet, "subvention.rien_a_juger"}, {});
    bool complets = true;
    for (std::size_t i = 0; i < calcul.tailles.size(); ++i) {
        const auto& organisme = calcul.base.organismes[i];
        const std::int64_t sans_devis = organisme.lignes - organisme.devis_de_materiel;
        if (calcul.tailles[i] != Taille::petit || sans_devis == 0) continue;
        complets = false;
        releve.noter(regle, {Issue::alerte, "subvention.doc17.sans_devis"},
                     {{"finess_ej", organisme.finess_ej}, {"essms", sans_devis}});
    }
    if (complets) releve.noter(regle, {Issue::conforme, "subvention.doc17.complets"}, {});
}

void constater_materiel(Releve& releve, const Calcul& calcul) {
    const auto regle = RegleId::fin_06;
    const auto& organismes = calcul.base.organismes;
    const bool concerne = std::any_of(organismes.begin(), organismes.end(),
                                      [](const auto& o) { return o.devis_de_materiel > 0; });
    if (!releve.reste_a_juger(regle, concerne)) return;
    const auto verdict = materiel_juge(calcul);
    releve.noter(
        regle, verdict,
        {{"demande", calcul.specifique.materiel_demande}, {"accorde", calcul.specifique.materiel}});
}

void constater_amoa(Releve& releve, const Calcul& calcul) {
    const auto regle = RegleId::fin_07;
    const bool concerne = devis_amoa_donne(calcul.base) && !calcul.base.lignes.empty();
    if (!releve.reste_a_juger(regle, concerne)) return;
    const auto verdict = amoa_jugee(calcul.specifique.etat_amoa);
    releve.noter(
        regle, verdict,
        {{"demande", calcul.specifique.amoa_demandee}, {"accorde", calcul.specifique.amoa}});
}

void constater_plafond(Releve& releve, const Calcul& calcul) {
    const auto regle = RegleId::fin_08;
    const auto& specifique = calcul.specifique;
    if (!releve.reste_a_juger(regle, specifique.demande() > Money{})) return;
    if (!specifique.plafond)
        return releve.noter(regle, {Issue::sans_objet, "subvention.fin08.sans_plafond"}, {});
    const bool mord = specifique.demande() > *specifique.plafond;
    releve.noter(regle,
                 {mord ? Issue::alerte : Issue::conforme,
                  mord ? "subvention.fin08.plafonne" : "subvention.fin08.respecte"},
                 {{"pour_cent", pour_cent(*calcul.appel().plafond_specifique)},
                  {"demande", specifique.demande()},
                  {"plafond", *specifique.plafond}});
}

}  // namespace grappe::subvention
