// The strict traits are always shown: IDV-03.
#include "dui/rencontre/bandeau.hpp"

#include <array>

#include "dui/element/droits.hpp"
#include "dui/fiche/ecriture.hpp"
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

// Of the latest written: measures follow one another, few at once.
constexpr std::size_t protections_au_plus = 20;

// Another part of the record: the address before the id of the person.
struct Porte {
    const char* adresse;
    const char* code;
};
constexpr std::array portes{
    Porte{"/personnes", "rencontre.porte.quotidien"},
    Porte{"/administratif", "rencontre.porte.administratif"},
    Porte{"/sejours", "rencontre.porte.sejours"},
    Porte{"/projets", "rencontre.porte.projet"},
    Porte{"/agenda/personne", "rencontre.porte.agenda"},
    Porte{"/evaluations", "rencontre.porte.evaluations"},
    Porte{"/documents", "rencontre.porte.documents"},
    Porte{"/consentements", "rencontre.porte.consentements"},
    Porte{"/demandes", "rencontre.porte.demandes"},
    Porte{"/acces", "rencontre.porte.acces"},
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

// Those that stand; where none does, the last that has ended: whether it was renewed is to be
// asked.
std::vector<const fiche::Fiche*> protections_a_dire(const Rencontre& rencontre,
                                                    const Bandeau& bandeau, core::Date jour) {
    std::vector<const fiche::Fiche*> ici, echues;
    for (const auto& une : bandeau.protections) {
        if (!element::lit(rencontre.qui, une.version.element)) continue;
        const auto vigueur = fiche::vigueur_de(une, jour);
        if (vigueur == fiche::Vigueur::en_vigueur) ici.push_back(&une);
        if (vigueur == fiche::Vigueur::echue && echues.empty()) echues.push_back(&une);
    }
    return ici.empty() ? echues : ici;
}

Vue vue_de_la_protection(const dui::Services& services, const fiche::Fiche& une, core::Date jour) {
    const auto type = dire(services, "fiche.mot.protection.type." + une.texte("type"));
    auto titulaire = une.texte("nom");
    if (const auto prenom = une.texte("prenom"); !prenom.empty()) titulaire += " " + prenom;
    std::string fin;
    const bool echue = fiche::vigueur_de(une, jour) == fiche::Vigueur::echue;
    if (const auto le = une.jour("fin"))
        fin = dire(services, echue ? "rencontre.protection.echue" : "rencontre.protection.fin",
                   {{"fin", *le}});
    return {{"type", type},
            {"titulaire", titulaire},
            {"telephone", une.texte("telephone")},
            {"fin", fin},
            {"presse", echue || fiche::alerte_de(une, jour) == fiche::Alerte::trois_mois},
            {"adresse", "/fiches/" + une.version.element.id}};
}

Vue::Liste protections(const dui::Services& services, const Rencontre& rencontre,
                       const Bandeau& bandeau, core::Date jour) {
    Vue::Liste vues;
    for (const auto* une : protections_a_dire(rencontre, bandeau, jour))
        vues.push_back(vue_de_la_protection(services, *une, jour));
    return vues;
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
    for (auto& une :
         element::du_dossier(db, {personne.id, element::Genre::protection, protections_au_plus}))
        bandeau.protections.push_back(fiche::lue(std::move(une)));
    return bandeau;
}

Vue vue_du_bandeau(const Ecrans& ecrans, const Rencontre& rencontre, const Bandeau& bandeau,
                   std::string_view ici) {
    const auto& services = ecrans.services;
    const auto& personne = rencontre.personne;
    const auto jour = core::paris().day_of(instant(ecrans));
    return {
        {"nom", nom_de(personne)},
        {"age", age_de(services, personne, jour)},
        {"protections", protections(services, rencontre, bandeau, jour)},
        {"urgence", ici == "/urgence" ? std::string{} : dui::adresse_sous("/urgence", personne.id)},
        {"deces", personne.deces ? dire(services, "rencontre.decedee", {{"jour", *personne.deces}})
                                 : std::string{}},
        {"traits", traits(services, personne)},
        {"etat", bandeau.identite ? dui::etat_dit(services, *bandeau.identite) : std::string{}},
        {"portes", vues_des_portes(services, personne.id, ici)}};
}

}  // namespace grappe::rencontre
