// RED-06: one Prestation Ségur per function (webinar SONS, "Principes"); it judges a second SONS
// order, never this dossier. RED-07: a GHT with a DPI shows no other European aid and no HOP'EN aid
// for these ESSMS (AAP NA 2024 §4.2.C).
#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {

using rules::Issue;

Verdict red_06(const Examen&) { return {Issue::sans_objet, "recevabilite.red_06.sans_objet"}; }

Verdict red_07(const Examen& examen) {
    const bool ght = reponse(examen.saisi().porteur.ght) == Reponse::oui;
    if (!exception_ght(examen) || !ght)
        return {Issue::sans_objet, "recevabilite.red_07.sans_objet"};
    const auto& conditions = solution_de(examen.contexte)->ght;
    if (conditions.inconnue()) return {Issue::manque, "recevabilite.red_07.manque"};
    if (conditions.est_nulle()) return {Issue::non_conforme, "recevabilite.red_07.non_conforme"};
    switch (reponse(conditions->sans_autre_aide)) {
        case Reponse::oui:
            return {Issue::conforme, "recevabilite.red_07.conforme"};
        case Reponse::non:
            return {Issue::non_conforme, "recevabilite.red_07.non_conforme"};
        case Reponse::inconnue:
            break;
    }
    return {Issue::manque, "recevabilite.red_07.manque"};
}

}  // namespace grappe::recevabilite
