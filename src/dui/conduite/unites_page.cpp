// /unites: the units of an establishment, their places and who lives there; opened, renamed,
// closed.
#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/conduite/formule.hpp"
#include "dui/conduite/histoire.hpp"
#include "dui/conduite/occupation.hpp"
#include "dui/conduite/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::Lieu, rencontre::maintenant;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 8 * 1024;

core::Date ce_jour(const Conduite& conduite) {
    return core::paris().day_of(instant(conduite.ecrans));
}

struct Montree {
    const dui::Services& services;
    const Visite& visite;
    const Lieu& lieu;
    const Tape& tape;
};

Vue vue_d_une(const Montree& montree, const Occupation& une) {
    const auto& [services, visite, lieu, tape] = montree;
    const auto places = une.unite.places ? std::to_string(*une.unite.places) : std::string{};
    const std::vector<Cache> caches{{"finess", lieu.finess_et},
                                    {"id", une.unite.id},
                                    {"version", std::to_string(une.unite.version)}};
    Vue::Liste formes;
    if (lieu.qui.peut_a(access::Permission::dossier_usager_ecrire, lieu.finess_et)) {
        formes.push_back(vue_de(services, visite, tape,
                                {.acte = "unite",
                                 .adresse = "/unites/changement",
                                 .rang = une.unite.id,
                                 .caches = caches,
                                 .champs = {{"nom_unite", Genre::texte, une.unite.nom},
                                            {"places", Genre::nombre, places}}}));
        formes.push_back(vue_de(services, visite, tape,
                                {.acte = "fermeture",
                                 .adresse = "/unites/fermeture",
                                 .rang = une.unite.id,
                                 .caches = caches}));
    }
    return {
        {"nom", une.unite.nom},
        {"adresse", "/equipe?finess=" + lieu.finess_et + "&unite=" + une.unite.id},
        {"presentes", dire(services, "conduite.unite.presentes",
                           {{"nombre", static_cast<std::int64_t>(une.presentes)}})},
        {"places", une.unite.places
                       ? dire(services, "conduite.unite.places",
                              {{"nombre", static_cast<std::int64_t>(*une.unite.places)}})
                       : dire(services, "conduite.unite.sans_places")},
        {"pleine", une.unite.places && une.presentes > static_cast<std::size_t>(*une.unite.places)},
        {"formes", std::move(formes)}};
}

http::Response afficher(const Conduite& conduite, Visite& visite, const Lieu& lieu,
                        const Tape& tape) {
    const auto& services = conduite.ecrans.services;
    if (lieu.finess_et.empty()) return sans_etablissement(services);
    const auto toutes = visite.base.read([&](Reader& db) {
        return occupations_de(conduite.ecrans, db, lieu.finess_et, ce_jour(conduite));
    });
    Vue::Liste unites, formes;
    for (const auto& une : toutes.unites)
        unites.push_back(vue_d_une({services, visite, lieu, tape}, une));
    if (lieu.qui.peut_a(access::Permission::dossier_usager_ecrire, lieu.finess_et))
        formes.push_back(
            vue_de(services, visite, tape,
                   {.acte = "ouverture",
                    .adresse = "/unites/ouverture",
                    .caches = {{"finess", lieu.finess_et}},
                    .champs = {{"nom_unite", Genre::texte}, {"places", Genre::nombre}}}));
    const auto sans = static_cast<std::int64_t>(toutes.sans_unite);
    Vue vue{{"enrole", visite.qui().partage.empty() &&
                           lieu.qui.peut_a(access::Permission::appareil_enroler, lieu.finess_et)},
            {"vide", unites.empty()},
            {"unites", std::move(unites)},
            {"formes", std::move(formes)},
            {"sans_unite", sans == 0 ? std::string{}
                                     : dire(services, "conduite.unite.sans", {{"nombre", sans}})}};
    ajouter_le_lieu(services, lieu, "/unites", vue);
    ajouter_les_fautes(services, tape, vue);
    return dui::repondre(services,
                         {.gabarit = "unites",
                          .titre = dire(services, "conduite.titre.unites"),
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                         std::move(vue));
}

struct Dite {
    std::string nom;
    std::optional<int> places;
    std::vector<sejour::Faute> fautes{};
};

Dite unite_dite(const page::Formulaire& dit) {
    Dite dite{.nom = std::string{dit.valeur("nom_unite")}, .places = {}};
    if (core::trimmed(dite.nom).empty()) dite.fautes.push_back({"nom_unite", "unite.nom_vide"});
    if (core::caracteres(dite.nom) > unite::nom_au_plus)
        dite.fautes.push_back({"nom_unite", "unite.nom_long"});
    const auto places = core::trimmed(dit.valeur("places"));
    if (places.empty()) return dite;
    dite.places = core::integer<int>(places);
    if (!dite.places || *dite.places < 0 || *dite.places > unite::places_au_plus)
        dite.fautes.push_back({"places", "unite.places"});
    return dite;
}

template <class Ecrite>
core::Result<sejour::Ecrit> en_ecrit(const Ecrite& ecrite) {
    if (!ecrite) return ecrite.error();
    return sejour::Ecrit{};
}

struct Voulu {
    const Tape& tape;
    std::string_view acte;
};

core::Result<sejour::Ecrit> faire(const Conduite& conduite, Writer& db, const Lieu& lieu,
                                  const Voulu& voulu) {
    const auto& [tape, acte] = voulu;
    const auto& compte = lieu.qui.acteur.compte;
    const element::Geste geste{compte, maintenant(conduite.ecrans)};
    const auto finess_et = core::Finess::parse(lieu.finess_et).value();
    const std::string id{tape.dit.valeur("id")};
    if (acte == "fermeture") {
        const auto la = unite::personnes_de(db, id);
        const auto presentes =
            conduite.ecrans.annuaire.presentes(lieu.finess_et, ce_jour(conduite));
        const auto combien = std::ranges::count_if(
            presentes, [&](const auto& une) { return std::ranges::binary_search(la, une); });
        return en_ecrit(unite::fermer(
            db, lieu.qui, geste,
            {finess_et, id, version_vue(tape.dit), static_cast<std::size_t>(combien)}));
    }
    const auto dite = unite_dite(tape.dit);
    if (!dite.fautes.empty()) return sejour::Ecrit{.fautes = dite.fautes};
    if (acte == "ouverture")
        return en_ecrit(unite::ouvrir(db, lieu.qui, geste, {finess_et, dite.nom, dite.places}));
    return en_ecrit(unite::modifier(db, lieu.qui, geste,
                                    {finess_et, id, version_vue(tape.dit), dite.nom, dite.places}));
}

http::Response agir(const Conduite& conduite, Visite& visite, const std::string& acte) {
    Tape tape{.dit = garde::lire_envoi(visite)};
    tape.acte = acte == "ouverture" ? acte : acte + std::string{tape.dit.valeur("id")};
    const auto lieu = visite.base.read(
        [&](Reader& db) { return lieu_de_l_envoi(conduite.ecrans, db, visite, tape.dit); });
    if (lieu.finess_et.empty()) return sans_etablissement(conduite.ecrans.services);
    const core::Result<sejour::Ecrit> fait = visite.base.write([&](Writer& db) {
        return faire(conduite, db, lieu, {tape, acte});
    });
    return repondre_a_l_acte(
        conduite.ecrans.services, fait, {tape, "/unites?finess=" + lieu.finess_et},
        [&](const Tape& dite) { return afficher(conduite, visite, lieu, dite); });
}

}  // namespace

void ajouter_unites(const Conduite& conduite) {
    dui::ajouter_page(conduite.ecrans.services,
                      {.chemin = "/unites",
                       .resume = "Les unités d'un établissement et leurs places",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) {
                           const auto lieu = visite.base.read([&](Reader& db) {
                               return lieu_de_la_page(conduite.ecrans, db, visite);
                           });
                           return afficher(conduite, visite, lieu, {});
                       }});
    const auto ajouter = [&](const char* chemin, const char* resume, const char* acte) {
        rencontre::ajouter_envoi(
            conduite.ecrans,
            {.chemin = chemin,
             .resume = resume,
             .permission = access::Permission::dossier_usager_ecrire,
             .action = [&conduite, acte](Visite& visite) { return agir(conduite, visite, acte); }},
            envoi_au_plus);
    };
    ajouter("/unites/ouverture", "Ouvrir une unité", "ouverture");
    ajouter("/unites/changement", "Renommer une unité, dire ses places", "unite");
    ajouter("/unites/fermeture", "Fermer une unité", "fermeture");
}

}  // namespace grappe::conduite
