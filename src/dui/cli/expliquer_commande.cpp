// grappe-dui expliquer: behind each figure of an establishment, who counts, who does not and why.
#include <algorithm>

#include "cli/mesure_dite.hpp"
#include "cli/regles_livrees.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/mesure_faite.hpp"
#include "dui/explication/explication_json.hpp"
#include "dui/explication/phrases_dites.hpp"

namespace grappe::dui {
namespace {

using cli::Session;
using explication::Explication;
using explication::Place;

struct Options {
    OptionsDeBase base;
    OptionsDeMesure mesure;
    std::string finess, indicateur;
    bool json = false;
};

core::Result<std::vector<usage::Indicateur>> indicateurs_voulus(const std::string& nom) {
    std::vector<usage::Indicateur> voulus;
    for (const auto& nomme : names(usage::Indicateur{}))
        if (nom.empty() || nom == nomme.name) voulus.push_back(nomme.value);
    if (voulus.empty()) return core::refuse(core::Reason::invalid, "dui.indicateur_inconnu", nom);
    return voulus;
}

core::Instant instant_de(magasin::Moment moment) { return moment.seconde(); }

struct Ecrit {
    const Session& session;
    std::string texte;

    std::string dit(const char* code, const rules::Faits& faits) const {
        return session.phrases.rendre(code, faits);
    }
    void ligne(std::size_t retrait, const std::string& phrase) {
        texte += std::string(retrait, ' ') + phrase + "\n";
    }
};

std::string gestes_dits(const std::vector<explication::Geste>& gestes,
                        const rules::Phrases& phrases) {
    std::string texte;
    for (const auto geste : gestes)
        texte += (texte.empty() ? "" : " ; ") + explication::dit(geste, phrases);
    return texte;
}

void dire_un_dossier(Ecrit& ecrit, const explication::DossierExplique& un) {
    const auto& personne = un.juge->lu->personne;
    const auto& phrases = ecrit.session.phrases;
    if (un.place == Place::compte) {
        ecrit.ligne(4, personne.empty() ? ecrit.dit("explication.sans_nom", {{"nombre", un.apport}})
                                        : personne);
        return;
    }
    if (personne.empty()) return;
    auto ligne = personne + "  " + gestes_dits(un.gestes, phrases);
    ecrit.ligne(4, un.gestes.empty() ? personne : ligne);
    for (const auto& obstacle : un.obstacles)
        for (const auto& raison : obstacle.raisons)
            ecrit.ligne(8, explication::dite(raison, phrases));
}

void dire_les_dossiers(Ecrit& ecrit, const Explication& une, Place place) {
    const auto combien = std::count_if(une.dossiers.begin(), une.dossiers.end(),
                                       [place](const auto& un) { return un.place == place; });
    if (combien == 0) return;
    const auto titre = "explication.titre." + std::string{core::name_of(place)};
    ecrit.ligne(2, ecrit.dit(titre.c_str(), {{"nombre", std::int64_t{combien}}}));
    for (const auto& un : une.dossiers)
        if (un.place == place) dire_un_dossier(ecrit, un);
}

void dire_les_lectures(Ecrit& ecrit, const Explication& une) {
    ecrit.ligne(2, ecrit.dit("explication.lectures", {}));
    for (const auto& [lecture, nom] : names(usage::Denominateur{})) {
        auto dite = cli::mesure_dite(
            {une.indicateur, une.lectures[static_cast<std::size_t>(lecture)], une.cible},
            ecrit.session.phrases);
        dite.erase(0, dite.find(" : ") == std::string::npos ? 0 : dite.find(" : ") + 3);
        ecrit.ligne(4, cli::lecture_dite(lecture, ecrit.session.phrases) + "\u00a0: " + dite);
    }
}

void dire(Ecrit& ecrit, const Explication& une, const std::optional<explication::Prevision>& prevue,
          bool en_entier) {
    auto mesure = une.mesure;
    if (!une.cible) mesure.denominateur = une.depuis_le_debut;
    ecrit.ligne(
        0, "\n" + cli::mesure_dite({une.indicateur, mesure, une.cible}, ecrit.session.phrases));
    if (une.cible) {
        dire_les_lectures(ecrit, une);
        if (prevue) ecrit.ligne(2, explication::dite(*prevue, ecrit.session.phrases));
        if (une.manquants().value_or(0) > 0)
            ecrit.ligne(2, explication::manque_dit(une, ecrit.session.phrases));
    }
    dire_les_dossiers(ecrit, une, Place::manque);
    if (!en_entier) return;
    dire_les_dossiers(ecrit, une, Place::compte);
    dire_les_dossiers(ecrit, une, Place::hors);
}

void dire(Ecrit& ecrit, const explication::Plan& plan) {
    if (plan.dossiers.empty() && plan.messages == 0) return;
    ecrit.ligne(0, "\n" + ecrit.dit("explication.plan", {}));
    for (const auto& un : plan.dossiers)
        ecrit.ligne(2,
                    un.juge->lu->personne + "  " + gestes_dits(un.gestes, ecrit.session.phrases));
    if (plan.messages > 0)
        ecrit.ligne(2, ecrit.dit("explication.plan.messages", {{"nombre", plan.messages}}));
}

std::string en_francais(const Session& session, const explication::Expose& expose,
                        const indicateur::Lecture& lecture) {
    Ecrit ecrit{.session = session, .texte = {}};
    ecrit.ligne(0,
                ecrit.dit("dui.indicateurs.titre",
                          {{"au", lecture.fenetre.fin},
                           {"du", lecture.fenetre.debut},
                           {"dernier", lecture.fenetre.dernier_jour()},
                           {"lecture", cli::lecture_dite(lecture.denominateur, session.phrases)}}));
    ecrit.ligne(0,
                ecrit.dit("dui.etablissement", {{"finess", std::string_view{expose.finess_et}}}));
    for (const auto& [une, prevision] : expose.indicateurs)
        dire(ecrit, une, prevision, expose.indicateurs.size() == 1);
    if (expose.indicateurs.size() > 1) dire(ecrit, *expose.plan);
    return std::move(ecrit.texte);
}

int expliquer(const Session& session, const Options& options) {
    const auto demande = lire(options.mesure);
    if (!demande) return cli::refuser(session, demande.error(), cli::saisie_illisible);
    const auto voulus = indicateurs_voulus(options.indicateur);
    if (!voulus) return cli::refuser(session, voulus.error(), cli::saisie_illisible);
    const auto horloge = horloge_de(options.base);
    if (!horloge) return cli::refuser(session, horloge.error(), cli::saisie_illisible);
    auto base = rejoindre_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    const auto ici = mesures(ouverte, *demande, cli::regles_livrees(session).back());
    const auto lus =
        explication::dossiers_lus(ici.colonnes, options.finess, ici.acte, ici.lecture.fenetre);
    if (!lus)
        return cli::refuser(
            session, core::refuse(core::Reason::not_found, "dui.finess_inconnu", options.finess),
            cli::saisie_illisible);
    const explication::Etude etude{*lus, ici.lecture};
    const auto jours = explication::fenetres_jusqu_a(
        explication::dernier_jour_vecu(demande->au,
                                       instant_de(demande->connu_le.value_or((*horloge)()))),
        ici.regle);
    auto expose = explication::exposer(
        etude, *voulus, explication::serie(ici.colonnes, {{options.finess}}, jours, ici.acte));
    expose.finess_et = options.finess;
    expose.regle = ici.regle.version();
    expose.plan = explication::planifier(etude);
    cli::ecrire(session.sortie, options.json ? explication::en_json(expose, ici.lecture)
                                             : en_francais(session, expose, ici.lecture));
    return cli::reussi;
}

}  // namespace

void declarer_expliquer(cli::Commande& programme) {
    auto& commande = programme.commande("expliquer", "dui.expliquer");
    const auto options = std::make_shared<Options>();
    declarer_options_de_mesure(commande, options->mesure);
    commande.option("--finess", options->finess, "dui.expliquer.finess").mot("ET").requise();
    commande.option("--indicateur", options->indicateur, "dui.expliquer.indicateur").mot("CODE");
    commande.drapeau("--json", options->json, "dui.indicateurs.json");
    declarer_options_de_base(commande, options->base);
    commande.faire(expliquer, options);
}

}  // namespace grappe::dui
