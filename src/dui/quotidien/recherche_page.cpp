// /personnes?q=: somebody found by a fragment of a name, a date of birth or an id.
#include "dui/acces/consultation.hpp"
#include "dui/identite/changement.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/identite_vue.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/quotidien/routes.hpp"
#include "dui/quotidien/vues.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::quotidien {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::adresse_de_la_personne, rencontre::age_de, rencontre::instant,
    rencontre::sejour_dit;
using storage::Reader;

constexpr std::size_t montrees = 20;

struct Recherche {
    annuaire::Reponse reponse;
    Vue::Liste trouvees;
};

std::string raisons_dites(const dui::Services& services, const annuaire::Trouvaille& une) {
    std::string texte;
    for (const auto& raison : une.raisons) {
        const auto champ =
            dire(services, "annuaire.champ." + std::string{core::name_of(raison.accord.champ)});
        const auto niveau =
            dire(services, "annuaire.niveau." + std::string{core::name_of(raison.accord.niveau)});
        texte += (texte.empty() ? "" : " · ") +
                 dire(services, "annuaire.raison",
                      {{"mot", raison.mot}, {"champ", champ}, {"niveau", niveau}});
    }
    return texte;
}

// The last stay at each establishment, in words.
Vue::Liste lieux_dits(const dui::Services& services, const annuaire::Personne& une) {
    std::map<std::string, const annuaire::Sejour*> derniers;
    for (const auto& un : une.sejours) derniers[un.finess_et] = &un;
    Vue::Liste vues;
    for (const auto& [ou, sejour] : derniers)
        vues.push_back(Vue{{"finess", ou}, {"sejour", sejour_dit(services, *sejour)}});
    return vues;
}

std::string identite_dite(const dui::Services& services, Reader& db, const std::string& personne) {
    const auto histoire = identite::histoire_de(db, personne, {});
    return histoire ? dui::etat_dit(services, histoire->back().etape.apres) : std::string{};
}

// Whoever never stayed where one reads has no page of every day yet, only a record.
std::string adresse_de(const annuaire::Personne& une) {
    return une.sejours.empty() ? dui::adresse_sous("/dossiers", une.id)
                               : adresse_de_la_personne(une.id);
}

Vue vue_de(const Ecrans& ecrans, Reader& db, const annuaire::Trouvaille& trouvee) {
    const auto& services = ecrans.services;
    const auto& une = trouvee.personne;
    const auto jour = core::paris().day_of(instant(ecrans));
    return {{"nom", une.nom_de_naissance + " " + une.tous_les_prenoms()},
            {"utilise", une.nom_utilise},
            {"adresse", adresse_de(une)},
            {"naissance", une.naissance ? page::jour(*une.naissance) : std::string{}},
            {"age", age_de(services, une, jour)},
            {"deces", une.deces ? dire(services, "rencontre.decedee", {{"jour", *une.deces}})
                                : std::string{}},
            {"identite", identite_dite(services, db, une.id)},
            {"lieux", lieux_dits(services, une)},
            {"raisons", raisons_dites(services, trouvee)}};
}

Recherche chercher(const Ecrans& ecrans, Reader& db, const Visite& visite, std::string_view texte) {
    ecrans.annuaire.mettre_a_jour(db);
    const auto qui = acces::professionnel(db, visite.qui().acteur);
    const annuaire::Lisible lisible = [&](std::string_view finess_et) {
        return qui.peut_a(access::Permission::dossier_usager_lire, finess_et);
    };
    Recherche faite{.reponse = ecrans.annuaire.chercher({texte, lisible, montrees})};
    for (const auto& une : faite.reponse.trouvailles)
        faite.trouvees.push_back(vue_de(ecrans, db, une));
    return faite;
}

std::string combien_dit(const dui::Services& services, const annuaire::Reponse& reponse) {
    const rules::Faits faits{{"nombre", static_cast<std::int64_t>(reponse.trouvailles.size())}};
    if (reponse.trouvailles.empty()) return dire(services, "annuaire.aucune");
    return dire(services,
                reponse.il_y_en_a_d_autres ? "annuaire.les_premieres" : "annuaire.trouvees", faits);
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    const auto texte = visite.requete.query("q").value_or("");
    const bool demandee = texte.find_first_not_of(' ') != std::string_view::npos;
    Recherche faite;
    if (demandee)
        faite = visite.base.read([&](Reader& db) { return chercher(ecrans, db, visite, texte); });
    const auto combien = faite.reponse.trouvailles.size();
    if (combien > 0)
        acces::consigner_une_recherche(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                       combien);
    return dui::repondre(
        ecrans.services,
        {.gabarit = "personnes",
         .titre = dire(ecrans.services, "annuaire.titre"),
         .rubrique = "/personnes"},
        {{"q", std::string{texte}},
         {"demandee", demandee},
         {"ouvre", access::pourrait(visite.qui().acteur, access::Permission::identite_verifier)},
         {"combien", demandee ? combien_dit(ecrans.services, faite.reponse) : std::string{}},
         {"aucune", demandee && combien == 0},
         {"trouvees", std::move(faite.trouvees)}});
}

}  // namespace

void ajouter_recherche(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/personnes",
                       .resume = "Chercher une personne",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
}

}  // namespace grappe::quotidien
