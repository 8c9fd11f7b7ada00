// Eligibility of the project: ELIG-03 one FINESS ET is one financing (IDF 2023; AAP NA 2024
// §4.4.1), ELIG-04 SIRET of the porteur (kit, checklist 4; §4.1), ELIG-09 agreement of the national
// entity (§4.2.B, CONF-09), ELIG-10 scope of the amorçage (kit "Trajectoire"; Corse 2021).
#include <algorithm>

#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, rules::RegleId;

Verdict sans_rattachement(Reponse rattachement, std::int64_t inconnus) {
    if (rattachement == Reponse::non) return {Issue::sans_objet, "recevabilite.elig_09.sans_objet"};
    return {Issue::manque, "recevabilite.elig_09.inconnu", {{"nombre", inconnus}}};
}

}  // namespace

void elig_03(const Examen& examen, Constats& constats) {
    const auto& dossier = examen.contexte.dossier;
    const auto* source = &examen.appel().regle(RegleId::elig_03).source;
    if (dossier.doublons.empty())
        constats.push_back({.regle = RegleId::elig_03,
                            .issue = Issue::conforme,
                            .objet = rules::Objet::du_dossier(),
                            .phrase = "recevabilite.elig_03.conforme",
                            .faits = {{"nombre", nombre(dossier.essms.size())}},
                            .source = source});
    // Told in the order of the lines that count.
    auto doublons = dossier.doublons;
    std::ranges::sort(doublons, {}, [](const auto& doublon) {
        return std::pair{doublon.premiere_ligne, doublon.ligne};
    });
    for (const auto& doublon : doublons) {
        const auto& essms = examen.saisi().essms[static_cast<std::size_t>(doublon.premiere_ligne)];
        const std::string_view finess = essms.finess_et.text();
        constats.push_back({.regle = RegleId::elig_03,
                            .issue = Issue::alerte,
                            .objet = rules::Objet::de_l_essms(doublon.premiere_ligne, finess),
                            .phrase = "recevabilite.elig_03.doublon",
                            .faits = {{"finess", finess},
                                      {"premiere_ligne", std::int64_t{doublon.premiere_ligne} + 1},
                                      {"ligne", std::int64_t{doublon.ligne} + 1}},
                            .source = source});
    }
}

Verdict elig_04(const Examen& examen) {
    const auto& siret = examen.saisi().porteur.siret;
    rules::Faits faits{{"siret", std::string_view{siret.text()}}};
    if (siret.has_valid_key())
        return {Issue::conforme, "recevabilite.elig_04.conforme", std::move(faits)};
    return {Issue::non_conforme, "recevabilite.elig_04.cle_fausse", std::move(faits)};
}

Verdict elig_09(const Examen& examen) {
    const auto rattachement = entite_nationale(examen);
    if (rattachement != Reponse::oui)
        return sans_rattachement(rattachement, rattachements_inconnus(examen));
    if (piece_recue(examen, RegleId::doc_12))
        return {Issue::conforme, "recevabilite.elig_09.conforme"};
    return {Issue::manque, "recevabilite.elig_09.manque"};
}

Verdict elig_10(const Examen& examen) {
    return {Issue::conforme,
            "recevabilite.elig_10.conforme",
            {{"appel", std::string_view{examen.appel().id}}}};
}

}  // namespace grappe::recevabilite
