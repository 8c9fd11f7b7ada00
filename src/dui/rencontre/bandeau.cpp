// The strict traits are always shown: IDV-03.
#include "dui/rencontre/bandeau.hpp"

#include <array>

#include "dui/identite/changement.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/identite_vue.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/rencontre/dits.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::rencontre {
namespace {

using dui::dire;
using page::Vue;

// Another part of the record: the address before the id of the person.
struct Porte {
    const char* adresse;
    const char* code;
};
constexpr std::array portes{
    Porte{"/personnes", "rencontre.porte.quotidien"},
    Porte{"/evaluations", "rencontre.porte.evaluations"},
    Porte{"/documents", "rencontre.porte.documents"},
    Porte{"/dossiers", "rencontre.porte.indicateurs"},
};

Vue trait(const dui::Services& services, const char* code, std::string valeur) {
    return Vue{{"nom", dire(services, code)}, {"valeur", std::move(valeur)}};
}

Vue::Liste traits(const dui::Services& services, const annuaire::Personne& personne) {
    return {trait(services, "dui.pages.trait.nom", personne.nom_de_naissance),
            trait(services, "dui.pages.trait.prenoms", personne.tous_les_prenoms()),
            trait(services, "dui.pages.trait.naissance",
                  personne.naissance ? page::jour(*personne.naissance) : std::string{}),
            trait(services, "dui.pages.trait.sexe",
                  page::etiquette(services.phrases, "dui.sexe." + personne.sexe, personne.sexe)),
            trait(services, "dui.pages.trait.lieu", personne.lieu_de_naissance)};
}

Vue::Liste vues_des_portes(const dui::Services& services, std::string_view personne,
                           std::string_view ici) {
    Vue::Liste vues;
    for (const auto& une : portes)
        vues.push_back(Vue{{"adresse", dui::adresse_sous(une.adresse, personne)},
                           {"nom", dire(services, une.code)},
                           {"ici", ici == une.adresse}});
    return vues;
}

}  // namespace

Bandeau lire_le_bandeau(storage::Reader& db, const annuaire::Personne& personne) {
    Bandeau bandeau;
    if (const auto histoire = identite::histoire_de(db, personne.id, {}))
        bandeau.identite = histoire->back().etape.apres;
    return bandeau;
}

Vue vue_du_bandeau(const Ecrans& ecrans, const Rencontre& rencontre, const Bandeau& bandeau,
                   std::string_view ici) {
    const auto& services = ecrans.services;
    const auto& personne = rencontre.personne;
    return {
        {"nom", nom_de(personne)},
        {"age", age_de(services, personne, core::paris().day_of(instant(ecrans)))},
        {"deces", personne.deces ? dire(services, "rencontre.decedee", {{"jour", *personne.deces}})
                                 : std::string{}},
        {"traits", traits(services, personne)},
        {"etat", bandeau.identite ? dui::etat_dit(services, *bandeau.identite) : std::string{}},
        {"portes", vues_des_portes(services, personne.id, ici)}};
}

}  // namespace grappe::rencontre
