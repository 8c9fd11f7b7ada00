// /evaluation/nouvelle: an evaluation begun. The form holds the id that it will have.
#include <algorithm>

#include "core/texte.hpp"
#include "dui/feuille/routes.hpp"
#include "dui/feuille/vues.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "secret/hasard.hpp"

namespace grappe::feuille {
namespace {

using access::Permission;
using dui::dire;
using garde::Visite;
using page::Vue;
using storage::Reader, storage::Writer;

// What the form says, or said.
struct Tape {
    std::string id, personne, finess, grille, date, mode, evaluateur;
    bool auto_evaluation = false;
    saisie::Fautes fautes{};
    std::string refus{};
};

Vue::Liste grilles(const Feuilles& feuilles, const acces::Professionnel& qui, const Tape& tape) {
    Vue::Liste vues;
    for (const auto& une : feuilles.outils.grilles)
        if (qui.ecrit(passation::classe_de(une.cle)))
            vues.push_back(Vue{{"cle", une.cle},
                               {"nom", une.titre},
                               {"source", une.source},
                               {"choisie", une.cle == tape.grille}});
    return vues;
}

Vue::Liste lieux(const rencontre::Rencontre& rencontre, const Tape& tape) {
    Vue::Liste vues;
    for (const auto& un : rencontre.etablissements)
        if (rencontre.qui.peut_a(Permission::dossier_usager_ecrire, un))
            vues.push_back(Vue{{"finess", un}, {"choisi", un == tape.finess}});
    return vues;
}

http::Response afficher(const Feuilles& feuilles, const Visite& visite, Tape tape) {
    const auto& services = feuilles.ecrans.services;
    const auto rencontre = visite.base.read([&](Reader& db) {
        if (tape.evaluateur.empty() && tape.fautes.empty())
            tape.evaluateur = rencontre::Auteurs{db}.nom(visite.qui().acteur.compte);
        return rencontre::rencontrer(feuilles.ecrans, db, visite, tape.personne);
    });
    if (!rencontre) return dui::refuser(services, rencontre.error());
    const auto nom = rencontre::nom_de(rencontre->personne);
    const auto retour = adresse_de_la_liste(rencontre->personne.id);
    auto ou = lieux(*rencontre, tape);
    auto choix = grilles(feuilles, rencontre->qui, tape);
    const bool aucune = choix.empty(), plusieurs = ou.size() > 1;
    return dui::repondre(
        services,
        {.gabarit = "evaluation_nouvelle",
         .titre = dire(services, "feuille.titre.debut"),
         .rubrique = "/equipe",
         .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}, {retour, nom}}},
        {{"nom_de_la_personne", nom},
         {"id", tape.id},
         {"personne", tape.personne},
         {"lieux", std::move(ou)},
         {"plusieurs_lieux", plusieurs},
         {"grilles", std::move(choix)},
         {"aucune", aucune},
         {"date", tape.date},
         {"mode", tape.mode},
         {"evaluateur", tape.evaluateur},
         {"auto_evaluation", tape.auto_evaluation},
         {"refus", tape.refus},
         {"fautes", fautes_dites(feuilles, tape.fautes)},
         {"retour", retour},
         {"csrf", visite.qui().csrf}});
}

http::Response montrer(const Feuilles& feuilles, Visite& visite) {
    return afficher(feuilles, visite,
                    {.id = secret::identifiant(),
                     .personne = std::string{visite.requete.query("personne").value_or("")},
                     .finess = {},
                     .grille = std::string{visite.requete.query("grille").value_or("")},
                     .date = core::paris().day_of(rencontre::instant(feuilles.ecrans)).text(),
                     .mode = {},
                     .evaluateur = {}});
}

Tape lire_la_saisie(const page::Formulaire& envoi) {
    const auto champ = [&](const char* nom) {
        return std::string{core::trimmed(envoi.valeur(nom))};
    };
    return {.id = champ("id"),
            .personne = champ("personne"),
            .finess = champ("finess"),
            .grille = champ("grille"),
            .date = champ("date"),
            .mode = champ("mode"),
            .evaluateur = champ("evaluateur"),
            .auto_evaluation = envoi.contient("auto_evaluation")};
}

// Whom one may meet there, then the use case.
core::Result<passation::Ecrite> commencer(const Feuilles& feuilles, Visite& visite,
                                          const Tape& tape, core::Date date) {
    const auto rencontre = visite.base.read([&](Reader& db) {
        return rencontre::rencontrer(feuilles.ecrans, db, visite, tape.personne);
    });
    if (!rencontre) return rencontre.error();
    const auto finess_et = core::Finess::parse(tape.finess);
    if (!finess_et) return core::refuse(core::Reason::not_found, "dui.dossier_inconnu");
    return visite.base.write([&](Writer& db) {
        return passation::commencer(db, redacteur(feuilles, rencontre->qui),
                                    {.id = tape.id,
                                     .finess_et = *finess_et,
                                     .personne = tape.personne,
                                     .dite = {.grille = tape.grille,
                                              .date = date,
                                              .mode = tape.mode,
                                              .auto_evaluation = tape.auto_evaluation,
                                              .evaluateur = tape.evaluateur}});
    });
}

http::Response ecrire(const Feuilles& feuilles, Visite& visite) {
    auto tape = lire_la_saisie(garde::lire_envoi(visite));
    const auto date = core::Date::parse(tape.date);
    const auto jour = core::paris().day_of(rencontre::instant(feuilles.ecrans));
    auto fait = commencer(feuilles, visite, tape, date ? *date : jour.plus_days(1));
    if (fait && fait->fautes.empty()) {
        const auto* grille = feuilles.outils.grille(tape.grille);
        return http::Response::see_other(grille->variables.empty()
                                             ? "/evaluation/" + tape.id
                                             : adresse_de(tape.id, grille->variables.front().cle));
    }
    if (!fait && fait.error().reason == core::Reason::not_found)
        return dui::refuser(feuilles.ecrans.services, fait.error());
    if (!fait) {
        tape.refus = feuilles.ecrans.services.phrases.dire(fait.error());
    } else {
        tape.fautes = fait->fautes;
        // A day that does not read was said as one to come: it is told for what it is.
        if (!date)
            for (auto& une : tape.fautes)
                if (une.chemin == "date") une.code = "feuille.date";
    }
    const int statut = fait ? 422 : garde::statut_de(fait.error().reason);
    auto reponse = afficher(feuilles, visite, std::move(tape));
    if (reponse.status == 200) reponse.status = statut;
    return reponse;
}

}  // namespace

void ajouter_debut(const Feuilles& feuilles) {
    dui::ajouter_page(feuilles.ecrans.services,
                      {.chemin = "/evaluation/nouvelle",
                       .resume = "Commencer une évaluation",
                       .permission = Permission::dossier_usager_ecrire,
                       .action = [&](Visite& visite) { return montrer(feuilles, visite); }});
    rencontre::ajouter_envoi(feuilles.ecrans,
                             {.chemin = "/evaluation/nouvelle",
                              .resume = "Commencer une évaluation",
                              .permission = Permission::dossier_usager_ecrire,
                              .action = [&](Visite& visite) { return ecrire(feuilles, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::feuille
