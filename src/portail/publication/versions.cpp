// The calls in force, those kept in the database read again from their texts, and both by digest.
#include "portail/publication/versions.hpp"

#include "portail/publication/publication_repository.hpp"
#include "portail/socle/figes.hpp"

namespace grappe::publication {

Versions::Versions(const programme::Appels& en_vigueur) : en_vigueur_{en_vigueur} {
    for (const auto& charge : en_vigueur.tous) joindre(charge);
}

void Versions::joindre(const programme::AppelCharge& charge) {
    for (const auto& version : charge.versions)
        par_empreinte_.try_emplace(version.appel.empreinte,
                                   VersionPubliee{&version.appel, &charge});
}

std::vector<std::string> Versions::publier(storage::Base& base, core::Instant maintenant) {
    std::vector<Publication> publiees;
    for (const auto& [empreinte, version] : par_empreinte_)
        publiees.push_back(
            {empreinte, version.charge->id, version.charge->texte, version.charge->socle});
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        garder(db, publiees, maintenant);
        return {};
    });
    return rejoindre(base);
}

std::vector<std::string> Versions::rejoindre(storage::Base& base) {
    std::vector<std::string> illisibles;
    const auto gardees = base.read([](storage::Reader& db) { return publications(db); });
    for (const auto& gardee : gardees) {
        if (par_empreinte_.contains(gardee.empreinte)) continue;
        const auto& lus = anciens_.emplace_back(programme::lire_appel(gardee.texte, gardee.socle));
        for (const auto& charge : lus.tous) joindre(charge);
        if (!par_empreinte_.contains(gardee.empreinte)) illisibles.push_back(gardee.empreinte);
    }
    return illisibles;
}

std::optional<VersionPubliee> Versions::find(std::string_view empreinte) const {
    const auto trouvee = par_empreinte_.find(empreinte);
    if (trouvee == par_empreinte_.end()) return std::nullopt;
    return trouvee->second;
}

const programme::AppelCharge* Versions::en_vigueur(std::string_view appel) const {
    return en_vigueur_.find(appel);
}

std::optional<std::string> Versions::socle(std::string_view nom) const {
    for (const auto& charge : en_vigueur_.tous)
        if (!nom.empty() && charge.nom_du_socle == nom) return charge.socle;
    return std::nullopt;
}

programme::Appels lire_candidat(std::string_view texte, const Versions& versions) {
    const auto socles = [&](const std::string& nom) { return versions.socle(nom); };
    return programme::lire_appel_avec(socles, texte);
}

socle::Moyens avec(socle::Moyens moyens, const Versions& versions) {
    moyens.appel = [&versions, suite = std::move(moyens.appel)](
                       std::string_view id, core::Instant depose_le) -> const programme::Appel* {
        if (!socle::est_une_empreinte(id)) return suite(id, depose_le);
        const auto version = versions.find(id);
        return version ? version->appel : nullptr;
    };
    return moyens;
}

}  // namespace grappe::publication
