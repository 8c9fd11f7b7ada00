// ELIG-01: every ESSMS of CASF art. L.312-1 is eligible (kit "ESMS éligibles"; AAP NA 2024 §4.1;
// AAP IDF 2023 "Cible"), unless the call closes its sector or asks for a financing it lacks.
#include <algorithm>

#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, referentiels::Eligibilite;

bool categorie_differente(const dossier::EssmsResolu& essms) {
    return essms.saisi->categorie.connue() && essms.fiche != nullptr &&
           !essms.fiche->categorie.empty() && essms.fiche->categorie != *essms.saisi->categorie;
}

Verdict categorie_refusee(const referentiels::Categorie& categorie) {
    rules::Faits faits{{"categorie", std::string_view{categorie.code}},
                       {"libelle", std::string_view{categorie.libelle}}};
    if (categorie.fermee_le) {
        faits.push_back({"fermee_le", *categorie.fermee_le});
        if (categorie.recodee_en.empty())
            return {Issue::non_conforme, "recevabilite.elig_01.categorie_fermee", std::move(faits)};
        faits.push_back({"recodee_en", std::string_view{categorie.recodee_en}});
        return {Issue::non_conforme, "recevabilite.elig_01.categorie_recodee", std::move(faits)};
    }
    if (categorie.remarque.empty())
        return {Issue::non_conforme, "recevabilite.elig_01.hors_l312_1", std::move(faits)};
    faits.push_back({"motif", std::string_view{categorie.remarque}});
    return {Issue::non_conforme, "recevabilite.elig_01.hors_l312_1_motif", std::move(faits)};
}

// "Financing conditions" of a call: at least one of the named funders.
std::optional<Verdict> financeurs(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    const auto& requis = contexte.appel.financeurs_requis;
    if (!requis.definie() || requis->empty()) return std::nullopt;
    const auto& connus = essms.saisi->financeurs;
    if (connus.inconnue())
        return Verdict{.issue = Issue::manque,
                       .phrase = "recevabilite.elig_01.financeurs_inconnus",
                       .source = &requis.source};
    const bool finance =
        connus.connue() && std::any_of(connus->begin(), connus->end(), [&](const auto& nom) {
            return std::find(requis->begin(), requis->end(), nom) != requis->end();
        });
    if (finance) return std::nullopt;
    return Verdict{.issue = Issue::non_conforme,
                   .phrase = "recevabilite.elig_01.financeur_absent",
                   .source = &requis.source};
}

std::optional<Verdict> secteur_ferme(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    const auto* secteur = secteur_de_l_appel(contexte.appel, essms);
    if (secteur == nullptr || secteur->traitement != programme::TraitementSecteur::exclu)
        return std::nullopt;
    return Verdict{.issue = Issue::non_conforme,
                   .phrase = "recevabilite.elig_01.secteur_ferme",
                   .faits = {{"secteur", std::string_view{secteur->secteur}}},
                   .source = &secteur->source};
}

Verdict sans_categorie(const dossier::EssmsResolu& essms) {
    if (essms.fiche == nullptr) return {Issue::manque, "recevabilite.elig_01.categorie_manque"};
    return {Issue::a_apprecier, "recevabilite.elig_01.categorie_absente"};
}

Verdict categorie_admise(const Contexte& contexte, const dossier::EssmsResolu& essms,
                         const referentiels::Categorie* categorie) {
    if (categorie_differente(essms))
        return {.issue = Issue::a_apprecier,
                .phrase = "recevabilite.elig_01.categorie_differente",
                .faits = {{"categorie", std::string_view{essms.categorie}},
                          {"categorie_registre", std::string_view{essms.fiche->categorie}}},
                .source = &contexte.dossier.source_registre};
    if (categorie == nullptr)
        return {Issue::a_apprecier,
                "recevabilite.elig_01.categorie_inconnue",
                {{"categorie", std::string_view{essms.categorie}}}};
    rules::Faits faits{{"categorie", std::string_view{categorie->code}},
                       {"libelle", std::string_view{categorie->libelle}}};
    if (categorie->eligibilite == Eligibilite::a_confirmer)
        return {Issue::a_apprecier, "recevabilite.elig_01.a_confirmer", std::move(faits)};
    return {Issue::conforme, "recevabilite.elig_01.conforme", std::move(faits)};
}

}  // namespace

Verdict elig_01(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    if (essms.categorie.empty()) return sans_categorie(essms);
    const auto* categorie = contexte.referentiels.categories.find(essms.categorie);
    if (categorie != nullptr && categorie->eligibilite == Eligibilite::non)
        return categorie_refusee(*categorie);
    if (auto ferme = secteur_ferme(contexte, essms)) return *std::move(ferme);
    if (auto finance = financeurs(contexte, essms)) return *std::move(finance);
    return categorie_admise(contexte, essms, categorie);
}

}  // namespace grappe::recevabilite
