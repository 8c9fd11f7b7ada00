// From facts to persons and stays.
#include "dui/annuaire/personne.hpp"

#include "core/ensure.hpp"
#include "dui/lecture/objet_json.hpp"

namespace grappe::annuaire {
namespace {

core::Date jour_de(fait::Repere jours) {
    return core::Date::of(std::chrono::sys_days{std::chrono::days{static_cast<int>(jours)}});
}

std::optional<core::Date> jour_de(const std::optional<fait::Repere>& jours) {
    return jours ? std::optional{jour_de(*jours)} : std::nullopt;
}

std::string texte(const lecture::ObjetJson& objet, std::string_view cle) {
    const auto* champ = objet.trouver(cle);
    return champ == nullptr ? std::string{} : std::string{champ->texte};
}

}  // namespace

std::string Personne::tous_les_prenoms() const {
    std::string tous;
    for (const auto& un : prenoms) (tous += tous.empty() ? "" : " ") += un;
    return tous;
}

Personne personne_de(const fait::Fait& fait) {
    lecture::ObjetJson objet;
    core::ensure(objet.lire(fait.reste), "a stored object");
    Personne une{.id = fait.id,
                 .nom_de_naissance = texte(objet, "nom_naissance"),
                 .nom_utilise = texte(objet, "nom_utilise"),
                 .prenoms = {},
                 .prenom_utilise = texte(objet, "prenom_utilise"),
                 .sexe = texte(objet, "sexe"),
                 .lieu_de_naissance = texte(objet, "lieu_naissance"),
                 .naissance = jour_de(fait.debut),
                 .deces = jour_de(fait.fin),
                 .finess_et = fait.finess_et.text(),
                 .sejours = {}};
    if (const auto* prenoms = objet.trouver("prenoms"))
        for (const auto un : objet.textes(*prenoms)) une.prenoms.emplace_back(un);
    return une;
}

Sejour sejour_de(const fait::Fait& fait) {
    core::ensure(fait.debut.has_value(), "a stay has an entry");
    return {.id = fait.id,
            .finess_et = fait.finess_et.text(),
            .entree = jour_de(*fait.debut),
            .sortie = jour_de(fait.fin),
            .modalite = fait.etat};
}

}  // namespace grappe::annuaire
