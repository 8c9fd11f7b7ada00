// The role, the establishments of the person, then her circle.
#include "dui/api/demandeur.hpp"

#include <algorithm>

#include "core/integer.hpp"
#include "dui/cercle/cercle.hpp"
#include "secret/empreinte.hpp"

namespace grappe::dui {

acces::Lecteur lecteur(const Api& api, const garde::Visite& visite) {
    return {visite.qui().acteur.compte, api.mesureur.maintenant()};
}

core::Result<acces::Professionnel> demandeur_de(const Api& api, storage::Reader& db,
                                                const garde::Visite& visite,
                                                const std::string& personne) {
    api.annuaire.mettre_a_jour(db);
    auto qui = acces::professionnel(db, visite.qui().acteur);
    const auto elle = api.annuaire.personne(personne);
    const auto lisible = [&](const annuaire::Sejour& un) {
        return qui.peut_a(access::Permission::dossier_usager_lire, un.finess_et);
    };
    if (!elle || !std::ranges::any_of(elle->sejours, lisible))
        return core::refuse(core::Reason::not_found, "dui.dossier_inconnu");
    if (auto admise = cercle::admettre(db, qui.acteur, api.mesureur.maintenant(), personne);
        !admise)
        return admise.error();
    return qui;
}

// "2024-08-01T10:00:00Z~12", in the signs of an address.
std::string en_suite(const std::optional<element::Suite>& suite) {
    if (!suite) return {};
    return secret::en_base64_url(suite->debut + "~" + std::to_string(suite->numero));
}

std::optional<element::Suite> suite_lue(std::string_view texte) {
    if (texte.empty()) return element::Suite{};
    const auto clair = secret::de_base64_url(texte).value_or("");
    const auto fin = clair.find('~');
    if (fin == std::string::npos || !core::Instant::parse(clair.substr(0, fin)))
        return std::nullopt;
    const auto numero = core::integer<std::int64_t>(std::string_view{clair}.substr(fin + 1));
    if (!numero) return std::nullopt;
    return element::Suite{clair.substr(0, fin), *numero};
}

}  // namespace grappe::dui
