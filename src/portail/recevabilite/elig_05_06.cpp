// ELIG-05: mixed home-care services are eligible for their essential part only (AAP NA 2024 §4.1,
// §4.4.1, annex 1). ELIG-06: the sectors that the call lists (kit; IDF 2023; AAP NA 2024 §2, §6).
#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, programme::TraitementSecteur;

// What the register makes of the sector: that of its category, whatever the dossier says.
std::optional<referentiels::Secteur> secteur_du_registre(const Contexte& contexte,
                                                         const dossier::EssmsResolu& essms) {
    const auto& code = essms.fiche != nullptr ? essms.fiche->categorie : essms.categorie;
    const auto* categorie = contexte.referentiels.categories.find(code);
    return categorie != nullptr ? categorie->secteur : std::nullopt;
}

Verdict secteur_inconnu(const programme::Appel& appel) {
    for (const auto& secteur : *appel.secteurs)
        if (secteur.traitement != TraitementSecteur::eligible)
            return {Issue::manque, "recevabilite.elig_06.secteur_manque"};
    return {Issue::alerte, "recevabilite.elig_06.secteur_inconnu"};
}

Verdict hors_de_la_liste(const Contexte& contexte, const programme::SecteurAppel* secteur,
                         const rules::Fait& nom) {
    if (secteur != nullptr && secteur->traitement == TraitementSecteur::exclu)
        return {Issue::non_conforme, "recevabilite.elig_06.exclu", {nom}, &secteur->source};
    return {Issue::a_apprecier,
            "recevabilite.elig_06.a_apprecier",
            {nom},
            secteur != nullptr ? &secteur->source : &contexte.appel.secteurs.source};
}

}  // namespace

Verdict elig_05(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    if (!est_saad(contexte.appel, essms))
        return {Issue::sans_objet, "recevabilite.elig_05.sans_objet"};
    return {Issue::conforme,
            "recevabilite.elig_05.conforme",
            {{"categorie", std::string_view{essms.categorie}}}};
}

Verdict elig_06(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    const auto& appel = contexte.appel;
    if (!appel.secteurs.definie())
        return {.issue = Issue::non_defini,
                .phrase = "recevabilite.non_defini_dans_l_appel",
                .faits = {{"appel", std::string_view{appel.id}}},
                .source = &appel.secteurs.source};
    if (!essms.secteur) return secteur_inconnu(appel);
    const rules::Fait nom{"secteur", core::name_of(*essms.secteur)};
    const auto* secteur = secteur_de_l_appel(appel, essms);
    if (secteur == nullptr || secteur->traitement != TraitementSecteur::eligible)
        return hors_de_la_liste(contexte, secteur, nom);
    const auto attendu = secteur_du_registre(contexte, essms);
    if (attendu && *attendu != *essms.secteur)
        return {Issue::alerte,
                "recevabilite.elig_06.secteur_different",
                {nom, {"secteur_registre", core::name_of(*attendu)}},
                &contexte.dossier.source_registre};
    return {Issue::conforme, "recevabilite.elig_06.conforme", {nom}, &secteur->source};
}

}  // namespace grappe::recevabilite
