// ELIG-02: each ESSMS has its own FINESS géographique, up to date (kit "ESMS éligibles";
// AAP NA 2024 §4.3 and §4.4.1). What the number must be is in contract portail-check, "Input".
#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue;

Verdict inconnu_du_registre(const dossier::EssmsResolu& essms, const rules::Source& registre) {
    const bool complete = essms.saisi->categorie.connue() && essms.saisi->departement.connue();
    return {.issue = complete ? Issue::manque : Issue::non_conforme,
            .phrase = complete ? std::string_view{"recevabilite.elig_02.inconnu_decrit"}
                               : std::string_view{"recevabilite.elig_02.inconnu"},
            .faits = {{"finess", essms.finess()}},
            .source = &registre};
}

bool autre_entite_juridique(const dossier::EssmsResolu& essms) {
    return essms.saisi->finess_ej.connue() && !essms.fiche->finess_ej.empty() &&
           essms.saisi->finess_ej->text() != essms.fiche->finess_ej;
}

}  // namespace

Verdict elig_02(const Contexte& contexte, const dossier::EssmsResolu& essms) {
    const auto& registre = contexte.dossier.source_registre;
    const rules::Fait finess{"finess", essms.finess()};
    if (!essms.saisi->finess_et.has_valid_key())
        return {Issue::non_conforme, "recevabilite.elig_02.cle_fausse", {finess}};
    if (essms.numero_d_entite_juridique)
        return {Issue::non_conforme, "recevabilite.elig_02.entite_juridique", {finess}, &registre};
    if (essms.fiche == nullptr) return inconnu_du_registre(essms, registre);
    if (essms.fiche->ferme_le)
        return {Issue::non_conforme,
                "recevabilite.elig_02.ferme",
                {finess, {"ferme_le", *essms.fiche->ferme_le}},
                &registre};
    if (autre_entite_juridique(essms))
        return {Issue::a_apprecier,
                "recevabilite.elig_02.autre_entite_juridique",
                {finess,
                 {"finess_ej", std::string_view{essms.saisi->finess_ej->text()}},
                 {"finess_ej_registre", std::string_view{essms.fiche->finess_ej}}},
                &registre};
    return {Issue::conforme, "recevabilite.elig_02.conforme", {finess}, &registre};
}

}  // namespace grappe::recevabilite
