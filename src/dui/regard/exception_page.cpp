// /acces-exceptionnel/{id}: a record closed by its circle, opened with a reason.
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/regard/routes.hpp"
#include "secret/hasard.hpp"

namespace grappe::regard {
namespace {

using dui::dire;
using garde::Visite;
using rencontre::instant, rencontre::Rencontre;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 16 * 1024;

struct Tape {
    std::string id, motif, refus;
};

core::Result<Rencontre> croiser(const Ecrans& ecrans, const Visite& visite) {
    return visite.base.read([&](Reader& db) {
        return rencontre::croiser(ecrans, db, visite, visite.requete.path("id"));
    });
}

http::Response afficher(const Ecrans& ecrans, const Visite& visite, const Rencontre& rencontre,
                        const Tape& tape) {
    const auto& services = ecrans.services;
    const auto nom = rencontre::nom_de(rencontre.personne);
    auto reponse = dui::repondre(
        services,
        {.gabarit = "acces_exceptionnel",
         .titre = dire(services, "regard.titre_exceptionnel", {{"nom", nom}}),
         .rubrique = "/equipe",
         .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
        {{"nom", nom},
         {"adresse", dui::adresse_sous("/acces-exceptionnel", rencontre.personne.id)},
         {"id", tape.id},
         {"motif", tape.motif},
         {"refus", tape.refus},
         {"heures", dire(services, "regard.heures", {{"heures", cercle::heures_d_une_exception}})},
         {"csrf", visite.qui().csrf}});
    reponse.status = tape.refus.empty() ? 403 : 422;
    return reponse;
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    const auto rencontre = croiser(ecrans, visite);
    if (!rencontre) return dui::refuser(ecrans.services, rencontre.error());
    const auto admise = visite.base.read([&](Reader& db) {
        return cercle::admettre(db, visite.qui().acteur, instant(ecrans), rencontre->personne.id);
    });
    if (admise)
        return http::Response::see_other(rencontre::adresse_de_la_personne(rencontre->personne.id));
    return afficher(ecrans, visite, *rencontre, {secret::identifiant(), {}, {}});
}

http::Response ouvrir(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto rencontre = croiser(ecrans, visite);
    if (!rencontre) return dui::refuser(ecrans.services, rencontre.error());
    Tape tape{std::string{envoi.valeur("id")}, std::string{envoi.valeur("motif")}, {}};
    const auto ouvert = visite.base.write([&](Writer& db) {
        return cercle::ouvrir(
            db, rencontre->qui, rencontre::maintenant(ecrans),
            {tape.id, core::Finess::parse(rencontre->etablissements.front()).value(),
             rencontre->personne.id, tape.motif});
    });
    if (ouvert || ouvert.error().code == "acces.inutile")
        return http::Response::see_other(rencontre::adresse_de_la_personne(rencontre->personne.id));
    tape.refus = ecrans.services.phrases.dire(ouvert.error());
    return afficher(ecrans, visite, *rencontre, tape);
}

}  // namespace

void ajouter_exception(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/acces-exceptionnel/{id...}",
                       .resume = "Ouvrir un dossier réservé, en disant pourquoi",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/acces-exceptionnel/{id...}",
                              .resume = "Ouvrir un dossier réservé, en disant pourquoi",
                              .permission = access::Permission::dossier_usager_lire,
                              .action = [&](Visite& visite) { return ouvrir(ecrans, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::regard
