// /sejours/{id...}: the stays of a person, told as of any day; one of them, its deadlines, its
// acts.
#include <algorithm>

#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/conduite/formule.hpp"
#include "dui/conduite/histoire.hpp"
#include "dui/conduite/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "dui/rencontre/dits.hpp"
#include "secret/hasard.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::Ecrans, rencontre::instant, rencontre::maintenant, rencontre::Rencontre;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 16 * 1024;

struct Lue {
    Rencontre rencontre;
    rencontre::Bandeau bandeau;
    core::Date au;  // the day told
    bool aujourd_hui;
    const annuaire::Sejour* sejour = nullptr;  // the one shown; null: none on that day
    sejour::SuiviLu suivi{};
    std::vector<sejour::ActeFait> actes{};
    sejour::FaitsDuSejour faits{};
    Vue::Liste histoire{};

    bool lit() const { return rencontre.qui.lit(partage::Classe::administratif); }
    bool ecrit() const {
        return aujourd_hui && sejour != nullptr &&
               sejour::peut_ecrire(rencontre.qui, sejour->finess_et);
    }
};

// The one asked for, else the last that goes on, else the last; among those that had begun.
const annuaire::Sejour* choisir(const Rencontre& rencontre, std::string_view voulu, core::Date au) {
    const annuaire::Sejour* choisi = nullptr;
    for (const auto& un : rencontre.personne.sejours) {
        if (un.entree > au || std::ranges::find(rencontre.etablissements, un.finess_et) ==
                                  rencontre.etablissements.end())
            continue;
        if (un.id == voulu) return &un;
        if (choisi == nullptr || un.present(au) || !choisi->present(au)) choisi = &un;
    }
    return choisi;
}

struct Voulue {
    std::string_view personne, sejour;  // the second: empty, the one that goes on
};

core::Result<Lue> lire(const Conduite& conduite, Reader& db, const Visite& visite,
                       const Voulue& voulue) {
    const auto& ecrans = conduite.ecrans;
    auto rencontre = rencontre::rencontrer(ecrans, db, visite, voulue.personne);
    if (!rencontre) return rencontre.error();
    const auto ce_jour = core::paris().day_of(instant(ecrans));
    const auto dit = core::Date::parse(visite.requete.query("au").value_or(""));
    Lue lue{.rencontre = *std::move(rencontre),
            .bandeau = {},
            .au = dit && *dit < ce_jour ? *dit : ce_jour,
            .aujourd_hui = !dit || *dit >= ce_jour};
    lue.bandeau = rencontre::lire_le_bandeau(db, lue.rencontre.personne);
    lue.sejour = choisir(lue.rencontre, voulue.sejour, lue.au);
    lue.histoire = histoire_de(conduite, db, lue.rencontre, lue.au);
    if (lue.sejour == nullptr || !lue.lit()) return lue;
    lue.suivi = sejour::lire_le_suivi(db, lue.sejour->id);
    lue.actes = sejour::actes_de(db, lue.sejour->id);
    lue.faits = sejour::lire_les_faits(db, lue.rencontre.personne, *lue.sejour, lue.au);
    return lue;
}

Vue::Liste sejours_vus(const Conduite& conduite, const Lue& lue) {
    Vue::Liste vues;
    const auto& personne = lue.rencontre.personne;
    for (const auto& un : personne.sejours) {
        if (un.entree > lue.au || std::ranges::find(lue.rencontre.etablissements, un.finess_et) ==
                                      lue.rencontre.etablissements.end())
            continue;
        auto dit = un;
        if (dit.sortie && *dit.sortie > lue.au) dit.sortie.reset();
        vues.push_back(
            Vue{{"dit", rencontre::sejour_dit(conduite.ecrans.services, dit)},
                {"finess", un.finess_et},
                {"ici", lue.sejour == &un},
                {"ouvert", !dit.sortie},
                {"adresse", adresse_du_sejour(personne.id, un.id) +
                                (lue.aujourd_hui ? std::string{} : "&au=" + lue.au.text())}});
    }
    return vues;
}

std::string texte_de(const std::optional<core::Date>& jour) { return jour ? jour->text() : ""; }
template <class E>
std::string mot_de(const std::optional<E>& mot) {
    return mot ? std::string{core::name_of(*mot)} : std::string{};
}

std::vector<Cache> caches_de(const Lue& lue) {
    return {{"personne", lue.rencontre.personne.id},
            {"sejour", lue.sejour->id},
            {"version", std::to_string(lue.suivi.version)}};
}

Vue::Liste actes_possibles(const dui::Services& services, const Lue& lue, const Visite& visite,
                           const Tape& tape) {
    Vue::Liste vues;
    if (!lue.ecrit()) return vues;
    const auto& suivi = lue.suivi.suivi;
    const auto ajouter = [&](Formule formule) {
        for (auto& un : caches_de(lue)) formule.caches.push_back(std::move(un));
        vues.push_back(vue_de(services, visite, tape, formule));
    };
    std::vector<Option> actes;
    for (const auto acte : sejour::actes_dits)
        actes.push_back(option(services, "fait", core::name_of(acte)));
    ajouter({.acte = "acte",
             .adresse = "/sejour/acte",
             .caches = {{"id", tape.acte == "acte" ? std::string{tape.dit.valeur("id")}
                                                   : secret::identifiant()}},
             .champs = {{"acte", Genre::choix, {}, actes},
                        {"jour", Genre::jour, lue.au.text()},
                        {"participants", Genre::texte},
                        {"avis", Genre::zone}}});
    ajouter(
        {.acte = "complement",
         .adresse = "/sejour/complement",
         .champs = {{"fin_prevue", Genre::jour, texte_de(suivi.fin_prevue)},
                    {"entretien", Genre::jour, texte_de(suivi.entretien)},
                    {"notification", Genre::jour, texte_de(suivi.notification)},
                    {"mesure", Genre::choix, mot_de(suivi.mesure), oui_non(services)},
                    {"sans_sejour", Genre::choix, mot_de(suivi.sans_sejour), oui_non(services)}}});
    if (lue.sejour->sortie) {
        if (lue.rencontre.qui.acteur.role == access::Role::encadrement &&
            !lue.rencontre.personne.deces)
            ajouter({.acte = "reprise",
                     .adresse = "/sejour/reprise",
                     .champs = {{"motif", Genre::texte}}});
    } else {
        auto issues = options_de<sejour::Issue>(services, "issue");
        std::erase_if(issues, [](const auto& une) { return une.code == "deces"; });
        ajouter({.acte = "sortie",
                 .adresse = "/sejour/sortie",
                 .champs = {{"jour", Genre::jour, lue.au.text()},
                            {"issue", Genre::choix, {}, issues},
                            {"motif", Genre::texte}}});
    }
    if (!lue.rencontre.personne.deces)
        ajouter({.acte = "deces", .adresse = "/sejour/deces", .champs = {{"jour", Genre::jour}}});
    return vues;
}

void ajouter_les_echeances(const Conduite& conduite, const Lue& lue, Vue& vue) {
    const auto& services = conduite.ecrans.services;
    Vue::Liste ouvertes, autres, inconnues, motifs;
    for (const auto une : lue.faits.inconnues)
        inconnues.push_back(Vue{
            {"phrase", dire(services, "conduite.inconnue." + std::string{core::name_of(une)})}});
    if (lue.faits.sejour) {
        for (const auto& une : echeance::calculer(*lue.faits.sejour, conduite.regles, lue.au)) {
            const bool ouverte = une.ouverte() || une.etat == echeance::Etat::a_dater;
            (ouverte ? ouvertes : autres).push_back(obligation_vue(services, une, {}));
        }
        const auto choix = echeance::choisir(*lue.faits.sejour, conduite.regles, lue.au);
        for (const auto& un : choix.motifs)
            motifs.push_back(Vue{{"phrase", services.phrases.rendre(un.phrase, un.faits)}});
    }
    vue.ajouter("inconnues", std::move(inconnues));
    vue.ajouter("secteur_inconnu",
                std::ranges::find(lue.faits.inconnues, sejour::Inconnue::secteur) !=
                    lue.faits.inconnues.end());
    vue.ajouter("motifs", std::move(motifs));
    vue.ajouter("aucune", ouvertes.empty() && lue.faits.sejour.has_value());
    vue.ajouter("ouvertes", std::move(ouvertes));
    vue.ajouter("a_d_autres", !autres.empty());
    vue.ajouter("autres", std::move(autres));
}

Vue vue_de_la_page(const Conduite& conduite, const Visite& visite, const Lue& lue,
                   const Tape& tape) {
    const auto& services = conduite.ecrans.services;
    const auto& personne = lue.rencontre.personne;
    Vue vue{{"bandeau",
             rencontre::vue_du_bandeau(conduite.ecrans, lue.rencontre, lue.bandeau, "/sejours")},
            {"page", dui::adresse_sous("/sejours", personne.id)},
            {"au", lue.au.text()},
            {"au_dit", page::jour(lue.au)},
            {"passe", !lue.aujourd_hui},
            {"sejours", sejours_vus(conduite, lue)},
            {"aucun_sejour", lue.sejour == nullptr},
            {"montre", lue.sejour != nullptr && lue.lit()},
            {"sans_droit", lue.sejour != nullptr && !lue.lit()},
            {"sejour_dit",
             lue.sejour == nullptr ? std::string{} : rencontre::sejour_dit(services, *lue.sejour)},
            {"etablissement", lue.sejour == nullptr ? std::string{} : lue.sejour->finess_et},
            {"motif", lue.suivi.suivi.motif},
            {"issue", lue.suivi.suivi.issue && lue.sejour->sortie && *lue.sejour->sortie <= lue.au
                          ? dire(services, "conduite.issue." +
                                               std::string{core::name_of(*lue.suivi.suivi.issue)})
                          : std::string{}},
            {"motif_de_sortie", lue.suivi.suivi.motif_de_sortie},
            {"formes", actes_possibles(services, lue, visite, tape)},
            {"histoire", lue.histoire},
            {"admettre", lue.aujourd_hui && !personne.deces &&
                                 visite.qui().acteur.role != access::Role::direction
                             ? "/admissions/nouvelle?personne=" + core::percent_encoded(personne.id)
                             : std::string{}}};
    ajouter_les_echeances(conduite, lue, vue);
    ajouter_les_fautes(services, tape, vue);
    return vue;
}

http::Response montrer(const Conduite& conduite, Visite& visite, const Voulue& voulue,
                       const Tape& tape) {
    const auto& ecrans = conduite.ecrans;
    const auto lue =
        visite.base.read([&](Reader& db) { return lire(conduite, db, visite, voulue); });
    if (!lue) return dui::refuser(ecrans.services, lue.error());
    const auto& personne = lue->rencontre.personne;
    acces::consigner_un_dossier(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                personne.id);
    const auto nom = rencontre::nom_de(personne);
    return dui::repondre(ecrans.services,
                         {.gabarit = "sejours",
                          .titre = dire(ecrans.services, "conduite.titre.sejours", {{"nom", nom}}),
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(ecrans.services, "quotidien.titre.equipe")},
                                  {rencontre::adresse_de_la_personne(personne.id), nom}}},
                         vue_de_la_page(conduite, visite, *lue, tape));
}

// `faire` runs in one transaction, for a person that one meets.
template <class Faire>
http::Response agir(const Conduite& conduite, Visite& visite, const char* acte, Faire faire) {
    const auto& ecrans = conduite.ecrans;
    Tape tape{.acte = acte, .dit = garde::lire_envoi(visite)};
    const std::string id{tape.dit.valeur("personne")}, sejour{tape.dit.valeur("sejour")};
    const auto rencontre =
        visite.base.read([&](Reader& db) { return rencontre::rencontrer(ecrans, db, visite, id); });
    if (!rencontre) return dui::refuser(ecrans.services, rencontre.error());
    const core::Result<sejour::Ecrit> fait = visite.base.write([&](Writer& db) {
        return faire(db, sejour::Redacteur{rencontre->qui, maintenant(ecrans)}, rencontre->personne,
                     tape.dit);
    });
    return repondre_a_l_acte(ecrans.services, fait, {tape, adresse_du_sejour(id, sejour)},
                             [&](const Tape& dite) {
                                 return montrer(conduite, visite, {id, sejour}, dite);
                             });
}

std::string champ(const page::Formulaire& dit, const char* nom) {
    return std::string{dit.valeur(nom)};
}

using Personne = annuaire::Personne;
using page::Formulaire;
using sejour::Redacteur;

core::Result<sejour::Ecrit> sortir(Writer& db, const Redacteur& redacteur, const Personne&,
                                   const Formulaire& dit) {
    return sejour::sortir(db, redacteur,
                          {champ(dit, "sejour"), version_vue(dit), champ(dit, "jour"),
                           champ(dit, "issue"), champ(dit, "motif")});
}
core::Result<sejour::Ecrit> reprendre(Writer& db, const Redacteur& redacteur, const Personne&,
                                      const Formulaire& dit) {
    return sejour::reprendre(db, redacteur,
                             {champ(dit, "sejour"), version_vue(dit), champ(dit, "motif")});
}
core::Result<sejour::Ecrit> dire_le_deces(Writer& db, const Redacteur& redacteur,
                                          const Personne& personne, const Formulaire& dit) {
    return sejour::dire_le_deces(db, redacteur, personne, {champ(dit, "jour")});
}
core::Result<sejour::Ecrit> completer(Writer& db, const Redacteur& redacteur, const Personne&,
                                      const Formulaire& dit) {
    return sejour::completer(
        db, redacteur,
        {champ(dit, "sejour"), version_vue(dit), champ(dit, "fin_prevue"), champ(dit, "entretien"),
         champ(dit, "notification"), champ(dit, "mesure"), champ(dit, "sans_sejour")});
}
core::Result<sejour::Ecrit> noter(Writer& db, const Redacteur& redacteur, const Personne&,
                                  const Formulaire& dit) {
    return sejour::noter_un_acte(
        db, redacteur,
        {champ(dit, "id"), champ(dit, "sejour"), champ(dit, "acte"), champ(dit, "jour"),
         champ(dit, "participants"), champ(dit, "avis")});
}

}  // namespace

void ajouter_sejours(const Conduite& conduite) {
    const auto& ecrans = conduite.ecrans;
    dui::ajouter_page(
        ecrans.services,
        {.chemin = "/sejours/{id...}",
         .resume = "Les séjours d'une personne et leurs échéances, à une date",
         .permission = access::Permission::dossier_usager_lire,
         .action = [&](Visite& visite) {
             return montrer(
                 conduite, visite,
                 {visite.requete.path("id"), visite.requete.query("sejour").value_or("")}, {});
         }});
    const auto ajouter = [&](const char* chemin, const char* resume, const char* acte, auto faire) {
        rencontre::ajouter_envoi(
            ecrans,
            {.chemin = chemin,
             .resume = resume,
             .permission = access::Permission::dossier_usager_ecrire,
             .action = [&conduite, acte,
                        faire](Visite& visite) { return agir(conduite, visite, acte, faire); }},
            envoi_au_plus);
    };
    ajouter("/sejour/sortie", "Dire la sortie d'un séjour", "sortie", sortir);
    ajouter("/sejour/reprise", "Reprendre un séjour dont la sortie a été dite par erreur",
            "reprise", reprendre);
    ajouter("/sejour/deces", "Dire un décès, qui ferme les séjours", "deces", dire_le_deces);
    ajouter("/sejour/complement", "Ce dont partent les échéances d'un séjour", "complement",
            completer);
    ajouter("/sejour/acte", "Noter un document remis ou signé", "acte", noter);
}

}  // namespace grappe::conduite
