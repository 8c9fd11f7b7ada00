// From the versions of facts of type `personne` to identities.
#include "dui/pages/personne_lue.hpp"

#include "dui/lecture/objet_json.hpp"

namespace grappe::dui {
namespace {

std::string texte(const lecture::ObjetJson& objet, std::string_view cle) {
    const auto* champ = objet.trouver(cle);
    return champ == nullptr ? std::string{} : std::string{champ->texte};
}

std::string liste(const lecture::ObjetJson& objet, std::string_view cle) {
    std::string tous;
    const auto* champ = objet.trouver(cle);
    if (champ == nullptr) return tous;
    for (const auto un : objet.textes(*champ)) (tous += tous.empty() ? "" : " ") += un;
    return tous;
}

Identite identite(const fait::Fait& fait) {
    lecture::ObjetJson objet;
    core::ensure(objet.lire(fait.reste), "a stored object");
    const auto jour = [](const std::optional<fait::Repere>& repere) {
        return repere ? std::optional{jour_de(*repere)} : std::nullopt;
    };
    return {.nom = texte(objet, "nom_naissance"),
            .prenoms = liste(objet, "prenoms"),
            .sexe = texte(objet, "sexe"),
            .lieu_naissance = texte(objet, "lieu_naissance"),
            .naissance = jour(fait.debut),
            .deces = jour(fait.fin),
            .finess_et = fait.finess_et.text()};
}

}  // namespace

core::Date jour_de(fait::Repere jours) {
    return core::Date::of(std::chrono::sys_days{std::chrono::days{static_cast<int>(jours)}});
}

core::Instant instant_de(fait::Repere secondes) {
    return core::Instant::of(std::chrono::sys_seconds{std::chrono::seconds{secondes}});
}

std::map<std::string, Identite> identites(storage::Reader& db,
                                          std::span<const std::string_view> ids,
                                          indicateur::Acte connu) {
    std::map<std::string, magasin::Version> dernieres;
    magasin::versions_de(db, ids, [&](magasin::Version&& version) {
        if (version.fait.type != fait::Type::personne || version.enregistrement > connu) return;
        const auto [ou, neuve] = dernieres.try_emplace(version.fait.id, version);
        if (!neuve && ou->second.version < version.version) ou->second = std::move(version);
    });
    std::map<std::string, Identite> toutes;
    for (const auto& [id, version] : dernieres) toutes.emplace(id, identite(version.fait));
    return toutes;
}

}  // namespace grappe::dui
