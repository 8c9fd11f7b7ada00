// Names are read once for a list, and the reading is noted.
#include "dui/pages/personne_vue.hpp"

#include <optional>

#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"

namespace grappe::dui {
std::string adresse_sous(std::string_view racine, std::string_view personne) {
    std::string adresse{racine};
    for (auto reste = std::optional{personne}; reste;) {
        const auto fin = reste->find('/');
        const auto segment = reste->substr(0, fin);
        if (segment.empty() || segment == "." || segment == ".." ||
            segment.find('\\') != std::string_view::npos)
            return {};
        adresse += "/" + core::percent_encoded(segment);
        reste =
            fin == std::string_view::npos ? std::nullopt : std::optional{reste->substr(fin + 1)};
    }
    return adresse;
}

page::Vue Noms::vue(const std::string& personne) const {
    const auto ici = identites_.find(personne);
    return {{"id", personne},
            {"nom", ici == identites_.end() ? std::string{} : ici->second.en_clair()},
            {"adresse", lisibles_ ? adresse_sous("/dossiers", personne) : std::string{}}};
}

Noms noms_a_montrer(garde::Visite& visite, const MesureLue& lue, const std::string& finess,
                    const std::vector<std::string_view>& ids) {
    if (!lue.qui.peut_a(access::Permission::dossier_usager_lire, finess)) return {{}, false};
    if (ids.empty()) return {{}, true};
    auto lues = visite.base.read([&](storage::Reader& db) { return identites(db, ids, lue.acte); });
    acces::consigner_une_liste(visite.base,
                               {visite.qui().acteur.compte, visite.comptes.maintenant()},
                               {finess, ids.size()});
    return {std::move(lues), true};
}

}  // namespace grappe::dui
