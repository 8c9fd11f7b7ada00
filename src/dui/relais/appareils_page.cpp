// /appareils: the shared devices of an establishment; this one is enrolled, any is taken back.
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/relais/routes.hpp"
#include "dui/rencontre/rencontre.hpp"

namespace grappe::relais {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::Lieu;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 4096;
constexpr int un_an = 365 * 24 * 3600;  // in seconds

struct Tape {
    std::string nom, unite, refus;
};

Lieu lieu_de(const Ecrans& ecrans, const Visite& visite, std::string_view finess_et) {
    return visite.base.read([&](Reader& db) {
        return lire_le_lieu(ecrans, db, visite, {finess_et, {}});
    });
}

std::string nom_de_l_unite(const Ecrans& ecrans, const Lieu& lieu, const std::string& id) {
    for (const auto& une : lieu.unites)
        if (une.id == id) return une.nom;
    return dire(ecrans.services, "quotidien.toutes_les_unites");
}

http::Response afficher(const Ecrans& ecrans, const Visite& visite, const Lieu& lieu,
                        const Tape& tape) {
    const auto& services = ecrans.services;
    if (lieu.finess_et.empty())
        return dui::refuser(services,
                            core::refuse(core::Reason::not_found, "quotidien.sans_etablissement"));
    const auto ici = appareil_de(visite);
    Vue::Liste appareils, unites, etablissements;
    for (const auto& un :
         visite.base.read([&](Reader& db) { return appareil::appareils_de(db, lieu.finess_et); }))
        appareils.push_back(Vue{{"id", un.id},
                                {"nom", un.nom},
                                {"lieu", nom_de_l_unite(ecrans, lieu, un.unite)},
                                {"ici", ici && ici->id == un.id}});
    for (const auto& une : lieu.unites)
        unites.push_back(Vue{{"id", une.id}, {"nom", une.nom}, {"choisie", une.id == tape.unite}});
    for (const auto& un : lieu.etablissements)
        etablissements.push_back(Vue{{"numero", un}, {"courant", un == lieu.finess_et}});
    auto reponse = dui::repondre(services,
                                 {.gabarit = "appareils",
                                  .titre = dire(services, "relais.titre.appareils"),
                                  .rubrique = "/equipe",
                                  .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                                 {{"vide", appareils.empty()},
                                  {"appareils", std::move(appareils)},
                                  {"unites", std::move(unites)},
                                  {"plusieurs", lieu.etablissements.size() > 1},
                                  {"etablissements", std::move(etablissements)},
                                  {"finess", lieu.finess_et},
                                  {"nom", tape.nom},
                                  {"refus", tape.refus},
                                  {"csrf", visite.qui().csrf}});
    if (!tape.refus.empty()) reponse.status = 422;
    return reponse;
}

http::Response enroler(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    Tape tape{std::string{envoi.valeur("nom")}, std::string{envoi.valeur("unite")}, {}};
    const auto finess_et = core::Finess::parse(envoi.valeur("finess"));
    const core::Result<std::string> fait = finess_et ? visite.base.write([&](Writer& db) {
        return appareil::enroler(db, acces::professionnel(db, visite.qui().acteur),
                                 {*finess_et, tape.unite, tape.nom}, visite.moyens.maintenant);
    })
                                                     : finess_et.error();
    if (!fait) {
        tape.refus = ecrans.services.phrases.dire(fait.error());
        return afficher(ecrans, visite, lieu_de(ecrans, visite, envoi.valeur("finess")), tape);
    }
    auto reponse = http::Response::see_other("/appareils?finess=" + finess_et->text());
    reponse.fields.push_back(
        {"Set-Cookie", http::set_cookie({nom_du_cookie, *fait, un_an, visite.transport})});
    return reponse;
}

http::Response retirer(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto fait = visite.base.write([&](Writer& db) {
        return appareil::retirer(db, acces::professionnel(db, visite.qui().acteur),
                                 std::string{envoi.valeur("id")}, visite.moyens.maintenant);
    });
    if (!fait) return dui::refuser(ecrans.services, fait.error());
    return http::Response::see_other("/appareils");
}

}  // namespace

void ajouter_appareils(const Ecrans& ecrans) {
    constexpr auto permission = access::Permission::appareil_enroler;
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/appareils",
                       .resume = "Les appareils partagés d'un établissement",
                       .permission = permission,
                       .action = [&](Visite& visite) {
                           const auto lieu =
                               lieu_de(ecrans, visite, visite.requete.query("finess").value_or(""));
                           return afficher(ecrans, visite, lieu, {});
                       }});
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/appareils/enrolement",
                              .resume = "Enrôler cet appareil",
                              .permission = permission,
                              .action = [&](Visite& visite) { return enroler(ecrans, visite); }},
                             envoi_au_plus);
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/appareils/retrait",
                              .resume = "Retirer un appareil partagé",
                              .permission = permission,
                              .action = [&](Visite& visite) { return retirer(ecrans, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::relais
