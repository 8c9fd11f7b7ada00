// The questions that several dossier rules ask: exceptions on the software, pieces, attachments.
#include "portail/recevabilite/examen.hpp"

#include <algorithm>

namespace grappe::recevabilite {
namespace {

char minuscule(char signe) {
    return signe >= 'A' && signe <= 'Z' ? static_cast<char>(signe - 'A' + 'a') : signe;
}

bool finit_par(std::string_view fichier, std::string_view suffixe) {
    if (fichier.size() < suffixe.size()) return false;
    return std::equal(suffixe.rbegin(), suffixe.rend(), fichier.rbegin(),
                      [](char a, char b) { return minuscule(a) == minuscule(b); });
}

}  // namespace

Reponse secteurs_sans_reference(const Examen& examen) {
    const auto& solution = examen.appel().solution;
    const auto& comptes = examen.decompte.comptes;
    if (!solution.definie() || comptes.empty()) return Reponse::non;
    const auto& exemptes = solution->secteurs_sans_reference;
    std::size_t connus = 0;
    for (const auto& compte : comptes) {
        const auto& secteur = compte.essms->secteur;
        if (!secteur) continue;
        ++connus;
        if (std::find(exemptes.begin(), exemptes.end(), core::name_of(*secteur)) == exemptes.end())
            return Reponse::non;
    }
    if (connus == 0) return Reponse::non;
    return connus == comptes.size() ? Reponse::oui : Reponse::inconnue;
}

bool solution_hospitaliere(const Examen& examen) {
    const auto* solution = solution_de(examen.contexte);
    if (solution == nullptr || !solution->dsr.connue()) return false;
    return std::find(solution->dsr->begin(), solution->dsr->end(), "HOP") != solution->dsr->end();
}

bool exception_ght(const Examen& examen) {
    const auto& regles = examen.appel().solution;
    return regles.definie() && regles->ght_admis && solution_hospitaliere(examen) &&
           secteurs_sans_reference(examen) != Reponse::oui;
}

bool suffixe_admis(const programme::Appel& appel, const dossier::Piece& piece) {
    const auto& suffixes = appel.suffixes;
    if (!appel.suffixes.definie() || suffixes->empty() || !piece.fichier.connue()) return true;
    return std::any_of(suffixes->begin(), suffixes->end(),
                       [&](const auto& suffixe) { return finit_par(*piece.fichier, suffixe); });
}

bool piece_recue(const Examen& examen, rules::RegleId piece) {
    const auto type = core::name_of(piece);
    const auto& pieces = examen.saisi().pieces;
    return std::any_of(pieces.begin(), pieces.end(), [&](const auto& recue) {
        return recue.type == type && suffixe_admis(examen.appel(), recue);
    });
}

Reponse entite_nationale(const Examen& examen) {
    bool inconnue = false;
    const auto oui = [&](const dossier::Donnee<bool>& fait) {
        inconnue = inconnue || fait.inconnue();
        return reponse(fait) == Reponse::oui;
    };
    if (oui(examen.saisi().porteur.entite_nationale)) return Reponse::oui;
    for (const auto& compte : examen.decompte.comptes)
        if (oui(compte.essms->saisi->entite_nationale)) return Reponse::oui;
    return inconnue ? Reponse::inconnue : Reponse::non;
}

std::int64_t rattachements_inconnus(const Examen& examen) {
    std::int64_t inconnus = examen.saisi().porteur.entite_nationale.inconnue() ? 1 : 0;
    for (const auto& compte : examen.decompte.comptes)
        if (compte.essms->saisi->entite_nationale.inconnue()) ++inconnus;
    return inconnus;
}

}  // namespace grappe::recevabilite
