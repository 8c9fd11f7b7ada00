// The role, the establishments of the person, then her circle.
#include "dui/api/demandeur.hpp"

#include <algorithm>

#include "core/integer.hpp"
#include "dui/cercle/cercle.hpp"
#include "secret/empreinte.hpp"

namespace grappe::dui {
namespace {

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

}  // namespace

acces::Lecteur lecteur(const Api& api, const garde::Visite& visite) {
    return {visite.qui().acteur.compte, api.mesureur.maintenant()};
}

core::Result<acces::Professionnel> demandeur_de(const Api& api, storage::Reader& db,
                                                const garde::Visite& visite,
                                                const std::string& personne) {
    api.annuaire.mettre_a_jour(db);
    auto qui = acces::professionnel(db, visite.qui().acteur);
    if (auto admise = admettre(api, db, {qui, personne}); !admise) return admise.error();
    return qui;
}

core::Result<void> admettre(const Api& api, storage::Reader& db, const Admission& voulue) {
    const auto elle = api.annuaire.personne(voulue.personne);
    const auto lisible = [&](const annuaire::Sejour& un) {
        return voulue.qui.peut_a(access::Permission::dossier_usager_lire, un.finess_et);
    };
    if (!elle || !std::ranges::any_of(elle->sejours, lisible))
        return core::refuse(core::Reason::not_found, voulue.inconnu);
    return cercle::admettre(db, voulue.qui.acteur, api.mesureur.maintenant(), voulue.personne);
}

core::Result<void> admettre_dans(const Api& api, storage::Reader& db,
                                 const acces::Professionnel& qui, std::string_view element) {
    const auto un = element::derniere(db, element);
    if (!un) return {};
    return cercle::admettre(db, qui.acteur, api.mesureur.maintenant(), un->element.personne);
}

// "2024-08-01T10:00:00Z~12", in the signs of an address.
std::string en_suite(const std::optional<element::Suite>& suite) {
    if (!suite) return {};
    return secret::en_base64_url(suite->debut + "~" + std::to_string(suite->numero));
}

element::Suite suite_de(Question& question) {
    if (auto suite = suite_lue(question.champ("suite"))) return *std::move(suite);
    question.faute("suite", "dui.suite");
    return {};
}

}  // namespace grappe::dui
