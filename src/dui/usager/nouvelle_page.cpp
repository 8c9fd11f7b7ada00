// /personnes/nouvelle: a record opened. Whoever may be known already is shown beside what was
// typed, before anything is written.
#include <algorithm>
#include <array>

#include "dui/acces/consultation.hpp"
#include "dui/inscription/ecriture.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/usager/routes.hpp"
#include "dui/usager/traits.hpp"
#include "secret/hasard.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::usager {
namespace {

using dui::dire;
using garde::Visite;
using inscription::Inscrite, inscription::Saisie;
using page::Vue;
using rencontre::instant, rencontre::maintenant;
using storage::Reader;

constexpr std::size_t envoi_au_plus = 32 * 1024;
constexpr auto permission = access::Permission::identite_verifier;

struct Tape {
    Saisie saisie;
    std::vector<Faute> fautes{};
    std::vector<annuaire::Doublon> ressemblantes{};
    std::string refus{};
};

std::vector<Choix> etablissements(const Ecrans& ecrans, const acces::Professionnel& qui) {
    std::vector<Choix> tous;
    auto connus = ecrans.annuaire.etablissements();
    connus.insert(connus.end(), qui.etablissements.begin(), qui.etablissements.end());
    std::ranges::sort(connus);
    connus.erase(std::ranges::unique(connus).begin(), connus.end());
    for (const auto& un : connus)
        if (qui.peut_a(permission, un)) tous.push_back({un, un});
    return tous;
}

std::vector<Choix> modalites(const dui::Services& services) {
    std::vector<Choix> toutes;
    for (const auto& un : names(fait::Etat{}))
        if (fait::admet(fait::Type::sejour, un.value))
            toutes.push_back(
                {std::string{un.name}, dire(services, "dui.etat." + std::string{un.name})});
    return toutes;
}

Vue::Liste champs_de_l_entree(const Ecrans& ecrans, const acces::Professionnel& qui,
                              const Tape& tape) {
    const auto& services = ecrans.services;
    const auto& entree = tape.saisie.entree;
    auto ou = etablissements(ecrans, qui);
    const auto propose =
        entree.finess_et.empty() && ou.size() == 1 ? ou.front().code : entree.finess_et;
    return {vue_du_champ(services,
                         {.nom = "finess",
                          .code = "usager.entree.finess",
                          .type = "choix",
                          .valeur = propose,
                          .choix = std::move(ou),
                          .requis = true},
                         tape.fautes),
            vue_du_champ(services,
                         {.nom = "entree",
                          .code = "usager.entree.le",
                          .type = "date",
                          .valeur = entree.le,
                          .requis = true},
                         tape.fautes),
            vue_du_champ(services,
                         {.nom = "modalite",
                          .code = "usager.entree.modalite",
                          .type = "choix",
                          .valeur = entree.modalite,
                          .choix = modalites(services),
                          .requis = true},
                         tape.fautes)};
}

// What was typed and what is known, trait beside trait.
Vue::Liste cote_a_cote(const dui::Services& services, const annuaire::Personne& tapee,
                       const annuaire::Personne& connue) {
    Vue::Liste lignes;
    const auto ligne = [&](const char* code, const std::string& ici, const std::string& la) {
        if (ici.empty() && la.empty()) return;
        lignes.push_back(
            Vue{{"nom", dire(services, code)}, {"tape", ici}, {"connu", la}, {"autre", ici != la}});
    };
    const auto jour = [](const annuaire::Personne& une) {
        return une.naissance ? page::jour(*une.naissance) : std::string{};
    };
    const auto sexe = [&](const annuaire::Personne& une) {
        return page::etiquette(services.phrases, "dui.sexe." + une.sexe, une.sexe);
    };
    ligne("dui.pages.trait.nom", tapee.nom_de_naissance, connue.nom_de_naissance);
    ligne("dui.pages.trait.prenoms", tapee.tous_les_prenoms(), connue.tous_les_prenoms());
    ligne("dui.pages.trait.naissance", jour(tapee), jour(connue));
    ligne("dui.pages.trait.sexe", sexe(tapee), sexe(connue));
    ligne("dui.pages.trait.lieu", tapee.lieu_de_naissance, connue.lieu_de_naissance);
    ligne("usager.trait.nom_utilise", tapee.nom_utilise, connue.nom_utilise);
    return lignes;
}

Vue vue_de(const dui::Services& services, const annuaire::Personne& tapee,
           const annuaire::Doublon& un) {
    Vue::Liste raisons, sejours;
    for (const auto indice : un.ressemblance.indices)
        raisons.push_back(Vue{
            {"dit", dire(services, "dui.personne.indice",
                         {{"indice",
                           dire(services, "annuaire.indice." + std::string{core::name_of(indice)})},
                          {"points", std::int64_t{annuaire::points_de(indice)}}})}});
    for (const auto& sejour : un.personne.sejours)
        sejours.push_back(
            Vue{{"finess", sejour.finess_et}, {"dit", rencontre::sejour_dit(services, sejour)}});
    const auto& racine = un.personne.sejours.empty() ? "/dossiers" : "/personnes";
    return {{"id", un.personne.id},
            {"nom", rencontre::nom_de(un.personne)},
            {"adresse", dui::adresse_sous(racine, un.personne.id)},
            {"score", dire(services, "dui.personne.score",
                           {{"score", std::int64_t{un.ressemblance.score}}})},
            {"lignes", cote_a_cote(services, tapee, un.personne)},
            {"raisons", std::move(raisons)},
            {"sejours", std::move(sejours)}};
}

http::Response afficher(const Ecrans& ecrans, const Visite& visite, const Tape& tape) {
    const auto& services = ecrans.services;
    const auto qui = visite.base.read([&](Reader& db) {
        ecrans.annuaire.mettre_a_jour(db);
        return acces::professionnel(db, visite.qui().acteur);
    });
    Vue::Liste ressemblantes, ecartees;
    if (!tape.ressemblantes.empty()) {
        const auto tapee = inscription::decrite(inscription::nets(tape.saisie.traits));
        for (const auto& un : tape.ressemblantes)
            ressemblantes.push_back(vue_de(services, tapee, un));
    }
    for (const auto& une : tape.saisie.ecartees) ecartees.push_back(Vue{{"id", une}});
    return dui::repondre(services,
                         {.gabarit = "inscription",
                          .titre = dire(services, "usager.titre.nouvelle"),
                          .rubrique = "/personnes",
                          .fil = {{"/personnes", dire(services, "annuaire.titre")}}},
                         {{"id", tape.saisie.id},
                          {"traits", champs_des_traits(services, tape.saisie.traits, tape.fautes)},
                          {"entree", champs_de_l_entree(ecrans, qui, tape)},
                          {"piece", champs_de_la_piece(services, tape.saisie.piece, tape.fautes,
                                                       Demande::facultative)},
                          {"semblables", !tape.ressemblantes.empty()},
                          {"ressemblantes", std::move(ressemblantes)},
                          {"ecartees", std::move(ecartees)},
                          {"refus", tape.refus},
                          {"fautes", fautes_dites(services, tape.fautes)},
                          {"csrf", visite.qui().csrf}});
}

Saisie saisie_tapee(const page::Formulaire& envoi) {
    const auto champ = [&](const char* nom) { return std::string{envoi.valeur(nom)}; };
    Saisie saisie{.id = champ("id"),
                  .traits = traits_tapes(envoi),
                  .entree = {champ("finess"), champ("entree"), champ("modalite")},
                  .piece = {champ("dispositif"), champ("vu_le")}};
    constexpr std::size_t ecartees_au_plus = 100;
    for (const auto une : envoi.valeurs("ecartee"))
        if (saisie.ecartees.size() < ecartees_au_plus) saisie.ecartees.emplace_back(une);
    return saisie;
}

http::Response inscrire(const Ecrans& ecrans, Visite& visite) {
    Tape tape{.saisie = saisie_tapee(garde::lire_envoi(visite))};
    const auto qui =
        visite.base.read([&](Reader& db) { return acces::professionnel(db, visite.qui().acteur); });
    const auto fait =
        inscription::inscrire(visite.base, ecrans.annuaire, {qui, maintenant(ecrans)}, tape.saisie);
    if (fait && !fait->personne.empty()) {
        visite.base.read([&](Reader& db) { ecrans.annuaire.mettre_a_jour(db); });
        return http::Response::see_other(rencontre::adresse_de_la_personne(fait->personne));
    }
    if (fait) {
        tape.fautes = en_fautes(fait->fautes);
        tape.ressemblantes = fait->ressemblantes;
        if (!tape.ressemblantes.empty())
            acces::consigner_une_recherche(visite.base,
                                           {visite.qui().acteur.compte, instant(ecrans)},
                                           tape.ressemblantes.size());
    } else {
        tape.refus = ecrans.services.phrases.dire(fait.error());
    }
    constexpr int fautif = 422, semblable = 409;
    auto reponse = afficher(ecrans, visite, tape);
    reponse.status = !fait                 ? garde::statut_de(fait.error().reason)
                     : tape.fautes.empty() ? semblable
                                           : fautif;
    return reponse;
}

}  // namespace

void ajouter_nouvelle(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services, {.chemin = "/personnes/nouvelle",
                                        .resume = "Ouvrir le dossier d'une personne",
                                        .permission = permission,
                                        .action = [&](Visite& visite) {
                                            Tape tape{.saisie = {.id = secret::identifiant()}};
                                            tape.saisie.entree.le =
                                                core::paris().day_of(instant(ecrans)).text();
                                            return afficher(ecrans, visite, tape);
                                        }});
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/personnes/nouvelle",
                              .resume = "Ouvrir le dossier d'une personne",
                              .permission = permission,
                              .action = [&](Visite& visite) { return inscrire(ecrans, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::usager
