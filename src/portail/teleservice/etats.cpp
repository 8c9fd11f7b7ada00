// The table of the life of a dossier.
#include "portail/teleservice/etats.hpp"

namespace grappe::teleservice {
namespace {

struct Passage {
    Statut avant;
    Acte acte;
    Statut apres;
};

constexpr auto passages = std::to_array<Passage>({
    {Statut::brouillon, Acte::ecrire, Statut::brouillon},
    {Statut::brouillon, Acte::joindre, Statut::brouillon},
    {Statut::brouillon, Acte::deposer, Statut::depose},
    {Statut::brouillon, Acte::retirer, Statut::retire},
    {Statut::depose, Acte::ecrire, Statut::depose},
    {Statut::depose, Acte::joindre, Statut::depose},
    {Statut::depose, Acte::deposer, Statut::depose},
    {Statut::depose, Acte::retirer, Statut::retire},
    {Statut::depose, Acte::prendre, Statut::en_instruction},
    {Statut::en_instruction, Acte::retirer, Statut::retire},
    {Statut::en_instruction, Acte::examiner, Statut::en_instruction},
    {Statut::en_instruction, Acte::demander, Statut::pieces_demandees},
    {Statut::en_instruction, Acte::recevoir, Statut::recevable},
    {Statut::en_instruction, Acte::ecarter, Statut::irrecevable},
    {Statut::pieces_demandees, Acte::ecrire, Statut::pieces_demandees},
    {Statut::pieces_demandees, Acte::joindre, Statut::pieces_demandees},
    {Statut::pieces_demandees, Acte::repondre, Statut::pieces_demandees},
    {Statut::pieces_demandees, Acte::examiner, Statut::pieces_demandees},
    {Statut::pieces_demandees, Acte::demander, Statut::pieces_demandees},
    {Statut::pieces_demandees, Acte::reprendre, Statut::en_instruction},
    {Statut::pieces_demandees, Acte::retirer, Statut::retire},
    {Statut::recevable, Acte::retirer, Statut::retire},
    {Statut::recevable, Acte::rouvrir, Statut::en_instruction},
    {Statut::irrecevable, Acte::rouvrir, Statut::en_instruction},
    {Statut::depose, Acte::amender, Statut::depose},
    {Statut::en_instruction, Acte::amender, Statut::depose},
    {Statut::pieces_demandees, Acte::amender, Statut::depose},
    {Statut::recevable, Acte::favoriser, Statut::favorable},
    {Statut::recevable, Acte::recommander, Statut::favorable_avec_recommandations},
    {Statut::recevable, Acte::reserver, Statut::reserve},
    {Statut::recevable, Acte::refuser, Statut::defavorable},
    // Who waits for money stays as it is, and is told so.
    {Statut::recevable, Acte::notifier, Statut::recevable},
    // What is favourable goes on as notified. A reservation waits for the next window, reworked or
    // not (CAL-06); a refusal is where it ends, and frees its establishments.
    {Statut::favorable, Acte::notifier, Statut::notifie},
    {Statut::favorable_avec_recommandations, Acte::notifier, Statut::notifie},
    {Statut::reserve, Acte::notifier, Statut::reserve},
    {Statut::defavorable, Acte::notifier, Statut::defavorable},
    {Statut::reserve, Acte::demander, Statut::pieces_demandees},
    {Statut::reserve, Acte::retirer, Statut::retire},
    {Statut::reserve, Acte::favoriser, Statut::favorable},
    {Statut::reserve, Acte::recommander, Statut::favorable_avec_recommandations},
    {Statut::reserve, Acte::reserver, Statut::reserve},
    {Statut::reserve, Acte::refuser, Statut::defavorable},
    {Statut::notifie, Acte::retirer, Statut::retire},
    // Both have signed; the advance is paid; the balance is, also where the call has no advance.
    {Statut::notifie, Acte::conventionner, Statut::conventionne},
    {Statut::conventionne, Acte::demarrer, Statut::en_cours},
    {Statut::conventionne, Acte::solder, Statut::solde},
    {Statut::en_cours, Acte::solder, Statut::solde},
});

}  // namespace

std::optional<Statut> suite(Statut statut, Acte acte) {
    for (const auto& passage : passages)
        if (passage.avant == statut && passage.acte == acte) return passage.apres;
    return std::nullopt;
}

std::optional<Statut> reouverture(Statut statut, std::optional<Statut> avant) {
    return statut == Statut::retire ? avant : suite(statut, Acte::rouvrir);
}

bool est_vivant(Statut statut) {
    switch (statut) {
        case Statut::brouillon:
        case Statut::irrecevable:
        case Statut::defavorable:
        case Statut::retire:
            return false;
        default:
            return true;
    }
}

access::Avancement avancement(Statut statut, bool deja_depose) {
    switch (statut) {
        case Statut::brouillon:
            return access::Avancement::brouillon;
        case Statut::retire:
            return deja_depose ? access::Avancement::depose : access::Avancement::brouillon;
        case Statut::depose:
        case Statut::en_instruction:
        case Statut::pieces_demandees:
        case Statut::irrecevable:
            return access::Avancement::depose;
        default:
            return access::Avancement::recevable;
    }
}

}  // namespace grappe::teleservice
