// Read once a request: rights first, then what there is.
#include "dui/rencontre/rencontre.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/pages/personne_vue.hpp"

namespace grappe::rencontre {
namespace {

bool lit(const acces::Professionnel& qui, std::string_view finess_et) {
    return qui.peut_a(access::Permission::dossier_usager_lire, finess_et);
}

std::vector<std::string> lisibles(const Ecrans& ecrans, const acces::Professionnel& qui) {
    std::vector<std::string> ou;
    for (auto& finess_et : ecrans.annuaire.etablissements())
        if (lit(qui, finess_et)) ou.push_back(std::move(finess_et));
    return ou;
}

}  // namespace

std::string Lieu::question() const {
    auto question = "?finess=" + core::percent_encoded(finess_et);
    if (!unite.empty()) question += "&unite=" + core::percent_encoded(unite);
    return question;
}

bool est_celui(const Lieu& lieu, const Demande& demande) {
    return !lieu.finess_et.empty() && lieu.finess_et == demande.finess_et &&
           lieu.unite == demande.unite;
}

Lieu lire_le_lieu(const Ecrans& ecrans, storage::Reader& db, const garde::Visite& visite,
                  const Demande& demande) {
    ecrans.annuaire.mettre_a_jour(db);
    Lieu lieu{.qui = acces::professionnel(db, visite.qui().acteur)};
    lieu.etablissements = lisibles(ecrans, lieu.qui);
    if (lieu.etablissements.empty()) return lieu;
    const auto la = std::ranges::find(lieu.etablissements, demande.finess_et);
    lieu.finess_et = la == lieu.etablissements.end() ? lieu.etablissements.front() : *la;
    lieu.fermees = cercle::fermees_a(db, visite.qui().acteur, instant(ecrans));
    lieu.unites = unite::unites_de(db, lieu.finess_et);
    if (std::ranges::find(lieu.unites, demande.unite, &unite::Unite::id) == lieu.unites.end())
        return lieu;
    lieu.unite = demande.unite;
    for (auto& une : unite::personnes_de(db, lieu.unite)) lieu.de_l_unite.insert(std::move(une));
    return lieu;
}

core::Result<Rencontre> croiser(const Ecrans& ecrans, storage::Reader& db,
                                const garde::Visite& visite, std::string_view personne) {
    ecrans.annuaire.mettre_a_jour(db);
    Rencontre rencontre{.qui = acces::professionnel(db, visite.qui().acteur)};
    auto trouvee = ecrans.annuaire.personne(personne);
    std::set<std::string> ou;
    if (trouvee)
        for (const auto& sejour : trouvee->sejours)
            if (lit(rencontre.qui, sejour.finess_et)) ou.insert(sejour.finess_et);
    if (ou.empty()) return core::refuse(core::Reason::not_found, "dui.dossier_inconnu");
    rencontre.etablissements.assign(ou.begin(), ou.end());
    rencontre.personne = *std::move(trouvee);
    return rencontre;
}

core::Result<Rencontre> rencontrer(const Ecrans& ecrans, storage::Reader& db,
                                   const garde::Visite& visite, std::string_view personne) {
    auto rencontre = croiser(ecrans, db, visite, personne);
    if (!rencontre) return rencontre;
    if (auto admise =
            cercle::admettre(db, visite.qui().acteur, instant(ecrans), rencontre->personne.id);
        !admise)
        return admise.error();
    return rencontre;
}

core::Result<void> admettre_a_l_element(const Ecrans& ecrans, storage::Reader& db,
                                        const garde::Visite& visite) {
    const auto un = element::derniere(db, visite.requete.path("id"));
    if (!un) return {};
    return cercle::admettre(db, visite.qui().acteur, instant(ecrans), un->element.personne);
}

std::string adresse_de_la_personne(std::string_view id) {
    return dui::adresse_sous("/personnes", id);
}

}  // namespace grappe::rencontre
