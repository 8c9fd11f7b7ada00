// /projets/{id}: the project of a person: her words first, what speaks up, the chain, reviews,
// proof of who took part.
#include <algorithm>

#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/accompagnement/chaine_vue.hpp"
#include "dui/accompagnement/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::accompagnement {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using projet::Genre, projet::Objet, projet::Statut;
using storage::Reader;

struct Lue {
    rencontre::Rencontre rencontre;
    rencontre::Bandeau bandeau;
    std::vector<Objet> projets;
    std::optional<Objet> vie;
    std::optional<Ouvert> ouvert;
    TracesParObjectif traces;
};

core::Result<Lue> lire(const Outils& outils, Reader& db, const Visite& visite) {
    auto rencontre = rencontre::rencontrer(outils.ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    Lue lue{.rencontre = *std::move(rencontre)};
    const auto& qui = lue.rencontre.qui;
    const auto& personne = lue.rencontre.personne;
    lue.bandeau = rencontre::lire_le_bandeau(db, personne);
    lue.projets = projet::projets_de(db, qui, personne.id);
    lue.vie = projet::projet_de_vie(db, qui, personne.id);
    const auto voulu = visite.requete.query("projet").value_or("");
    const auto choisi =
        std::ranges::find_if(lue.projets, [&](const Objet& un) { return un.id() == voulu; });
    const auto* montre = choisi != lue.projets.end() ? &*choisi : projet::courant(lue.projets);
    if (montre == nullptr) return lue;
    auto ouvert = ouvrir(outils, db, visite, montre->id());
    if (!ouvert) return ouvert.error();
    lue.ouvert = *std::move(ouvert);
    lue.traces = lire_les_traces(outils, db, *lue.ouvert);
    return lue;
}

Vue::Liste vues_des_projets(const Outils& outils, const Lue& lue) {
    Vue::Liste vues;
    for (const auto& un : lue.projets)
        vues.push_back(
            Vue{{"titre", un.champ("titre")},
                {"statut", dire(outils.ecrans.services,
                                "accompagnement.statut." + std::string{un.champ("statut")})},
                {"adresse", adresse_du_projet(lue.rencontre.personne.id, un.id(), "")},
                {"ici", lue.ouvert && lue.ouvert->projet.lui.id() == un.id()}});
    return vues;
}

// Where a project may be opened.
Vue::Liste vues_des_ouvertures(const Lue& lue) {
    Vue::Liste vues;
    for (const auto& ou : lue.rencontre.etablissements)
        if (ecrit_des_projets(lue.rencontre.qui, ou))
            vues.push_back(Vue{
                {"finess", ou},
                {"adresse", "/projet/fiche?genre=projet&finess=" + ou +
                                "&personne=" + core::percent_encoded(lue.rencontre.personne.id)}});
    return vues;
}

// The life project, else what she hopes for: her own words.
Vue vue_de_ses_mots(const Lue& lue) {
    Vue::Liste attentes;
    if (!lue.vie && lue.ouvert)
        for (const auto& une : lue.ouvert->projet.des(Genre::attente))
            if (une.champ("origine") == "personne")
                attentes.push_back(Vue{{"texte", une.champ("description")}});
    std::string editer;
    for (const auto& ou : lue.rencontre.etablissements)
        if (ecrit_des_projets(lue.rencontre.qui, ou)) {
            editer = "/projet/fiche?genre=projet_vie&finess=" + ou +
                     "&personne=" + core::percent_encoded(lue.rencontre.personne.id);
            if (lue.vie) editer += "&id=" + lue.vie->id();
            break;
        }
    return {{"titre", lue.vie ? lue.vie->champ("titre") : std::string_view{}},
            {"description", lue.vie ? lue.vie->champ("description") : std::string_view{}},
            {"muet", !lue.vie && attentes.empty()},
            {"sans_projet_de_vie", !lue.vie},
            {"attentes", std::move(attentes)},
            {"editer", std::move(editer)}};
}

class PageDuProjet {
public:
    PageDuProjet(const Outils& outils, const Lue& lue)
        : outils_{outils},
          services_{outils.ecrans.services},
          ouvert_{*lue.ouvert},
          projet_{ouvert_.projet},
          lue_{lue},
          modifiable_{ouvert_.modifiable()} {}

    Vue vue() const {
        const Chainee chainee{ouvert_, lue_.traces};
        auto chaine = vues_de_la_chaine(outils_, chainee);
        auto silences = vues_des_silences(outils_, chainee);
        const auto& id = projet_.lui.id();
        return {{"id", id},
                {"version", projet_.lui.version.version},
                {"titre", projet_.lui.champ("titre")},
                {"type", mot(outils_, projet_.lui, "type")},
                {"description", projet_.lui.champ("description")},
                {"communication", projet_.lui.champ("communication")},
                {"statut", dire(services_, "accompagnement.statut." +
                                               std::string{projet_.lui.champ("statut")})},
                {"depuis", dire(services_, "accompagnement.statut_depuis",
                                {{"jour", projet_.lui.jour("statut_le").value()}})},
                {"revision", vue_de_la_revision(outils_, projet_.revision(delais(outils_)))},
                {"termine", projet_.statut() == Statut::termine},
                {"manques", manques()},
                {"a_revoir", a_revoir()},
                {"crie", !silences.empty()},
                {"silences", std::move(silences)},
                {"chaine_vide", chaine.empty()},
                {"chaine", std::move(chaine)},
                {"passages", passages()},
                {"modifiable", modifiable_},
                {"editer", "/projet/fiche?id=" + id},
                {"ajouter_attente", ajouter("attente")},
                {"ajouter_besoin", ajouter("besoin")},
                {"ajouter_action", ajouter("action")},
                {"bilans", section(Genre::bilan)},
                {"participations", section(Genre::participation)},
                {"revues", section(Genre::revue)},
                {"facile", "/projet/" + id + "/facile"},
                {"pdf", "/projet/" + id + "/pdf"},
                {"calendrier", "/projet/" + id + "/calendrier"}};
    }

private:
    std::string ajouter(std::string_view genre) const {
        return modifiable_
                   ? "/projet/fiche?genre=" + std::string{genre} + "&projet=" + projet_.lui.id()
                   : std::string{};
    }

    // What the project lacks and nobody is made to fill: it is said.
    Vue::Liste manques() const {
        Vue::Liste vues;
        const auto dit = [&](const char* code, std::string_view genre) {
            vues.push_back(Vue{{"phrase", dire(services_, code)}, {"adresse", ajouter(genre)}});
        };
        if (!projet_.accorde_par("personne")) dit("accompagnement.sans_accord_personne", "accord");
        if (!projet_.accorde_par("structure"))
            dit("accompagnement.sans_accord_structure", "accord");
        if (projet_.des(Genre::participation).empty())
            dit("accompagnement.sans_participation", "participation");
        const auto sans_avis = std::ranges::count_if(
            projet_.des(Genre::objectif), [](const auto& un) { return un.champ("avis").empty(); });
        if (sans_avis > 0)
            vues.push_back(Vue{{"phrase", dire(services_, "accompagnement.sans_avis",
                                               {{"nombre", std::int64_t{sans_avis}}})},
                               {"adresse", ""}});
        return vues;
    }

    // Life events that no review followed: a task.
    Vue::Liste a_revoir() const {
        const auto ouverts = projet_.evenements_ouverts();
        Vue::Liste vues;
        for (const auto& une : projet_.des(Genre::revue)) {
            const auto le = une.jour("le").value();
            if (std::ranges::find(ouverts, le) == ouverts.end()) continue;
            vues.push_back(
                Vue{{"phrase", dire(services_, "accompagnement.a_revoir",
                                    {{"motif", mot(outils_, une, "motif")}, {"jour", le}})},
                    {"adresse", ajouter("bilan")}});
        }
        return vues;
    }

    Vue::Liste passages() const {
        Vue::Liste vues;
        if (!modifiable_) return vues;
        for (const auto& un : names(projet::Passage{}))
            if (projet::apres(projet_.statut(), un.value) &&
                (!projet::demande_un_accord(un.value) || projet_.accorde_par("structure")))
                vues.push_back(
                    Vue{{"code", un.name},
                        {"nom", dire(services_, "accompagnement.passage." + std::string{un.name})},
                        {"premier", projet::demande_un_accord(un.value)}});
        return vues;
    }

    // Reviews with their notes, agreements and participations, life events.
    Vue section(Genre genre) const {
        Vue::Liste lignes;
        for (const auto quoi : compagnons(genre))
            for (const auto& un : projet_.des(quoi)) lignes.push_back(ligne(un));
        Vue::Liste ajouts;
        if (modifiable_)
            for (const auto quoi : compagnons(genre))
                ajouts.push_back(Vue{{"nom", dire(services_, "accompagnement.ajouter." +
                                                                 std::string{core::name_of(quoi)})},
                                     {"adresse", ajouter(core::name_of(quoi))}});
        return {
            {"vide", lignes.empty()}, {"lignes", std::move(lignes)}, {"ajouts", std::move(ajouts)}};
    }

    static std::vector<Genre> compagnons(Genre genre) {
        if (genre == Genre::bilan) return {Genre::bilan, Genre::preparation};
        if (genre == Genre::participation) return {Genre::participation, Genre::accord};
        return {genre};
    }

    Vue ligne(const Objet& un) const {
        const auto le = un.jour("le");
        std::string qui, quoi, texte;
        switch (un.genre()) {
            case Genre::bilan:
                qui = dire(services_, projet::est_tenu(un) ? "accompagnement.bilan_tenu"
                                                           : "accompagnement.bilan_prevu");
                quoi = mot(outils_, un, "categorie");
                texte = un.champ("synthese");
                break;
            case Genre::preparation:
                qui = dire(services_, "projet.genre.preparation");
                quoi = std::string{un.champ("auteur")} + ", " + mot(outils_, un, "qualite");
                texte = un.champ("corps");
                break;
            case Genre::accord:
                qui = dire(services_, "projet.genre.accord");
                quoi = std::string{un.champ("auteur")} + ", " + mot(outils_, un, "de");
                texte = un.champ("commentaire");
                break;
            case Genre::participation:
                qui = un.champ("qui");
                quoi = mot(outils_, un, "qualite") + ", " + mot(outils_, un, "forme");
                texte = un.champ("commentaire");
                break;
            default:
                qui = mot(outils_, un, "motif");
                texte = un.champ("commentaire");
        }
        return {{"id", un.id()},
                {"qui", std::move(qui)},
                {"quoi", std::move(quoi)},
                {"le", le ? page::jour(*le) : std::string{}},
                {"texte", std::move(texte)},
                {"editer", modifiable_ ? "/projet/fiche?id=" + un.id() : std::string{}}};
    }

    const Outils& outils_;
    const dui::Services& services_;
    const Ouvert& ouvert_;
    const projet::Projet& projet_;
    const Lue& lue_;
    bool modifiable_;
};

http::Response montrer(const Outils& outils, Visite& visite) {
    const auto lue = visite.base.read([&](Reader& db) { return lire(outils, db, visite); });
    const auto& services = outils.ecrans.services;
    if (!lue) return dui::refuser(services, lue.error());
    const auto& personne = lue->rencontre.personne;
    acces::consigner_un_dossier(
        visite.base, {visite.qui().acteur.compte, rencontre::instant(outils.ecrans)}, personne.id);
    Vue::Liste projet;
    if (lue->ouvert) projet.push_back(PageDuProjet{outils, *lue}.vue());
    auto ouvertures = vues_des_ouvertures(*lue);
    return dui::repondre(services,
                         {.gabarit = "projet",
                          .titre = dire(services, "accompagnement.titre.projet",
                                        {{"nom", rencontre::nom_de(personne)}}),
                          .rubrique = "/projets",
                          .fil = {{"/projets", dire(services, "accompagnement.titre.projets")}}},
                         {{"bandeau", rencontre::vue_du_bandeau(outils.ecrans, lue->rencontre,
                                                                lue->bandeau, "/projets")},
                          {"lit", lue->rencontre.qui.lit(partage::Classe::projet)},
                          {"mots", vue_de_ses_mots(*lue)},
                          {"projet", std::move(projet)},
                          {"sans_projet", !lue->ouvert.has_value()},
                          {"plusieurs", lue->projets.size() > 1},
                          {"projets", vues_des_projets(outils, *lue)},
                          {"ouvrable", !ouvertures.empty()},
                          {"ouvertures", std::move(ouvertures)},
                          {"csrf", visite.qui().csrf}});
}

}  // namespace

void ajouter_projet(const Outils& outils) {
    dui::ajouter_page(outils.ecrans.services,
                      {.chemin = "/projets/{id...}",
                       .resume = "Le projet personnalisé d'une personne",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(outils, visite); }});
}

}  // namespace grappe::accompagnement
