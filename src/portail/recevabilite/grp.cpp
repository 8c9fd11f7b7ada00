// Size of the grouping. GRP-01 minimum (kit "ESMS éligibles", "Dépôt"; CONF-01, AMB-07). GRP-02
// case by case below it (kit). GRP-03 extension under two conditions (AAP NA 2024 §4.2.D). GRP-04
// ideal interval (IDF 2023; webinar SONS).
#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, rules::RegleId;

std::int64_t essms(const Examen& examen) { return examen.decompte.essms(); }

bool sous_le_minimum(const Examen& examen) {
    return examen.appel().minimum.definie() &&
           examen.decompte.essms() < minimum_applicable(examen.contexte, examen.decompte);
}

Verdict sous_le_minimum_de(const Examen& examen, rules::Faits faits) {
    const auto& minimum = examen.appel().minimum;
    if (minimum->mode == programme::ModeMinimum::strict)
        return {Issue::non_conforme, "recevabilite.grp_01.strict", std::move(faits),
                &minimum.source};
    return {Issue::a_apprecier, "recevabilite.grp_01.a_apprecier", std::move(faits),
            &minimum.source};
}

// GRP-03, in the order of the contract: unknown, then false or none, then all true.
Verdict conditions_de_l_extension(const dossier::Extension& extension) {
    const dossier::Donnee<bool>* faits[] = {&extension.grappe_deja_financee,
                                            &extension.contrat_regulier,
                                            &extension.sans_risque_excessif};
    for (const auto* fait : faits)
        if (fait->inconnue()) return {Issue::manque, "recevabilite.grp_03.manque"};
    for (const auto* fait : faits)
        if (reponse(*fait) != Reponse::oui) return {Issue::alerte, "recevabilite.grp_03.alerte"};
    return {Issue::conforme, "recevabilite.grp_03.conforme"};
}

}  // namespace

Verdict grp_01(const Examen& examen) {
    const auto& minimum = examen.appel().minimum;
    if (examen.decompte.comptes.empty()) return {Issue::non_conforme, "recevabilite.grp_01.aucun"};
    if (!minimum.definie())
        return {.issue = Issue::non_defini,
                .phrase = "recevabilite.non_defini_dans_l_appel",
                .faits = {{"appel", std::string_view{examen.appel().id}}},
                .source = &minimum.source};
    const std::int64_t seuil = minimum_applicable(examen.contexte, examen.decompte);
    rules::Faits faits{{"essms", essms(examen)}, {"minimum", seuil}};
    if (sous_le_minimum(examen)) return sous_le_minimum_de(examen, std::move(faits));
    return {Issue::conforme, "recevabilite.grp_01.conforme", std::move(faits), &minimum.source};
}

Verdict grp_02(const Examen& examen) {
    if (!sous_le_minimum(examen)) return {Issue::sans_objet, "recevabilite.grp_02.sans_objet"};
    return {Issue::a_apprecier, "recevabilite.grp_02.a_apprecier", {{"essms", essms(examen)}}};
}

Verdict grp_03(const Examen& examen) {
    if (!sous_le_minimum(examen)) return {Issue::sans_objet, "recevabilite.grp_03.sans_objet"};
    const auto& extension = examen.saisi().extension;
    if (extension.inconnue()) return {Issue::manque, "recevabilite.grp_03.manque"};
    if (extension.est_nulle()) return {Issue::alerte, "recevabilite.grp_03.alerte"};
    return conditions_de_l_extension(*extension);
}

Verdict grp_04(const Examen& examen) {
    const auto& ideale = examen.appel().taille_ideale;
    if (!ideale.definie()) return {Issue::sans_objet, "recevabilite.grp_04.sans_objet"};
    rules::Faits faits{{"essms", essms(examen)},
                       {"plus_de", std::int64_t{ideale->plus_de}},
                       {"moins_de", std::int64_t{ideale->moins_de}}};
    const bool dedans = essms(examen) > ideale->plus_de && essms(examen) < ideale->moins_de;
    return {dedans ? Issue::conforme : Issue::alerte,
            dedans ? std::string_view{"recevabilite.grp_04.conforme"}
                   : std::string_view{"recevabilite.grp_04.alerte"},
            std::move(faits), &ideale.source};
}

// Form of the grouping. GRP-05 any legal form, agreement at least as long as the project (AAP NA
// 2024 §4.2.D); GRP-06 no pooling is asked to enter SONS (webinar SONS, "Articulation"); GRP-07
// small bodies file jointly (Corse 2021; CONF-03); GRP-08 request to form a grappe (kit).
Verdict grp_05(const Examen& examen) {
    if (examen.organismes.size() < 2) return {Issue::sans_objet, "recevabilite.grp_05.sans_objet"};
    rules::Faits faits{{"organismes", nombre(examen.organismes.size())}};
    if (piece_recue(examen, RegleId::doc_03) || piece_recue(examen, RegleId::doc_03b))
        return {Issue::conforme, "recevabilite.grp_05.conforme", std::move(faits)};
    return {Issue::alerte, "recevabilite.grp_05.alerte", std::move(faits)};
}

Verdict grp_06(const Examen&) { return {Issue::sans_objet, "recevabilite.grp_06.sans_objet"}; }

Verdict grp_07(const Examen& examen) {
    rules::Faits faits{{"organismes", nombre(examen.organismes.size())}};
    if (examen.organismes.size() < 2)
        return {Issue::alerte, "recevabilite.grp_07.alerte", std::move(faits)};
    return {Issue::conforme, "recevabilite.grp_07.conforme", std::move(faits)};
}

Verdict grp_08(const Examen&) { return {Issue::sans_objet, "recevabilite.grp_08.sans_objet"}; }

}  // namespace grappe::recevabilite
