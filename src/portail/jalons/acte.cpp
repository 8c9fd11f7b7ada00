// One question after the other: is it said at all, by whom, of what, when, why.
#include "portail/jalons/acte.hpp"

#include <algorithm>

#include "portail/jalons/dernier.hpp"
#include "portail/jalons/lectures.hpp"
#include "rules/phrases.hpp"

namespace grappe::jalons {
namespace {

using core::Reason, core::refuse;

// "12 juin 2024", for the sentence of a refusal.
std::string en_clair(core::Date jour) {
    std::string texte;
    rules::ajouter_valeur(texte, jour);
    return texte;
}

bool de_l_agence(Genre jalon) { return jalon == Genre::publication || jalon == Genre::saisie; }

bool calcule(const Accord& accord, Genre jalon) {
    switch (jalon) {
        case Genre::signature:
        case Genre::demande_de_solde:
            return true;
        case Genre::demarrage:
            return depart_de(accord.appel) != Depart::date_declaree;
        case Genre::referencement:
            return accord.reference != Reference::exigee;
        default:
            return false;
    }
}

bool dit_un_fait(Acte acte) {
    return acte == Acte::prevoir || acte == Acte::declarer || acte == Acte::retirer;
}

bool est_a_lui(Genre jalon, Acte acte, Auteur auteur) {
    if (auteur == Auteur::membre) return jalon == Genre::deploiement && dit_un_fait(acte);
    if (auteur == Auteur::porteur) return !de_l_agence(jalon) && dit_un_fait(acte);
    if (de_l_agence(jalon)) return acte == Acte::declarer || acte == Acte::retirer;
    return acte == Acte::prolonger ? jalon == Genre::deploiement : !dit_un_fait(acte);
}

// Planned and extended for all of them at once; done one by one.
bool vise_bien(const Contexte& contexte, const Voulu& voulu) {
    if (voulu.jalon != Genre::deploiement) return voulu.finess_et.empty();
    if (voulu.finess_et.empty())
        return voulu.acte == Acte::prevoir || voulu.acte == Acte::prolonger;
    return contexte.suivi.deploiement(voulu.finess_et) != nullptr;
}

bool veut_un_jour(Acte acte) {
    return acte == Acte::prevoir || acte == Acte::declarer || acte == Acte::prolonger;
}

bool veut_un_motif(const Voulu& voulu, const Dernier& avant) {
    switch (voulu.acte) {
        case Acte::retirer:
        case Acte::demander:
        case Acte::prolonger:
            return true;
        case Acte::declarer:
            return avant.fait_le.has_value();  // a correction
        default:
            return false;
    }
}

core::Result<void> jour_possible(const Contexte& contexte, const Voulu& voulu) {
    if (voulu.acte != Acte::declarer) return {};
    if (*voulu.jour > contexte.aujourd_hui) return refuse(Reason::rule_not_met, "jalon.jour_futur");
    const auto& depart = contexte.suivi.jalon(Genre::demarrage).fait_le;
    if (voulu.jalon == Genre::deploiement && depart && *voulu.jour < *depart)
        return refuse(Reason::rule_not_met, "jalon.avant_le_depart", en_clair(*depart));
    return {};
}

// The latest term in place of what the extension is for; a day that is only planned is no delay.
core::Result<void> prolongeable(const Contexte& contexte, const Voulu& voulu) {
    std::optional<core::Date> terme;
    for (const auto& un : contexte.suivi.deploiements)
        if ((voulu.finess_et.empty() || un.finess_et == voulu.finess_et) && !un.fait_le &&
            un.terme && un.nature != Nature::prevue)
            terme = terme ? std::max(*terme, *un.terme) : *un.terme;
    if (!terme) return refuse(Reason::conflict, "jalon.sans_terme");
    if (*voulu.jour <= *terme)
        return refuse(Reason::rule_not_met, "jalon.prolongation", en_clair(*terme));
    return {};
}

core::Result<void> selon_ce_qui_est_dit(const Voulu& voulu, const Dernier& avant) {
    const bool deja = (voulu.acte == Acte::declarer && avant.fait_le == voulu.jour) ||
                      (voulu.acte == Acte::prevoir && avant.prevu_le == voulu.jour) ||
                      (voulu.acte == Acte::confirmer && avant.suite == Suite::confirme);
    if (deja) return refuse(Reason::conflict, "jalon.deja");
    const bool suppose = voulu.acte == Acte::retirer || voulu.acte == Acte::confirmer ||
                         voulu.acte == Acte::demander;
    if (suppose && !avant.fait_le) return refuse(Reason::conflict, "jalon.non_declare");
    return {};
}

}  // namespace

core::Result<void> admettre(const Contexte& contexte, const Voulu& voulu, Auteur auteur) {
    if (calcule(contexte.accord, voulu.jalon)) return refuse(Reason::conflict, "jalon.calcule");
    if (!est_a_lui(voulu.jalon, voulu.acte, auteur))
        return refuse(Reason::forbidden, "jalon.d_un_autre");
    if (!vise_bien(contexte, voulu)) return refuse(Reason::invalid, "jalon.etablissement");
    if (veut_un_jour(voulu.acte) && !voulu.jour) return refuse(Reason::invalid, "jalon.jour");
    const auto avant = dernier(contexte.faits, voulu.jalon, voulu.finess_et);
    if (auto possible = selon_ce_qui_est_dit(voulu, avant); !possible) return possible;
    if (veut_un_motif(voulu, avant) && voulu.motif.empty())
        return refuse(Reason::invalid, "jalon.motif");
    if (voulu.acte == Acte::prolonger) return prolongeable(contexte, voulu);
    return jour_possible(contexte, voulu);
}

bool peut_dire(const Contexte& contexte, Genre jalon, Acte acte, Auteur auteur) {
    return !calcule(contexte.accord, jalon) && est_a_lui(jalon, acte, auteur);
}

}  // namespace grappe::jalons
