// Conformity of the software. SOL-01 the same for all (kit, checklist 9; AAP NA 2024 §4.2.C).
// SOL-02 referenced in the DSR of its domain (§4, §4.2.C; IDF 2023). SOL-03 referencing in
// progress, done before the paramétrage (kit; §4.2.C). The dates are read as contract portail-check
// says.
#include <algorithm>

#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue;

// How the referencing stands at the deposit.
enum class Referencement { acquis, en_cours, absent, inconnu };

Referencement referencement(const Examen& examen) {
    const auto& solution = examen.saisi().solution;
    if (solution.inconnue()) return Referencement::inconnu;
    if (solution.est_nulle()) return Referencement::absent;
    const auto& date = solution->referencee_le;
    if (date.inconnue()) return Referencement::inconnu;
    if (date.connue() && *date <= examen.contexte.jour_du_depot) return Referencement::acquis;
    if (!examen.appel().solution->en_cours_admis) return Referencement::absent;
    switch (reponse(solution->referencement_en_cours)) {
        case Reponse::oui:
            return Referencement::en_cours;
        case Reponse::non:
            return Referencement::absent;
        case Reponse::inconnue:
            break;
    }
    return Referencement::inconnu;
}

bool convient(const programme::SecteurAppel& secteur, const std::vector<std::string>& dsr) {
    if (!secteur.reference_obligatoire || secteur.dsr.empty()) return true;
    return std::any_of(secteur.dsr.begin(), secteur.dsr.end(), [&](const auto& famille) {
        return std::find(dsr.begin(), dsr.end(), famille) != dsr.end();
    });
}

// Sectors of the counted establishments whose DSR is not among those of the solution: "PDE, PDS".
std::string secteurs_non_couverts(const Examen& examen, const std::vector<std::string>& dsr) {
    std::string liste;
    if (!examen.appel().secteurs.definie()) return liste;
    for (const auto& secteur : *examen.appel().secteurs) {
        if (convient(secteur, dsr)) continue;
        const bool present = std::any_of(
            examen.decompte.comptes.begin(), examen.decompte.comptes.end(), [&](const auto& c) {
                return c.essms->secteur && core::name_of(*c.essms->secteur) == secteur.secteur;
            });
        if (!present) continue;
        if (!liste.empty()) liste += ", ";
        liste += secteur.secteur;
    }
    return liste;
}

// What the families of the solution say, when its date says nothing worse.
std::optional<Verdict> familles(const Examen& examen) {
    const auto& dsr = solution_de(examen.contexte)->dsr;
    if (exception_ght(examen)) return std::nullopt;  // SOL-05 judges
    if (dsr.inconnue()) return Verdict{Issue::manque, "recevabilite.sol_02.dsr_inconnu"};
    auto liste = secteurs_non_couverts(examen, dsr.valeur_ou({}));
    if (liste.empty()) return std::nullopt;
    return Verdict{
        Issue::a_apprecier, "recevabilite.sol_02.hors_dsr", {{"secteurs", std::move(liste)}}};
}

// A DPI of the hospital couloir belongs to a GHT only.
std::optional<Verdict> hopital_sans_ght(const Examen& examen) {
    if (!solution_hospitaliere(examen)) return std::nullopt;
    switch (reponse(examen.saisi().porteur.ght)) {
        case Reponse::non:
            return Verdict{Issue::non_conforme, "recevabilite.sol_02.hopital_sans_ght"};
        case Reponse::inconnue:
            return Verdict{Issue::manque, "recevabilite.sol_02.ght_inconnu"};
        case Reponse::oui:
            break;
    }
    return std::nullopt;
}

Verdict reference_acquise(const Examen& examen) {
    if (auto verdict = familles(examen)) return *std::move(verdict);
    return {Issue::conforme,
            "recevabilite.sol_02.conforme",
            {{"referencee_le", *solution_de(examen.contexte)->referencee_le}}};
}

Verdict reference_en_cours(const Examen& examen) {
    if (auto verdict = familles(examen)) return *std::move(verdict);
    return {Issue::sans_objet, "recevabilite.sol_02.en_cours"};
}

Verdict referencement_inconnu(const Examen& examen) {
    const auto* solution = solution_de(examen.contexte);
    if (solution == nullptr || !solution->referencee_le.connue())
        return {Issue::manque, "recevabilite.sol_02.manque"};
    return {Issue::manque,
            "recevabilite.sol_02.en_cours_inconnu",
            {{"referencee_le", *solution->referencee_le}}};
}

Verdict non_defini(const Examen& examen) {
    return {.issue = Issue::non_defini,
            .phrase = "recevabilite.non_defini_dans_l_appel",
            .faits = {{"appel", std::string_view{examen.appel().id}}},
            .source = &examen.appel().solution.source};
}

}  // namespace

Verdict sol_01(const Examen& examen) {
    const auto& solution = examen.saisi().solution;
    if (solution.inconnue() || (solution.connue() && solution->nom.inconnue()))
        return {Issue::manque, "recevabilite.sol_01.manque"};
    if (solution.est_nulle() || solution->nom.est_nulle())
        return {Issue::non_conforme, "recevabilite.sol_01.aucune"};
    return {Issue::conforme,
            "recevabilite.sol_01.conforme",
            {{"solution", std::string_view{*solution->nom}}}};
}

Verdict sol_02(const Examen& examen) {
    if (!examen.appel().solution.definie()) return non_defini(examen);
    const auto exemptes = secteurs_sans_reference(examen);
    if (exemptes == Reponse::oui)
        return {Issue::sans_objet, "recevabilite.sol_02.secteurs_exemptes"};
    if (auto verdict = hopital_sans_ght(examen)) return *std::move(verdict);
    switch (referencement(examen)) {
        case Referencement::acquis:
            return reference_acquise(examen);
        case Referencement::en_cours:
            return reference_en_cours(examen);
        case Referencement::absent:
            if (exemptes == Reponse::inconnue)
                return {Issue::manque, "recevabilite.sol_02.secteur_inconnu"};
            return {Issue::non_conforme, "recevabilite.sol_02.non_reference"};
        case Referencement::inconnu:
            break;
    }
    return referencement_inconnu(examen);
}

Verdict sol_03(const Examen& examen) {
    if (!examen.appel().solution.definie()) return non_defini(examen);
    if (secteurs_sans_reference(examen) == Reponse::oui ||
        referencement(examen) != Referencement::en_cours)
        return {Issue::sans_objet, "recevabilite.sol_03.sans_objet"};
    const auto* solution = solution_de(examen.contexte);
    const auto& debut = solution->debut_parametrage_le;
    if (debut.inconnue()) return {Issue::manque, "recevabilite.sol_03.manque"};
    if (debut.connue() && solution->referencee_le.connue() && *solution->referencee_le > *debut)
        return {Issue::non_conforme,
                "recevabilite.sol_03.non_conforme",
                {{"referencee_le", *solution->referencee_le}, {"debut_parametrage_le", *debut}}};
    return {Issue::alerte, "recevabilite.sol_03.alerte"};
}

}  // namespace grappe::recevabilite
