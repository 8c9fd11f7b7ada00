// /evaluation/{id}: one evaluation: its result explained, its answers, its versions; passed on.
#include "core/integer.hpp"
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
using evaluation::Statut;
using garde::Visite;
using page::Vue;

// What was typed and refused comes back.
struct Tape {
    std::optional<page::Formulaire> envoi{};
    saisie::Fautes fautes{};
    std::string refus{};

    std::string ou(const char* champ, std::string garde) const {
        return envoi && envoi->contient(champ) ? std::string{envoi->valeur(champ)}
                                               : std::move(garde);
    }
};

Vue::Liste reponses(const Ouverte& ouverte) {
    Vue::Liste vues;
    const auto& dite = ouverte.derniere().dite();
    for (const auto& une : ouverte.grille.variables) {
        const auto la = dite.reponses.find(une.cle);
        const bool repondue = la != dite.reponses.end();
        vues.push_back(
            Vue{{"libelle", une.libelle},
                {"dite", repondue ? modalite_dite(ouverte.grille, la->second.cotation.modalite)
                                  : std::string{}},
                {"remarque", repondue ? la->second.cotation.commentaire : std::string{}},
                {"coter", ouverte.en_preparation()
                              ? adresse_de(ouverte.derniere().version.element.id, une.cle)
                              : std::string{}}});
    }
    return vues;
}

// What the status may become, by whom is before the page.
Vue::Liste passages(const Feuilles& feuilles, const Ouverte& ouverte) {
    Vue::Liste vues;
    if (!ouverte.remplissable()) return vues;
    for (const auto& une : evaluation::passages)
        if (une.de == ouverte.derniere().dite().statut)
            vues.push_back(
                Vue{{"vers", core::name_of(une.vers)},
                    {"nom", dire(feuilles.ecrans.services,
                                 "feuille.passer." + std::string{core::name_of(une.vers)})},
                    {"principal", une.complete}});
    return vues;
}

Vue::Liste versions(const Feuilles& feuilles, const Ouverte& ouverte, rencontre::Auteurs& auteurs) {
    Vue::Liste vues;
    const auto* plus_recente = static_cast<const passation::Version*>(nullptr);
    for (auto une = ouverte.versions.rbegin(); une != ouverte.versions.rend(); ++une) {
        // Of a run of drafts, the last one: the steps of a form are not read one by one.
        const bool pas = plus_recente != nullptr && une->dite().statut == Statut::en_preparation &&
                         plus_recente->dite().statut == Statut::en_preparation &&
                         !plus_recente->retiree();
        if (!pas)
            vues.push_back(
                Vue{{"quand", page::moment(une->signature.connu_le.seconde(), core::paris())},
                    {"auteur", auteurs.nom(une->signature.auteur)},
                    {"statut", statut_dit(feuilles, *une)},
                    {"resultat", resultat_court(feuilles, une->dite())},
                    {"motif", une->contenu.motif}});
        plus_recente = &*une;
    }
    return vues;
}

std::string signataire(const Feuilles& feuilles, const evaluation::Evaluation& dite) {
    if (dite.auto_evaluation) return dire(feuilles.ecrans.services, "feuille.auto_evaluation");
    return dite.evaluateur;
}

Vue contenu(const Feuilles& feuilles, const Visite& visite, const Ouverte& ouverte,
            const Tape& tape) {
    const auto& grille = ouverte.grille;
    const auto& une = ouverte.derniere();
    const auto& dite = une.dite();
    const auto resultat = passation::resultat_de(feuilles.outils, dite);
    const auto change = ouverte.avant ? passation::tendance(feuilles.outils, *ouverte.avant, une)
                                      : std::vector<evaluation::Dit>{};
    const bool donne =
        grille.calcul == evaluation::Calcul::aucun && grille.resultat != evaluation::Sorte::rien;
    auto cotees = reponses(ouverte);
    const bool a_des_variables = !cotees.empty();
    return {{"nom_de_la_personne", rencontre::nom_de(ouverte.rencontre.personne)},
            {"resultat", resultat_court(feuilles, dite)},
            {"statut", statut_dit(feuilles, une)},
            {"jour", page::jour(dite.date)},
            {"signataire", signataire(feuilles, dite)},
            {"mode_dit", dite.mode},
            {"remarques", dite.commentaire},
            {"motif_du_retrait", une.contenu.motif},
            {"explication", phrases_de(feuilles, evaluation::expliquer(grille, resultat))},
            {"change", phrases_de(feuilles, change)},
            {"source_de_la_grille", grille.source},
            {"a_des_variables", a_des_variables},
            {"reponses", std::move(cotees)},
            {"continuer", ouverte.en_preparation() && a_des_variables
                              ? adresse_de(une.version.element.id, grille.variables.front().cle)
                              : std::string{}},
            // The one act to do next: to fill, or else to pass on.
            {"complete", resultat.est_complet()},
            {"modifiable", ouverte.en_preparation()},
            {"resultat_donne", donne},
            {"retirable", ouverte.remplissable()},
            {"passages", passages(feuilles, ouverte)},
            {"adresse", adresse_de(une)},
            {"version", une.version.version},
            {"date", tape.ou("date", dite.date.text())},
            {"mode", tape.ou("mode", dite.mode)},
            {"evaluateur", tape.ou("evaluateur", dite.evaluateur)},
            {"commentaire", tape.ou("commentaire", dite.commentaire)},
            {"donne", tape.ou("resultat", dite.resultat ? std::to_string(*dite.resultat) : "")},
            {"motif", tape.ou("motif", "")},
            {"refus", tape.refus},
            {"fautes", fautes_dites(feuilles, tape.fautes)},
            {"csrf", visite.qui().csrf}};
}

http::Response afficher(const Feuilles& feuilles, Visite& visite, const Tape& tape) {
    const auto& services = feuilles.ecrans.services;
    const auto ouverte = ouvrir(feuilles, visite);
    if (!ouverte) return dui::refuser(services, ouverte.error());
    auto dites = visite.base.read([&](storage::Reader& db) {
        rencontre::Auteurs auteurs{db};
        return versions(feuilles, *ouverte, auteurs);
    });
    const auto& personne = ouverte->rencontre.personne;
    auto vue = contenu(feuilles, visite, *ouverte, tape);
    vue.ajouter("versions", std::move(dites));
    return dui::repondre(services,
                         {.gabarit = "evaluation",
                          .titre = ouverte->grille.titre,
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")},
                                  {adresse_de_la_liste(personne.id), rencontre::nom_de(personne)}}},
                         std::move(vue));
}

// Runs the use case; a fault shows the page again with what was typed.
template <class Faire>
http::Response agir(const Feuilles& feuilles, Visite& visite, Tape tape, Faire faire) {
    using passation::Ecrite;
    const auto fait = visite.base.write([&](storage::Writer& db) -> core::Result<Ecrite> {
        if (auto admis = rencontre::admettre_a_l_element(feuilles.ecrans, db, visite); !admis)
            return admis.error();
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        return faire(db, redacteur(feuilles, qui));
    });
    if (fait && fait->fautes.empty())
        return http::Response::see_other("/evaluation/" + std::string{visite.requete.path("id")});
    if (!fait && fait.error().reason == core::Reason::not_found)
        return dui::refuser(feuilles.ecrans.services, fait.error());
    if (fait)
        tape.fautes = fait->fautes;
    else
        tape.refus = feuilles.ecrans.services.phrases.dire(fait.error());
    auto reponse = afficher(feuilles, visite, tape);
    if (reponse.status == 200) reponse.status = fait ? 422 : garde::statut_de(fait.error().reason);
    return reponse;
}

// Typed fields that are no day or no number, told before anything is written.
saisie::Fautes illisibles(const page::Formulaire& envoi) {
    saisie::Fautes fautes;
    if (!core::Date::parse(envoi.valeur("date"))) fautes.push_back({0, "date", "feuille.date", {}});
    const auto donne = core::trimmed(envoi.valeur("resultat"));
    if (!donne.empty() && !core::integer<std::int64_t>(donne))
        fautes.push_back({0, "resultat", "feuille.nombre", {}});
    return fautes;
}

http::Response ecrire_l_entete(const Feuilles& feuilles, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    Tape tape{.envoi = envoi, .fautes = illisibles(envoi)};
    if (!tape.fautes.empty()) {
        auto reponse = afficher(feuilles, visite, tape);
        if (reponse.status == 200) reponse.status = 422;
        return reponse;
    }
    const passation::Etape etape{std::string{visite.requete.path("id")}, version_vue(envoi),
                                 [&](evaluation::Evaluation& dite) {
                                     const auto texte = [&](const char* nom) {
                                         return std::string{core::trimmed(envoi.valeur(nom))};
                                     };
                                     dite.date = core::Date::parse(envoi.valeur("date")).value();
                                     dite.mode = texte("mode");
                                     dite.evaluateur = texte("evaluateur");
                                     dite.commentaire = texte("commentaire");
                                     if (envoi.contient("resultat"))
                                         dite.resultat =
                                             core::integer<std::int64_t>(texte("resultat"));
                                 }};
    return agir(feuilles, visite, std::move(tape), [&](auto& db, const auto& redacteur) {
        return passation::remplir(db, redacteur, etape);
    });
}

http::Response passer(const Feuilles& feuilles, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto vers = core::named<Statut>(envoi.valeur("statut"));
    if (!vers)
        return dui::refuser(feuilles.ecrans.services,
                            core::refuse(core::Reason::invalid, "evaluation.id"));
    const passation::Passage passage{std::string{visite.requete.path("id")}, version_vue(envoi),
                                     *vers};
    return agir(feuilles, visite, {}, [&](auto& db, const auto& redacteur) {
        return passation::passer(db, redacteur, passage);
    });
}

http::Response retirer(const Feuilles& feuilles, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const passation::Retrait retrait{std::string{visite.requete.path("id")}, version_vue(envoi),
                                     std::string{envoi.valeur("motif")}};
    return agir(feuilles, visite, {.envoi = envoi}, [&](auto& db, const auto& redacteur) {
        return passation::retirer(db, redacteur, retrait);
    });
}

}  // namespace

void ajouter_evaluation(const Feuilles& feuilles) {
    const auto acte = [&](const char* chemin, const char* resume, auto faire) {
        rencontre::ajouter_envoi(
            feuilles.ecrans,
            {.chemin = chemin,
             .resume = resume,
             .permission = access::Permission::dossier_usager_ecrire,
             .action = [&feuilles, faire](Visite& visite) { return faire(feuilles, visite); }},
            envoi_au_plus);
    };
    dui::ajouter_page(feuilles.ecrans.services,
                      {.chemin = "/evaluation/{id}",
                       .resume = "Une évaluation, son résultat expliqué et ses versions",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return afficher(feuilles, visite, {}); }});
    acte("/evaluation/{id}/entete", "La date, l'évaluateur et le résultat donné", ecrire_l_entete);
    acte("/evaluation/{id}/statut", "Approuver, valider, terminer ou reprendre", passer);
    acte("/evaluation/{id}/retrait", "Retirer une évaluation, avec son motif", retirer);
}

}  // namespace grappe::feuille
