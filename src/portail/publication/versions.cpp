// Texts of the calls read again from their files, kept in the database, and resolved once more.
#include "portail/publication/versions.hpp"

#include <variant>

#include "fichiers/racine.hpp"
#include "portail/programme/lecture_toml.hpp"
#include "portail/publication/publication_repository.hpp"
#include "portail/socle/figes.hpp"

namespace grappe::publication {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t octets_max = std::size_t{1} << 20U;

std::string nom_du_socle(const std::string& texte) {
    const auto lu = programme::lire_toml(texte, "");
    const auto* racine = std::get_if<programme::Noeud>(&lu);
    const auto* socle = racine ? racine->membre("socle") : nullptr;
    return socle ? socle->texte : std::string{};
}

// The layer beside the call, else that of the other folders: as it was loaded.
std::string socle_de(const fs::path& fichier, const std::string& nom,
                     const programme::Dossiers& dossiers) {
    programme::Dossiers ordre{fichier.parent_path()};
    ordre.insert(ordre.end(), dossiers.begin(), dossiers.end());
    for (const auto& dossier : ordre)
        if (auto lu =
                fichiers::lire_fichier((dossier / "socle" / (nom + ".toml")).string(), octets_max))
            return *std::move(lu);
    return {};
}

Textes relire(const programme::AppelCharge& charge, const programme::Dossiers& dossiers) {
    Textes textes{charge.id, fichiers::lire_fichier(charge.fichier, octets_max).value_or(""), {}};
    textes.nom_du_socle = nom_du_socle(textes.texte);
    if (!textes.nom_du_socle.empty())
        textes.socle = socle_de(charge.fichier, textes.nom_du_socle, dossiers);
    return textes;
}

}  // namespace

Versions::Versions(const programme::Appels& appels, const programme::Dossiers& dossiers) {
    for (const auto& charge : appels.tous)
        joindre(charge, textes_.emplace_back(relire(charge, dossiers)));
}

void Versions::joindre(const programme::AppelCharge& charge, const Textes& textes) {
    for (const auto& version : charge.versions)
        par_empreinte_.try_emplace(version.appel.empreinte,
                                   VersionPubliee{&version.appel, &textes});
}

std::vector<std::string> Versions::publier(storage::Base& base, core::Instant maintenant) {
    std::vector<Publication> en_vigueur;
    for (const auto& [empreinte, version] : par_empreinte_)
        en_vigueur.push_back({empreinte, *version.textes});
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        garder(db, en_vigueur, maintenant);
        return {};
    });
    return rejoindre(base);
}

std::vector<std::string> Versions::rejoindre(storage::Base& base) {
    std::vector<std::string> illisibles;
    auto gardees = base.read([](storage::Reader& db) { return publications(db); });
    for (auto& gardee : gardees) {
        if (par_empreinte_.contains(gardee.empreinte)) continue;
        const auto& lus =
            anciens_.emplace_back(programme::lire_appel(gardee.textes.texte, gardee.textes.socle));
        const auto& textes = textes_.emplace_back(std::move(gardee.textes));
        for (const auto& charge : lus.tous) joindre(charge, textes);
        if (!par_empreinte_.contains(gardee.empreinte)) illisibles.push_back(gardee.empreinte);
    }
    return illisibles;
}

std::optional<VersionPubliee> Versions::find(std::string_view empreinte) const {
    const auto trouvee = par_empreinte_.find(empreinte);
    if (trouvee == par_empreinte_.end()) return std::nullopt;
    return trouvee->second;
}

const Textes* Versions::en_vigueur(std::string_view appel) const {
    // Those in force were read first.
    for (const auto& textes : textes_)
        if (textes.appel == appel) return &textes;
    return nullptr;
}

std::string_view Versions::socle(std::string_view nom) const {
    for (const auto& textes : textes_)
        if (!nom.empty() && textes.nom_du_socle == nom) return textes.socle;
    return {};
}

programme::Appels lire_candidat(std::string_view texte, const Versions& versions) {
    const auto nom = nom_du_socle(std::string{texte});
    return programme::lire_appel(texte, versions.socle(nom));
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
