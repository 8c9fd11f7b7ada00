// /evaluation/{id}/variables/{cle}: one variable and its parts; each step is kept as a draft.
#include <algorithm>

#include "core/texte.hpp"
#include "dui/feuille/routes.hpp"
#include "dui/feuille/vues.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::feuille {
namespace {

using dui::dire;
using evaluation::Cotation, evaluation::Grille, evaluation::Reponse, evaluation::Variable;
using garde::Visite;
using page::Vue;

// Fields of a part are named after it, those of the variable itself are not.
std::string champ(const std::string& partie, const std::string& nom) {
    return partie.empty() ? nom : "partie-" + partie + "-" + nom;
}

Cotation lire_la_cotation(const page::Formulaire& envoi, const Grille& grille,
                          const std::string& partie) {
    Cotation lue;
    if (const auto dite = envoi.valeur(champ(partie, "modalite")); !dite.empty())
        lue.modalite = std::string{dite};
    for (const auto& un : grille.criteres) {
        const auto dit = envoi.valeur(champ(partie, "critere-" + un.cle));
        if (dit == "oui" || dit == "non") lue.criteres.emplace(un.cle, dit == "oui");
    }
    lue.commentaire = core::trimmed(envoi.valeur(champ(partie, "commentaire")));
    return lue;
}

Reponse lire_la_reponse(const page::Formulaire& envoi, const Grille& grille,
                        const Variable& variable) {
    Reponse lue{.cotation = lire_la_cotation(envoi, grille, ""), .sous_variables = {}};
    for (const auto& une : variable.sous_variables)
        if (auto dite = lire_la_cotation(envoi, grille, une.cle); dite != Cotation{})
            lue.sous_variables.emplace(une.cle, std::move(dite));
    return lue;
}

Vue vue_de(const Grille& grille, const Cotation& dite, const std::string& partie) {
    Vue::Liste modalites, criteres;
    for (const auto& une : grille.modalites)
        modalites.push_back(Vue{{"cle", une.cle},
                                {"libelle", modalite_dite(grille, une.cle)},
                                {"champ_id", champ(partie, "modalite") + "-" + une.cle},
                                {"choisie", dite.modalite == une.cle}});
    for (const auto& un : grille.criteres) {
        const auto la = dite.criteres.find(un.cle);
        const bool repondu = la != dite.criteres.end();
        criteres.push_back(Vue{{"champ_id", champ(partie, "critere-" + un.cle)},
                               {"libelle", un.libelle},
                               {"oui", repondu && la->second},
                               {"non", repondu && !la->second}});
    }
    const bool seconds = !criteres.empty();
    return {{"champ_modalite", champ(partie, "modalite")},
            {"modalites", std::move(modalites)},
            {"sans", !dite.modalite},
            {"a_des_criteres", seconds},
            {"ouverts", !dite.criteres.empty()},
            {"criteres", std::move(criteres)}};
}

const Reponse& reponse_de(const evaluation::Evaluation& dite, const std::string& variable) {
    static const Reponse aucune{};
    const auto la = dite.reponses.find(variable);
    return la == dite.reponses.end() ? aucune : la->second;
}

// What was said the time before: shown to compare, never put in the form.
std::string avant_dit(const Feuilles& feuilles, const Ouverte& ouverte, const Variable& variable) {
    if (!ouverte.avant) return {};
    const auto& dite = ouverte.avant->dite();
    const auto cotee =
        modalite_dite(ouverte.grille, reponse_de(dite, variable.cle).cotation.modalite);
    return dire(feuilles.ecrans.services, cotee.empty() ? "feuille.avant.sans" : "feuille.avant",
                {{"jour", dite.date}, {"dite", cotee}});
}

struct Tape {
    std::optional<Reponse> reponse{};
    saisie::Fautes fautes{};
    std::string refus{};
};

Vue::Liste parties(const Grille& grille, const Variable& variable, const Reponse& dite) {
    static const Cotation aucune{};
    Vue::Liste vues;
    for (const auto& une : variable.sous_variables) {
        const auto la = dite.sous_variables.find(une.cle);
        const bool repondue = la != dite.sous_variables.end();
        auto vue = vue_de(grille, repondue ? la->second : aucune, une.cle);
        vue.ajouter("nom_de_la_partie", une.libelle);
        vues.push_back(std::move(vue));
    }
    return vues;
}

// The evaluation in preparation and the variable of the address.
struct Place {
    Ouverte ouverte;
    const Variable& variable;
};

http::Response afficher(const Feuilles& feuilles, const Visite& visite, const Place& place,
                        const Tape& tape) {
    const auto& [ouverte, variable] = place;
    const auto& services = feuilles.ecrans.services;
    const auto& grille = ouverte.grille;
    const auto& une = ouverte.derniere();
    const auto rang = static_cast<std::size_t>(&variable - grille.variables.data());
    const auto& gardee = reponse_de(une.dite(), variable.cle);
    const auto& dite = tape.reponse ? *tape.reponse : gardee;
    auto sous = parties(grille, variable, dite);
    const bool a_des_parties = !sous.empty(), derniere = rang + 1 == grille.variables.size();
    const auto& id = une.version.element.id;
    const auto nom = rencontre::nom_de(ouverte.rencontre.personne);
    const bool en_conflit = !tape.refus.empty();
    return dui::repondre(
        services,
        {.gabarit = "evaluation_variable",
         .titre = variable.libelle,
         .rubrique = "/equipe",
         .fil = {{adresse_de_la_liste(ouverte.rencontre.personne.id), nom},
                 {adresse_de(une), grille.titre}}},
        {{"nom_de_la_personne", nom},
         {"pas", dire(services, "feuille.pas",
                      {{"rang", static_cast<std::int64_t>(rang + 1)},
                       {"nombre", static_cast<std::int64_t>(grille.variables.size())}})},
         {"definition", variable.definition},
         {"requise", variable.requise},
         {"avant", avant_dit(feuilles, ouverte, variable)},
         {"gardee", en_conflit ? modalite_dite(grille, gardee.cotation.modalite) : std::string{}},
         {"cotation", vue_de(grille, dite.cotation, "")},
         {"commentaire", dite.cotation.commentaire},
         {"a_des_parties", a_des_parties},
         {"parties_ouvertes", !dite.sous_variables.empty()},
         {"parties", std::move(sous)},
         {"adresse", adresse_de(id, variable.cle)},
         {"version", une.version.version},
         {"derniere_variable", derniere},
         {"precedente", rang == 0 ? std::string{} : adresse_de(id, grille.variables[rang - 1].cle)},
         {"sommaire", adresse_de(une)},
         {"refus", tape.refus},
         {"fautes", fautes_dites(feuilles, tape.fautes)},
         {"csrf", visite.qui().csrf}});
}

core::Result<Place> situer(const Feuilles& feuilles, Visite& visite) {
    auto ouverte = ouvrir(feuilles, visite);
    if (!ouverte) return ouverte.error();
    const auto* variable = ouverte->grille.variable(visite.requete.path("variable"));
    if (variable == nullptr) return core::refuse(core::Reason::not_found, "evaluation.inconnue");
    return Place{*std::move(ouverte), *variable};
}

http::Response montrer(const Feuilles& feuilles, Visite& visite) {
    const auto place = situer(feuilles, visite);
    if (!place) return dui::refuser(feuilles.ecrans.services, place.error());
    if (!place->ouverte.en_preparation())
        return http::Response::see_other(adresse_de(place->ouverte.derniere()));
    return afficher(feuilles, visite, *place, {});
}

std::string suivante(const Place& place, const page::Formulaire& envoi) {
    const auto& toutes = place.ouverte.grille.variables;
    const auto apres = static_cast<std::size_t>(&place.variable - toutes.data()) + 1;
    if (envoi.valeur("suite") == "sommaire" || apres == toutes.size())
        return adresse_de(place.ouverte.derniere());
    return adresse_de(place.ouverte.derniere().version.element.id, toutes[apres].cle);
}

http::Response ecrire(const Feuilles& feuilles, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto place = situer(feuilles, visite);
    if (!place) return dui::refuser(feuilles.ecrans.services, place.error());
    const auto& variable = place->variable;
    Tape tape{.reponse = lire_la_reponse(envoi, place->ouverte.grille, variable)};
    const passation::Etape etape{place->ouverte.derniere().version.element.id, version_vue(envoi),
                                 [&](evaluation::Evaluation& dite) {
                                     if (*tape.reponse == Reponse{})
                                         dite.reponses.erase(variable.cle);
                                     else
                                         dite.reponses[variable.cle] = *tape.reponse;
                                 }};
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return passation::remplir(db, redacteur(feuilles, place->ouverte.rencontre.qui), etape);
    });
    if (fait && fait->fautes.empty()) return http::Response::see_other(suivante(*place, envoi));
    if (fait)
        tape.fautes = fait->fautes;
    else
        tape.refus = feuilles.ecrans.services.phrases.dire(fait.error());
    const auto la = situer(feuilles, visite);  // as it stands now
    if (!la) return dui::refuser(feuilles.ecrans.services, la.error());
    auto reponse = afficher(feuilles, visite, *la, tape);
    reponse.status = fait ? 422 : garde::statut_de(fait.error().reason);
    return reponse;
}

}  // namespace

void ajouter_variable(const Feuilles& feuilles) {
    const auto permission = access::Permission::dossier_usager_ecrire;
    dui::ajouter_page(feuilles.ecrans.services,
                      {.chemin = "/evaluation/{id}/variables/{variable}",
                       .resume = "Une variable d'une évaluation en préparation",
                       .permission = permission,
                       .action = [&](Visite& visite) { return montrer(feuilles, visite); }});
    rencontre::ajouter_envoi(feuilles.ecrans,
                             {.chemin = "/evaluation/{id}/variables/{variable}",
                              .resume = "Coter une variable d'une évaluation en préparation",
                              .permission = permission,
                              .action = [&](Visite& visite) { return ecrire(feuilles, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::feuille
