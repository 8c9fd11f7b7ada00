// /documents/{id}: the documents of a person, by type, days and words.
#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/classeur/routes.hpp"
#include "dui/classeur/vues.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/rencontre/suite.hpp"

namespace grappe::classeur {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;

constexpr std::size_t texte_au_plus = 200;  // bytes of what is looked for

struct Lue {
    rencontre::Rencontre rencontre;
    rencontre::Bandeau bandeau;
    document::Page page;
};

std::string demande(const Visite& visite, const char* nom) {
    return std::string{visite.requete.query(nom).value_or("")};
}

std::optional<core::Date> jour(const std::string& texte) {
    const auto lu = core::Date::parse(texte);
    return lu ? std::optional{*lu} : std::nullopt;
}

document::Demandee demandee(const Visite& visite, const std::string& personne) {
    return {.personne = personne,
            .type = demande(visite, "type"),
            .depuis = jour(demande(visite, "depuis")),
            .jusqu_au = jour(demande(visite, "jusqu_a")),
            .texte = std::string{core::cut(demande(visite, "q"), texte_au_plus)},
            .apres = rencontre::suite_de(demande(visite, "apres"))};
}

core::Result<Lue> lire(const Classeur& classeur, storage::Reader& db, const Visite& visite) {
    auto rencontre = rencontre::rencontrer(classeur.ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    auto bandeau = rencontre::lire_le_bandeau(db, rencontre->personne);
    auto page = document::page_de(db, rencontre->qui, classeur.types,
                                  demandee(visite, rencontre->personne.id));
    return Lue{*std::move(rencontre), std::move(bandeau), std::move(page)};
}

// The same search, further.
std::string suite(const Visite& visite, const std::string& ici,
                  const std::optional<element::Suite>& apres) {
    auto adresse = rencontre::adresse_de_la_suite(ici, apres);
    if (adresse.empty()) return adresse;
    for (const char* nom : {"q", "type", "depuis", "jusqu_a"})
        if (const auto dit = demande(visite, nom); !dit.empty())
            adresse += std::string{"&"} + nom + "=" + core::percent_encoded(dit);
    return adresse;
}

Vue contenu(const Classeur& classeur, const Visite& visite, const Lue& lue) {
    const auto& services = classeur.ecrans.services;
    const auto& qui = lue.rencontre.qui;
    const auto ici = adresse_de_la_liste(lue.rencontre.personne.id);
    Vue::Liste documents;
    for (const auto& un : lue.page.documents) documents.push_back(vue_de(classeur, un));
    const bool vide = documents.empty();
    bool cherche = false;
    for (const char* nom : {"q", "type", "depuis", "jusqu_a"})
        cherche = cherche || !demande(visite, nom).empty();
    const auto tus = static_cast<std::int64_t>(lue.page.tus);
    const bool depose = !types_ecrits(classeur, qui, "").empty();
    return {{"bandeau",
             rencontre::vue_du_bandeau(classeur.ecrans, lue.rencontre, lue.bandeau, "/documents")},
            {"ici", ici},
            {"q", demande(visite, "q")},
            {"types", types_lus(classeur, qui, demande(visite, "type"))},
            {"depuis", demande(visite, "depuis")},
            {"jusqu_a", demande(visite, "jusqu_a")},
            {"cherche", cherche},
            {"aucun", vide && !cherche},
            {"aucun_trouve", vide && cherche},
            {"documents", std::move(documents)},
            {"deposer", depose ? "/document/nouveau?personne=" +
                                     core::percent_encoded(lue.rencontre.personne.id)
                               : std::string{}},
            {"tus", tus == 0 ? std::string{} : dire(services, "classeur.tus", {{"nombre", tus}})},
            {"suite", suite(visite, ici, lue.page.suite)}};
}

http::Response montrer(const Classeur& classeur, Visite& visite) {
    const auto& services = classeur.ecrans.services;
    const auto lue =
        visite.base.read([&](storage::Reader& db) { return lire(classeur, db, visite); });
    if (!lue) return dui::refuser(services, lue.error());
    const auto& personne = lue->rencontre.personne;
    acces::consigner_un_dossier(visite.base,
                                {visite.qui().acteur.compte, rencontre::instant(classeur.ecrans)},
                                personne.id);
    return dui::repondre(
        services,
        {.gabarit = "documents",
         .titre = dire(services, "classeur.titre.liste", {{"nom", rencontre::nom_de(personne)}}),
         .rubrique = "/equipe",
         .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
        contenu(classeur, visite, *lue));
}

}  // namespace

void ajouter_liste(const Classeur& classeur) {
    dui::ajouter_page(classeur.ecrans.services,
                      {.chemin = "/documents/{id...}",
                       .resume = "Les documents d'une personne, par type, date et mots",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(classeur, visite); }});
}

}  // namespace grappe::classeur
