// Decide on what is loaded, then write.
#include "dui/rendez_vous/programmation.hpp"

#include <algorithm>

#include "audit/journal.hpp"
#include "core/calendar.hpp"
#include "core/texte.hpp"
#include "dui/lecture/contenu.hpp"
#include "dui/recurrence/coupe.hpp"
#include "dui/rendez_vous/ecriture.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::rendez_vous {
namespace {

using agenda::Conflit, agenda::Evenement, agenda::Genre;
using recurrence::Moment, recurrence::Serie;

core::Date jour_de(const Auteur& auteur) {
    return core::paris().day_of(auteur.maintenant.seconde());
}

bool dirige(const acces::Professionnel& qui) {
    return qui.acteur.role == access::Role::encadrement ||
           qui.acteur.role == access::Role::secretariat;
}

RendezVous net(RendezVous un) {
    for (auto* texte : {&un.titre, &un.lieu, &un.commentaire})
        *texte = std::string{core::trimmed(*texte)};
    return un;
}

// An objective belongs to the person: the element that it will be, or nothing.
bool est_le_sien(storage::Reader& db, const agenda::Participation& une) {
    if (une.objectif.empty()) return true;
    const auto lui = element::derniere(db, une.objectif);
    return une.genre == Genre::personne && lui && lui->element.personne == une.id &&
           lui->element.etat == element::Etat::actif;
}

void juger_les_participants(storage::Reader& db, const RendezVous& un, std::vector<Faute>& fautes) {
    const auto ressources = ressources_de(db, un.finess_et.text());
    for (const auto& une : un.participations) {
        if (!est_le_sien(db, une)) fautes.push_back({"objectif", "rendez_vous.objectif"});
        if (une.genre == Genre::personne) continue;
        if (une.genre == Genre::professionnel) {
            const auto tous = acces::professionnels(db);
            const bool la = std::ranges::any_of(tous, [&](const acces::Professionnel& qui) {
                return qui.acteur.compte == une.id &&
                       qui.peut_a(access::Permission::dossier_usager_lire, un.finess_et.text());
            });
            if (!la) fautes.push_back({"professionnels", "rendez_vous.professionnel"});
        } else if (std::ranges::none_of(ressources, [&](const Ressource& la) {
                       return la.id == une.id && la.genre == une.genre;
                   })) {
            fautes.push_back({"ressources", "rendez_vous.ressource"});
        }
    }
}

std::vector<Faute> juger(storage::Reader& db, const Auteur& auteur, const RendezVous& un) {
    auto fautes = fautes_de(un);
    if (!auteur.qui.ecrit(un.classe)) fautes.push_back({"classe", "rendez_vous.classe"});
    if (un.serie.debut.jour < jour_de(auteur).plus_days(-jours_en_arriere))
        fautes.push_back({"jour", "rendez_vous.ancien"});
    juger_les_participants(db, un, fautes);
    return fautes;
}

std::vector<agenda::Ressource> pour_les_conflits(std::vector<Ressource> toutes) {
    std::vector<agenda::Ressource> mises;
    for (auto& une : toutes)
        mises.push_back({une.genre, une.id, une.nom, une.places, une.partagee});
    return mises;
}

// What would be, without what it takes the place of.
struct Projete {
    const RendezVous& un;
    std::set<std::string> otes;  // events, or occurrences
    Conflits conflits;
};

void chercher_les_conflits(storage::Reader& db, const Auteur& auteur, const Projete& projete,
                           Issue& issue) {
    const auto& un = projete.un;
    const auto du = std::max(jour_de(auteur), un.serie.debut.jour);
    const recurrence::Fenetre fenetre{du, du.plus_days(jours_de_conflit)};
    std::set<Qui> qui;
    for (const auto& une : un.participations) qui.insert({une.genre, une.id});
    auto autres = occurrences_de(db, qui, fenetre);
    std::erase_if(autres, [&](const Occurrence& une) {
        return projete.otes.contains(une.rendez_vous) || projete.otes.contains(une.evenement.id);
    });
    for (auto& une : autres)
        if (!lit(auteur.qui, une)) une.evenement.titre.clear();
    auto siennes = occurrences_de(db, un, fenetre);
    const auto premier = autres.size();
    std::ranges::move(siennes, std::back_inserter(autres));
    issue.evenements = evenements_de(autres);
    const auto ressources = pour_les_conflits(ressources_de(db, un.finess_et.text()));
    for (auto& un_conflit : agenda::conflits(issue.evenements, ressources))
        if (std::ranges::any_of(un_conflit.evenements, [&](auto n) { return n >= premier; }))
            issue.conflits.push_back(std::move(un_conflit));
    issue.acceptables = std::ranges::all_of(
        issue.conflits, [&](const Conflit& conflit) { return accepte(auteur.qui, conflit); });
}

// True: there is something to tell instead of writing.
bool arrete(storage::Writer& db, const Auteur& auteur, const Projete& projete, Issue& issue) {
    issue.fautes = juger(db, auteur, projete.un);
    if (!issue.fautes.empty()) return true;
    chercher_les_conflits(db, auteur, projete, issue);
    if (issue.conflits.empty()) return false;
    if (projete.conflits == Conflits::montrer || !issue.acceptables) return true;
    audit::noter(db,
                 {.acteur = auteur.qui.acteur.compte,
                  .acte = "rendez_vous.accepter_les_conflits",
                  .objet = "etablissement:" + projete.un.finess_et.text(),
                  .detail = projete.un.id},
                 auteur.maintenant.seconde());
    return false;
}

core::Result<void> admis(const Auteur& auteur, const RendezVous& un) {
    if (!peut_ecrire(auteur.qui, un)) return interdit();
    for (const auto& une : un.personnes())
        if (!auteur.accompagnee(une, un.finess_et.text()))
            return core::refuse(core::Reason::not_found, "dui.dossier_inconnu");
    return {};
}

// The id of what is made out of another one: the same each time.
std::string id_derive(const Cible& cible) {
    return secret::empreinte(id_de_l_occurrence(cible.id, cible.prevue) + " " +
                             std::to_string(cible.vue))
        .substr(0, 32);
}

core::Result<Issue> ecrit(Issue issue, const RendezVous& un, const core::Result<void>& fait) {
    if (!fait) return fait.error();
    issue.id = un.id;
    issue.prevue = recurrence::premiere(un.serie).value_or(un.serie.debut).texte();
    return issue;
}

// What was said ahead of occurrences (a refusal, a cancellation) goes with those of the same day.
core::Result<void> reporter(storage::Writer& db, const Auteur& auteur, const RendezVous& avant,
                            const RendezVous& apres) {
    const auto du = apres.serie.debut.jour;
    const auto de = core::paris().start_of(du);
    const auto a = core::paris().start_of(du.plus_days(recurrence::jours_max));
    std::map<core::Date, Etat> dits;
    for (const auto& version :
         element::entre(db, {avant.finess_et.text(), element::Genre::occurrence, de, a}))
        if (version.element.lie_a == avant.id)
            dits.emplace(core::paris().day_of(version.element.debut),
                         etat_lu(version.element.contenu));
    if (dits.empty()) return {};
    for (const auto& une :
         occurrences_de(db, apres, {du, du.plus_days(recurrence::jours_max - 1)})) {
        const auto dit = dits.find(une.prevue.jour);
        if (dit == dits.end() || element::derniere(db, une.evenement.id)) continue;
        const auto fait =
            ecrire_l_etat(db, auteur, {une, dit->second, "rendez_vous.reporter_ce_qui_est_dit"});
        if (!fait) return fait;
    }
    return {};
}

// The first occurrence from which a change is made; what has begun is left out of "toutes".
Moment premiere_changee(storage::Reader& db, const Auteur& auteur, const RendezVous& un,
                        const Cible& cible) {
    if (cible.portee != Portee::toutes) return cible.prevue;
    const auto jour = std::max(jour_de(auteur), un.serie.debut.jour);
    for (const auto& une :
         occurrences_de(db, un, {jour, jour.plus_days(recurrence::jours_max - 1)}))
        if (une.evenement.de >= auteur.maintenant.seconde()) return une.prevue;
    return cible.prevue;
}

Serie sans_cette_fois(Serie serie, const Moment& prevue) {
    serie.exclues.push_back(prevue);
    std::erase_if(serie.deplacees, [&](const auto& une) { return une.de == prevue; });
    return serie;
}

core::Result<Issue> changer_une(storage::Writer& db, const Auteur& auteur, const Cible& cible,
                                Changement changement) {
    const auto avant = lu(element::derniere(db, cible.id)->element);
    const bool detachee = avant.serie.regle.has_value();
    auto& voulu = changement.voulu;
    const auto du = std::min(cible.prevue.jour, voulu.serie.debut.jour).plus_days(-8);
    voulu.id = detachee ? id_derive(cible) : avant.id;
    voulu.suite_de = detachee ? avant.id : avant.suite_de;
    if (detachee) voulu.serie.regle.reset();
    const auto ote = detachee ? id_de_l_occurrence(avant.id, cible.prevue) : avant.id;
    Issue issue;
    if (arrete(db, auteur, {voulu, {ote}, changement.conflits}, issue)) return issue;
    core::Result<void> fait;
    if (detachee) {
        auto reste = avant;
        reste.serie = sans_cette_fois(avant.serie, cible.prevue);
        fait = ecrire(db, auteur, {avant, cible.vue, reste, du, "rendez_vous.detacher"});
        if (fait) fait = ecrire(db, auteur, {{}, 0, voulu, du, "rendez_vous.changer"});
    } else {
        fait = ecrire(db, auteur, {avant, cible.vue, voulu, du, "rendez_vous.changer"});
    }
    if (fait) fait = reporter(db, auteur, avant, voulu);
    return ecrit(std::move(issue), voulu, fait);
}

// The part of the series that begins at `depuis`, as it is wanted.
RendezVous suite_voulue(const RendezVous& avant, const recurrence::Coupe& coupe, const Cible& cible,
                        RendezVous voulu) {
    const auto depuis = coupe.apres.debut;
    const auto decale = core::days_between(cible.prevue.jour, voulu.serie.debut.jour);
    voulu.serie.debut.jour = depuis.jour.plus_days(decale);
    if (voulu.serie.debut.minute == depuis.minute && decale == 0) {
        voulu.serie.exclues = coupe.apres.exclues;
        voulu.serie.deplacees = coupe.apres.deplacees;
    }
    voulu.id = coupe.avant ? id_derive({cible.id, depuis, cible.vue}) : avant.id;
    voulu.suite_de = coupe.avant ? avant.id : avant.suite_de;
    return voulu;
}

}  // namespace

bool accepte(const acces::Professionnel& qui, const Conflit& conflit) {
    const bool lieu = conflit.genre == Genre::salle || conflit.genre == Genre::vehicule;
    return !lieu || dirige(qui);
}

core::Result<Issue> programmer(storage::Writer& db, const Auteur& auteur, RendezVous voulu,
                               Conflits conflits) {
    if (!secret::est_un_identifiant(voulu.id))
        return core::refuse(core::Reason::invalid, "rendez_vous.id");
    if (const auto peut = admis(auteur, voulu); !peut) return peut.error();
    voulu = net(std::move(voulu));
    const auto deja = element::versions_de(db, voulu.id);
    if (!deja.empty() && deja.front().element == element_de(voulu)) return ecrit({}, voulu, {});
    Issue issue;
    if (arrete(db, auteur, {voulu, {}, conflits}, issue)) return issue;
    return ecrit(
        std::move(issue), voulu,
        ecrire(db, auteur, {{}, 0, voulu, voulu.serie.debut.jour, "rendez_vous.programmer"}));
}

core::Result<Issue> changer(storage::Writer& db, const Auteur& auteur, const Cible& cible,
                            Changement changement) {
    const auto avant = trouver(db, auteur, cible);
    if (!avant) return avant.error();
    auto voulu = net(std::move(changement.voulu));
    voulu.finess_et = avant->finess_et;
    if (const auto peut = admis(auteur, voulu); !peut) return peut.error();
    if (cible.portee == Portee::une || !avant->serie.regle)
        return changer_une(db, auteur, cible, {std::move(voulu), changement.conflits});

    const auto depuis = premiere_changee(db, auteur, *avant, cible);
    auto coupe = recurrence::couper(avant->serie, depuis);
    coupe.apres.debut = depuis;
    voulu = suite_voulue(*avant, coupe, cible, std::move(voulu));
    Issue issue;
    if (arrete(db, auteur, {voulu, {avant->id}, changement.conflits}, issue)) return issue;
    const auto du = std::min(depuis.jour, voulu.serie.debut.jour).plus_days(-8);
    core::Result<void> fait;
    if (coupe.avant) {
        auto reste = *avant;
        reste.serie = *coupe.avant;
        fait = ecrire(db, auteur, {*avant, cible.vue, reste, du, "rendez_vous.couper"});
        if (fait) fait = ecrire(db, auteur, {{}, 0, voulu, du, "rendez_vous.changer"});
    } else {
        fait = ecrire(db, auteur, {*avant, cible.vue, voulu, du, "rendez_vous.changer"});
    }
    if (fait) fait = reporter(db, auteur, *avant, voulu);
    return ecrit(std::move(issue), voulu, fait);
}

core::Result<Issue> deplacer(storage::Writer& db, const Auteur& auteur, const Cible& cible,
                             const Deplacement& ou) {
    const auto avant = trouver(db, auteur, cible);
    if (!avant) return avant.error();
    if (ou.minutes < 1 || ou.minutes > recurrence::minutes_max)
        return Issue{.fautes = {{"fin", "recurrence.duree"}}};
    auto apres = *avant;
    std::erase_if(apres.serie.deplacees, [&](const auto& une) { return une.de == cible.prevue; });
    if (ou.a != cible.prevue || ou.minutes != avant->serie.minutes)
        apres.serie.deplacees.push_back({cible.prevue, ou.a, ou.minutes});
    auto seule = *avant;  // the clashes of this one, not those of the others
    seule.serie = {.debut = ou.a, .minutes = ou.minutes};
    const auto ote = id_de_l_occurrence(avant->id, cible.prevue);
    Issue issue;
    if (arrete(db, auteur, {seule, {ote}, ou.conflits}, issue)) return issue;
    const auto du = std::min(cible.prevue.jour, ou.a.jour).plus_days(-8);
    const auto fait = ecrire(db, auteur, {*avant, cible.vue, apres, du, "rendez_vous.deplacer"});
    if (!fait) return fait.error();
    issue.id = apres.id;
    issue.prevue = cible.prevue.texte();
    return issue;
}

core::Result<Issue> annuler(storage::Writer& db, const Auteur& auteur, const Cible& cible,
                            const std::string& motif) {
    core::ensure(cible.portee != Portee::une, "one occurrence is cancelled by its status");
    const auto avant = trouver(db, auteur, cible);
    if (!avant) return avant.error();
    const std::string net_motif{core::trimmed(motif)};
    if (net_motif.empty()) return Issue{.fautes = {{"motif", "agenda.motif"}}};
    const auto depuis = premiere_changee(db, auteur, *avant, cible);
    const auto coupe = recurrence::couper(avant->serie, depuis);
    auto apres = *avant;
    apres.motif = net_motif;
    apres.annule = !coupe.avant;
    if (coupe.avant) apres.serie = *coupe.avant;
    return ecrit(
        {}, apres,
        ecrire(db, auteur,
               {*avant, cible.vue, apres, depuis.jour.plus_days(-8), "rendez_vous.annuler"}));
}

core::Result<Issue> ouvrir_ressource(storage::Writer& db, const Auteur& auteur,
                                     const core::Finess& finess_et, const Ressource& voulue) {
    if (!auteur.qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et.text()) ||
        !dirige(auteur.qui))
        return interdit();
    const std::string nom{core::trimmed(voulue.nom)};
    if (!secret::est_un_identifiant(voulue.id))
        return core::refuse(core::Reason::invalid, "rendez_vous.id");
    if (element::derniere(db, voulue.id)) return Issue{.id = voulue.id};
    if (nom.empty() || core::caracteres(nom) > titre_au_plus)
        return Issue{.fautes = {{"nom", "ressource.nom"}}};
    for (const auto& une : ressources_de(db, finess_et.text()))
        if (core::fold(une.nom) == core::fold(nom))
            return Issue{.fautes = {{"nom", "ressource.deja"}}};
    const auto ecrite = element::ecrire(
        db, auteur.geste(),
        {{.id = voulue.id,
          .genre = element::Genre::ressource,
          .classe = partage::Classe::administratif,
          .finess_et = finess_et,
          .personne = {},
          .lie_a = {},
          .debut = auteur.maintenant.seconde(),
          .fin = {},
          .contenu = lecture::en_contenu({{"nom", nom},
                                          {"genre", std::string{core::name_of(voulue.genre)}},
                                          {"places", std::to_string(std::max(0, voulue.places))},
                                          {"partagee", voulue.partagee ? "oui" : ""}})}});
    if (!ecrite) return ecrite.error();
    audit::noter(db,
                 {.acteur = auteur.qui.acteur.compte,
                  .acte = "ressource.ouvrir",
                  .objet = "etablissement:" + finess_et.text(),
                  .detail = voulue.id},
                 auteur.maintenant.seconde());
    return Issue{.id = voulue.id};
}

}  // namespace grappe::rendez_vous
