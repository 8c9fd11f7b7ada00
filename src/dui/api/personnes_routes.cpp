// Persons found by what is known of a name, a date of birth or an id.
#include "dui/acces/consultation.hpp"
#include "dui/annuaire/annuaire_json.hpp"
#include "dui/api/demandeur.hpp"
#include "dui/api/lignes.hpp"
#include "dui/api/question.hpp"
#include "dui/identite/changement.hpp"

namespace grappe::dui {
namespace {

using access::Permission;
using garde::Visite;

constexpr std::size_t montrees = 20;

http::Response chercher(const Api& api, Visite& visite) {
    Question question{api, visite};
    const auto texte = question.requis("q");
    if (auto refusee = question.refusee()) return *std::move(refusee);
    std::size_t combien = 0;
    auto json = visite.base.read([&](storage::Reader& db) {
        api.annuaire.mettre_a_jour(db);
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        const annuaire::Lisible lisible = [&](std::string_view finess_et) {
            return qui.peut_a(Permission::dossier_usager_lire, finess_et);
        };
        const auto reponse = api.annuaire.chercher({texte, lisible, montrees});
        combien = reponse.trouvailles.size();
        return annuaire::en_json(
            reponse, [&](const std::string& id) { return identite::statut_de(db, id); });
    });
    if (combien > 0) acces::consigner_une_recherche(visite.base, lecteur(api, visite), combien);
    return http::Response::json(std::move(json));
}

}  // namespace

void ajouter_routes_des_personnes(const Api& api) {
    ajouter_une_lecture(
        api, {"/api/personnes",
              "Les personnes dont le nom, la date de naissance ou l'identifiant répondent à q",
              chercher,
              {{"q",
                "Fragments de noms et de prénoms dans un ordre quelconque, date de "
                "naissance entière ou non, ou identifiant"}}});
}

}  // namespace grappe::dui
