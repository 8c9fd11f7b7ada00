// Desk. DESK-01 the call's table over counts and regions (AAP NA 2024 §4.3; kit "Dépôt du
// dossier"). DESK-02 the funder to select (kit; AMB-08 for the pivot). DESK-03 the instruction may
// move to the national level (§4.3 Nota). DESK-04 earlier deadline of several regions (§4.6; IDF
// 2023). DESK-05 amorçage (Corse 2021). DESK-06 the table is that of the call.
#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, rules::RegleId, programme::Niveau;

bool multi_regional(const Examen& examen) {
    return examen.routage.niveau == Niveau::regional && examen.decompte.plusieurs_regions();
}

Verdict du_dossier(const Examen& examen) {
    if (examen.decompte.comptes.empty()) return {Issue::sans_objet, "recevabilite.desk_01.aucun"};
    const auto& routage = examen.routage;
    const auto* source =
        routage.ligne != nullptr ? &routage.ligne->source : &examen.appel().routage.source;
    rules::Faits faits{{"essms", std::int64_t{examen.decompte.essms()}},
                       {"regions", nombre(examen.decompte.regions.size())}};
    if (routage.niveau == Niveau::non_defini)
        return {Issue::non_defini, "recevabilite.desk_01.non_defini", std::move(faits), source};
    return {Issue::conforme,
            routage.niveau == Niveau::national ? std::string_view{"recevabilite.desk_01.national"}
                                               : std::string_view{"recevabilite.desk_01.regional"},
            std::move(faits), source};
}

std::optional<Verdict> departement_en_doute(const Examen& examen,
                                            const dossier::EssmsResolu& essms) {
    const auto* registre = &examen.contexte.dossier.source_registre;
    if (essms.departement.empty())
        return Verdict{.issue = Issue::manque,
                       .phrase = "recevabilite.desk_01.departement_inconnu",
                       .source = registre};
    if (!essms.saisi->departement.connue() || essms.fiche == nullptr) return std::nullopt;
    if (essms.fiche->departement.empty() || essms.fiche->departement == *essms.saisi->departement)
        return std::nullopt;
    return Verdict{.issue = Issue::a_apprecier,
                   .phrase = "recevabilite.desk_01.departement_different",
                   .faits = {{"departement", std::string_view{essms.departement}},
                             {"departement_registre", std::string_view{essms.fiche->departement}}},
                   .source = registre};
}

// A dossier with no establishment in the region of the call is for the ARS to appreciate.
bool hors_de_la_region(const Examen& examen) {
    const auto& region = examen.appel().region;
    return region && !examen.decompte.compte_la_region(*region);
}

std::string_view phrase_du_pivot(programme::CriterePivot critere) {
    switch (critere) {
        case programme::CriterePivot::region_appel:
            return "recevabilite.desk_02.pivot_appel";
        case programme::CriterePivot::region_porteur:
            return "recevabilite.desk_02.pivot_porteur";
        case programme::CriterePivot::region_majoritaire:
            break;
    }
    return "recevabilite.desk_02.pivot_majorite";
}

Verdict financeur_regional(const Examen& examen) {
    const rules::Fait financeur{"financeur", examen.routage.financeur};
    if (hors_de_la_region(examen))
        return {Issue::a_apprecier, "recevabilite.desk_02.hors_region", {financeur}};
    if (!examen.routage.critere)
        return {Issue::conforme, "recevabilite.desk_02.conforme", {financeur}};
    return {Issue::a_apprecier, phrase_du_pivot(*examen.routage.critere), {financeur}};
}

// A region without an agency, as Saint-Pierre-et-Miquelon: the texts name nobody.
Verdict financeur_sans_nom(const Routage& routage) {
    if (routage.pivot.empty()) return {Issue::manque, "recevabilite.desk_02.region_inconnue"};
    return {Issue::non_defini,
            "recevabilite.desk_02.sans_agence",
            {{"region", std::string_view{routage.pivot}}}};
}

}  // namespace

void desk_01(const Examen& examen, Constats& constats) {
    auto verdict = du_dossier(examen);
    constats.push_back({RegleId::desk_01, verdict.issue, rules::Objet::du_dossier(), verdict.phrase,
                        std::move(verdict.faits),
                        source_ou(verdict.source, examen.appel().regle(RegleId::desk_01).source)});
    for (const auto& essms : examen.contexte.dossier.essms) {
        auto doute = departement_en_doute(examen, essms);
        if (!doute) continue;
        constats.push_back({RegleId::desk_01, doute->issue,
                            rules::Objet::de_l_essms(essms.ligne, essms.finess()), doute->phrase,
                            std::move(doute->faits), doute->source});
    }
}

Verdict desk_02(const Examen& examen) {
    if (examen.decompte.comptes.empty()) return {Issue::sans_objet, "recevabilite.desk_01.aucun"};
    if (examen.routage.niveau == Niveau::non_defini)
        return {Issue::non_defini, "recevabilite.desk_02.non_defini"};
    if (examen.routage.financeur.empty()) return financeur_sans_nom(examen.routage);
    if (examen.routage.niveau == Niveau::regional) return financeur_regional(examen);
    const rules::Fait financeur{"financeur", examen.routage.financeur};
    if (hors_de_la_region(examen))
        return {Issue::a_apprecier, "recevabilite.desk_02.hors_region", {financeur}};
    return {Issue::conforme, "recevabilite.desk_02.conforme", {financeur}};
}

Verdict desk_03(const Examen& examen) {
    if (!multi_regional(examen)) return {Issue::sans_objet, "recevabilite.desk_03.sans_objet"};
    return {Issue::a_apprecier,
            "recevabilite.desk_03.a_apprecier",
            {{"regions", nombre(examen.decompte.regions.size())},
             {"financeur", examen.routage.financeur}}};
}

Verdict desk_04(const Examen& examen) {
    if (!multi_regional(examen)) return {Issue::sans_objet, "recevabilite.desk_04.sans_objet"};
    return {Issue::conforme,
            "recevabilite.desk_04.conforme",
            {{"regions", nombre(examen.decompte.regions.size())}}};
}

Verdict desk_05(const Examen& examen) {
    if (examen.decompte.comptes.empty()) return {Issue::sans_objet, "recevabilite.desk_01.aucun"};
    rules::Faits faits{{"essms", std::int64_t{examen.decompte.essms()}}};
    if (examen.routage.niveau == Niveau::non_defini)
        return {Issue::non_defini, "recevabilite.desk_05.non_defini", std::move(faits)};
    return {Issue::conforme, "recevabilite.desk_05.conforme", std::move(faits)};
}

Verdict desk_06(const Examen& examen) {
    return {Issue::conforme,
            "recevabilite.desk_06.conforme",
            {{"appel", std::string_view{examen.appel().id}}}};
}

}  // namespace grappe::recevabilite
