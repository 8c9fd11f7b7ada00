// /acces/{id}: why one may see a record, who accompanies the person, who saw it.
#include <algorithm>

#include "dui/acces/consultation.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/regard/routes.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::regard {
namespace {

using cercle::Titre, cercle::Etendue;
using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::Auteurs, rencontre::instant, rencontre::quand, rencontre::Rencontre,
    rencontre::rencontrer;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 4096;
constexpr std::int64_t exceptions_montrees = 20;

struct Lue {
    Rencontre rencontre;
    rencontre::Bandeau bandeau;
    cercle::Cercle cercle;
    Vue::Liste membres, passages, exceptions;
    bool plus_anciens = false;
    std::string tenu_a;  // the establishment where one keeps circles; empty: none of hers
    std::vector<acces::Collegue> collegues;
};

std::string tenu_a(const Rencontre& rencontre) {
    for (const auto& ou : rencontre.etablissements)
        if (rencontre.qui.peut_a(access::Permission::cercle_tenir, ou)) return ou;
    return {};
}

std::string fois(const dui::Services& services, const char* code, std::size_t combien) {
    if (combien == 0) return {};
    return dire(services, code, {{"nombre", static_cast<std::int64_t>(combien)}});
}

Vue::Liste vues_des_passages(const Ecrans& ecrans, Auteurs& auteurs,
                             const std::vector<acces::Passage>& passages) {
    Vue::Liste vues;
    for (const auto& un : passages)
        vues.push_back(Vue{{"qui", auteurs.nom(un.compte)},
                           {"quand", quand(ecrans.services, un.dernier, instant(ecrans))},
                           {"lu", fois(ecrans.services, "regard.lu", un.lectures)},
                           {"ecrit", fois(ecrans.services, "regard.ecrit", un.ecritures)}});
    return vues;
}

Vue::Liste vues_des_membres(const Ecrans& ecrans, Reader& db, Auteurs& auteurs,
                            const cercle::Cercle& cercle) {
    Vue::Liste vues;
    for (const auto& un : cercle.membres) {
        const auto profession = acces::profession_de(db, un.compte);
        vues.push_back(Vue{
            {"compte", un.compte},
            {"nom", auteurs.nom(un.compte)},
            {"titre",
             dire(ecrans.services, "regard.titre." + std::string{core::name_of(un.titre)})},
            {"profession", profession
                               ? dire(ecrans.services, "quotidien.profession." +
                                                           std::string{core::name_of(*profession)})
                               : std::string{}},
            {"depuis", page::jour(core::paris().day_of(un.depuis))}});
    }
    return vues;
}

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite) {
    auto rencontre = rencontrer(ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    Lue lue{.rencontre = *std::move(rencontre)};
    const auto& personne = lue.rencontre.personne;
    lue.bandeau = rencontre::lire_le_bandeau(db, personne);
    lue.cercle = cercle::cercle_de(db, personne.id);
    Auteurs auteurs{db};
    lue.membres = vues_des_membres(ecrans, db, auteurs, lue.cercle);
    const auto passages = acces::passages_sur(db, personne.id);
    lue.passages = vues_des_passages(ecrans, auteurs, passages.passages);
    lue.plus_anciens = passages.plus_anciens;
    for (const auto& une : cercle::exceptions_sur(db, personne.id, exceptions_montrees))
        lue.exceptions.push_back(vue_de(ecrans, auteurs, une));
    lue.tenu_a = tenu_a(lue.rencontre);
    if (!lue.tenu_a.empty()) lue.collegues = acces::collegues_a(db, lue.tenu_a);
    return lue;
}

Vue::Liste choix(const dui::Services& services, const Lue& lue) {
    Vue::Liste vues;
    for (const auto& un : lue.collegues)
        vues.push_back(
            Vue{{"compte", un.compte},
                {"nom", un.profession
                            ? un.nom + " (" +
                                  dire(services, "quotidien.profession." +
                                                     std::string{core::name_of(*un.profession)}) +
                                  ")"
                            : un.nom}});
    return vues;
}

Vue::Liste titres(const dui::Services& services) {
    Vue::Liste vues;
    for (const auto& un : names(Titre{}))
        vues.push_back(Vue{{"code", un.name},
                           {"nom", dire(services, "regard.titre." + std::string{un.name})},
                           {"choisi", un.value == Titre::membre}});
    return vues;
}

Vue vue_de(const Ecrans& ecrans, const Visite& visite, Lue&& lue, const std::string& refus) {
    const auto& services = ecrans.services;
    const bool restreint = lue.cercle.etendue == Etendue::restreint;
    auto collegues = choix(services, lue);
    return {{"bandeau", vue_du_bandeau(ecrans, lue.rencontre, lue.bandeau, "/acces")},
            {"raisons", rencontre::raisons(ecrans, lue.rencontre)},
            {"etendue", dire(services, restreint ? "regard.restreint" : "regard.ouvert")},
            {"restreint", restreint},
            {"seul", lue.membres.empty()},
            {"membres", std::move(lue.membres)},
            {"tient", !lue.tenu_a.empty()},
            {"finess", lue.tenu_a},
            {"collegues", std::move(collegues)},
            {"titres", titres(services)},
            {"passages", std::move(lue.passages)},
            {"plus_anciens", lue.plus_anciens},
            {"exceptionnel", !lue.exceptions.empty()},
            {"exceptions", std::move(lue.exceptions)},
            {"refus", refus},
            {"id", lue.rencontre.personne.id},
            {"csrf", visite.qui().csrf}};
}

http::Response afficher(const Ecrans& ecrans, Visite& visite, const std::string& refus) {
    auto lue = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    if (!lue) return dui::refuser(ecrans.services, lue.error());
    const auto& personne = lue->rencontre.personne;
    acces::consigner_un_dossier(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                personne.id);
    const auto nom = rencontre::nom_de(personne);
    auto reponse =
        dui::repondre(ecrans.services,
                      {.gabarit = "acces",
                       .titre = dire(ecrans.services, "regard.titre_de_page", {{"nom", nom}}),
                       .rubrique = "/equipe",
                       .fil = {{"/equipe", dire(ecrans.services, "quotidien.titre.equipe")},
                               {rencontre::adresse_de_la_personne(personne.id), nom}}},
                      vue_de(ecrans, visite, *std::move(lue), refus));
    if (!refus.empty()) reponse.status = 409;
    return reponse;
}

// One of the three acts, by the button that was pressed.
core::Result<void> faire(Writer& db, const cercle::Tenue& tenue, const page::Formulaire& envoi) {
    const auto acte = envoi.valeur("acte");
    const std::string compte{envoi.valeur("compte")};
    if (acte == "nommer")
        return cercle::nommer(db, tenue, compte,
                              core::named<Titre>(envoi.valeur("titre")).value_or(Titre::membre));
    if (acte == "ecarter") return cercle::ecarter(db, tenue, compte);
    if (const auto etendue = core::named<Etendue>(acte))
        return cercle::etendre(db, tenue, *etendue);
    return core::refuse(core::Reason::invalid, "regard.acte");
}

http::Response tenir(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto finess_et = core::Finess::parse(envoi.valeur("finess"));
    const auto rencontre = visite.base.read([&](Reader& db) -> core::Result<Rencontre> {
        auto une = rencontrer(ecrans, db, visite, visite.requete.path("id"));
        if (une && (!finess_et || std::ranges::find(une->etablissements, finess_et->text()) ==
                                      une->etablissements.end()))
            return core::refuse(core::Reason::not_found, "dui.dossier_inconnu");
        return une;
    });
    if (!rencontre) return dui::refuser(ecrans.services, rencontre.error());
    const auto fait = visite.base.write([&](Writer& db) {
        return faire(
            db, {rencontre->qui, rencontre::maintenant(ecrans), *finess_et, rencontre->personne.id},
            envoi);
    });
    if (!fait) return afficher(ecrans, visite, ecrans.services.phrases.dire(fait.error()));
    return http::Response::see_other(dui::adresse_sous("/acces", rencontre->personne.id) +
                                     "#cercle");
}

}  // namespace

void ajouter_acces(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/acces/{id...}",
                       .resume = "Qui voit un dossier, qui l'a vu, son cercle",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return afficher(ecrans, visite, {}); }});
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/acces/{id...}",
                              .resume = "Changer le cercle d'une personne",
                              .permission = access::Permission::cercle_tenir,
                              .action = [&](Visite& visite) { return tenir(ecrans, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::regard
