// From the expectation down; what hangs from nothing says so.
#include "dui/accompagnement/chaine_vue.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "dui/element/droits.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/transmission/lecture.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::accompagnement {
namespace {

using dui::dire;
using page::Vue;
using projet::Genre, projet::Maillon, projet::Objet;

constexpr std::size_t traces_montrees = 3, octets_montres = 160;

std::string resume_de(const transmission::Transmission& dit) {
    const auto texte = dit.forme == transmission::Forme::narrative ? dit.texte : dit.cible;
    const auto coupe = core::cut(texte, octets_montres);
    return coupe.size() < texte.size() ? std::string{coupe} + "…" : texte;
}

std::string jours_de(const Outils& outils, const Objet& un) {
    const auto debut = un.jour("debut"), fin = un.jour("fin");
    const auto& services = outils.ecrans.services;
    if (debut && fin)
        return dire(services, "accompagnement.du_au", {{"debut", *debut}, {"fin", *fin}});
    if (debut) return dire(services, "accompagnement.depuis", {{"debut", *debut}});
    if (fin) return dire(services, "accompagnement.jusqu_au", {{"fin", *fin}});
    return {};
}

class Chaine {
public:
    Chaine(const Outils& outils, const Chainee& chainee)
        : outils_{outils}, chainee_{chainee}, modifiable_{chainee.ouvert.modifiable()} {}

    Vue::Liste toute() const {
        const auto maillons = projet::chaine(chainee_.ouvert.projet);
        Vue::Liste vues;
        for (const auto& un : maillons)
            if (un.objet != nullptr) vues.push_back(attente(un));
        if (auto reste = sans_attente(maillons)) vues.push_back(*std::move(reste));
        return vues;
    }

private:
    // What hangs from nothing, by level.
    struct Seuls {
        Vue::Liste besoins{}, objectifs{}, actions{}, moyens{};
    };

    // One group for all that hangs from no expectation, whatever its level.
    std::optional<Vue> sans_attente(const std::vector<Maillon>& maillons) const {
        Seuls seuls;
        for (const auto& un : maillons) {
            if (un.objet != nullptr) continue;
            for (const auto& suite : un.suite) ranger(suite, seuls);
        }
        if (!seuls.objectifs.empty() || !seuls.actions.empty() || !seuls.moyens.empty())
            seuls.besoins.push_back(besoin_vide(seuls));
        if (seuls.besoins.empty()) return std::nullopt;
        return Vue{{"id", "sans-attente"},
                   {"seule", false},
                   {"origine", ""},
                   {"commentaire", ""},
                   {"sienne", false},
                   {"description", dire(outils_.ecrans.services, "accompagnement.sans_attente")},
                   {"editer", ""},
                   {"ajouter", ""},
                   {"besoins", std::move(seuls.besoins)}};
    }

    void ranger(const Maillon& un, Seuls& seuls) const {
        switch (un.objet->genre()) {
            case Genre::besoin:
                return seuls.besoins.push_back(besoin(un));
            case Genre::objectif:
                return seuls.objectifs.push_back(objectif(un));
            case Genre::action:
                return seuls.actions.push_back(action(un));
            default:
                return seuls.moyens.push_back(moyen(un));
        }
    }

    std::string editer(const Objet& un) const {
        return modifiable_ ? "/projet/fiche?id=" + un.id() : std::string{};
    }
    std::string ajouter(std::string_view genre, std::string_view champ, const Objet& parent) const {
        if (!modifiable_) return {};
        return "/projet/fiche?genre=" + std::string{genre} +
               "&projet=" + chainee_.ouvert.projet.lui.id() + "&" + std::string{champ} + "=" +
               parent.id();
    }

    Vue attente(const Maillon& un) const {
        Vue::Liste besoins;
        for (const auto& suite : un.suite) besoins.push_back(besoin(suite));
        std::string origine = mot(outils_, *un.objet, "origine");
        if (const auto auteur = un.objet->champ("auteur"); !auteur.empty())
            origine += ", " + std::string{auteur};
        return {{"id", un.objet->id()},
                {"seule", besoins.empty()},
                {"origine", std::move(origine)},
                {"commentaire", un.objet->champ("commentaire")},
                {"sienne", un.objet->champ("origine") == "personne"},
                {"description", un.objet->champ("description")},
                {"editer", editer(*un.objet)},
                {"ajouter", ajouter("besoin", "attente", *un.objet)},
                {"besoins", std::move(besoins)}};
    }

    Vue besoin(const Maillon& un) const {
        Vue::Liste objectifs;
        for (const auto& suite : un.suite) objectifs.push_back(objectif(suite));
        const auto code = un.objet->champ("serafin");
        return {{"id", un.objet->id()},
                {"description", un.objet->champ("description")},
                {"serafin", code.empty() ? std::string{} : libelle_serafin(outils_, code)},
                {"analyse", un.objet->champ("analyse")},
                {"seul", objectifs.empty()},
                {"editer", editer(*un.objet)},
                {"ajouter", ajouter("objectif", "besoin", *un.objet)},
                {"objectifs", std::move(objectifs)},
                {"actions_seules", Vue::Liste{}},
                {"moyens_seuls", Vue::Liste{}}};
    }

    static Vue besoin_vide(Seuls& seuls) {
        return {{"id", "sans-besoin"},
                {"description", ""},
                {"serafin", ""},
                {"analyse", ""},
                {"seul", false},
                {"editer", ""},
                {"ajouter", ""},
                {"objectifs", std::move(seuls.objectifs)},
                {"actions_seules", std::move(seuls.actions)},
                {"moyens_seuls", std::move(seuls.moyens)}};
    }

    Vue objectif(const Maillon& un) const {
        const auto& lui = *un.objet;
        Vue::Liste actions, traces;
        for (const auto& suite : un.suite) actions.push_back(action(suite));
        if (const auto ou = chainee_.traces.find(lui.id()); ou != chainee_.traces.end())
            for (const auto& une : ou->second.dernieres)
                traces.push_back(
                    Vue{{"quand", une.quand}, {"texte", une.texte}, {"adresse", une.adresse}});
        const auto silence = silence_de(outils_, lui, chainee_.traces);
        const auto& element = chainee_.ouvert.projet.lui.version.element;
        return {{"id", lui.id()},
                {"titre", lui.champ("titre")},
                {"description", lui.champ("description")},
                {"statut", mot(outils_, lui, "statut")},
                {"jours", jours_de(outils_, lui)},
                {"avis", lui.champ("avis")},
                {"sans_avis", lui.champ("avis").empty()},
                {"resultat", lui.champ("resultat")},
                {"referent", lui.champ("referent")},
                {"silence", silence ? dire(outils_.ecrans.services, "accompagnement.silence",
                                           {{"jours", std::int64_t{*silence}}})
                                    : std::string{}},
                {"sans_trace", traces.empty()},
                {"traces", std::move(traces)},
                {"ecrire", "/transmissions/nouvelle?finess=" + element.finess_et.text() +
                               "&personne=" + core::percent_encoded(element.personne) +
                               "&lie_a=" + lui.id()},
                {"editer", editer(lui)},
                {"ajouter", ajouter("action", "objectifs", lui)},
                {"actions", std::move(actions)}};
    }

    Vue action(const Maillon& un) const {
        Vue::Liste moyens;
        for (const auto& suite : un.suite) moyens.push_back(moyen(suite));
        return {{"id", un.objet->id()},
                {"titre", un.objet->champ("titre")},
                {"description", un.objet->champ("description")},
                {"statut", mot(outils_, *un.objet, "statut")},
                {"jours", jours_de(outils_, *un.objet)},
                {"referent", un.objet->champ("referent")},
                {"editer", editer(*un.objet)},
                {"moyen", ajouter("moyen", "action", *un.objet)},
                {"prestation", ajouter("prestation", "action", *un.objet)},
                {"moyens", std::move(moyens)}};
    }

    Vue moyen(const Maillon& un) const {
        std::string codes;
        for (const auto& code : projet::mots_de(un.objet->champ("serafin")))
            codes += (codes.empty() ? "" : " ; ") + libelle_serafin(outils_, code);
        const bool service = un.objet->genre() == Genre::prestation;
        return {{"quoi", dire(outils_.ecrans.services,
                              service ? "projet.genre.prestation" : "projet.genre.moyen")},
                {"titre", un.objet->champ("titre")},
                {"serafin", std::move(codes)},
                {"editer", editer(*un.objet)}};
    }

    const Outils& outils_;
    const Chainee& chainee_;
    bool modifiable_;
};

}  // namespace

TracesParObjectif lire_les_traces(const Outils& outils, storage::Reader& db, const Ouvert& ouvert) {
    TracesParObjectif tous;
    const auto maintenant = rencontre::instant(outils.ecrans);
    for (const auto& objectif : ouvert.projet.des(Genre::objectif)) {
        auto& traces = tous[objectif.id()];
        for (const auto& une :
             element::derniers_lies_a(db, {objectif.id(), Genre::transmission, traces_montrees})) {
            const auto& un = une.element;
            if (un.etat != element::Etat::actif) continue;
            if (!traces.derniere) traces.derniere = core::paris().day_of(un.debut);
            if (element::lit(ouvert.rencontre.qui, un))
                traces.dernieres.push_back(
                    {rencontre::quand(outils.ecrans.services, un.debut, maintenant),
                     resume_de(transmission::lue(un.contenu)), "/transmissions/" + un.id});
        }
    }
    return tous;
}

std::optional<int> silence_de(const Outils& outils, const Objet& objectif,
                              const TracesParObjectif& traces) {
    if (objectif.champ("statut") != "ACTIF") return std::nullopt;
    const auto ou = traces.find(objectif.id());
    const auto debut =
        objectif.jour("debut").value_or(core::paris().day_of(objectif.version.element.debut));
    return projet::silence_de(debut, ou == traces.end() ? std::nullopt : ou->second.derniere,
                              aujourd_hui(outils));
}

Vue::Liste vues_de_la_chaine(const Outils& outils, const Chainee& chainee) {
    return Chaine{outils, chainee}.toute();
}

Vue::Liste vues_des_silences(const Outils& outils, const Chainee& chainee) {
    Vue::Liste vues;
    for (const auto& un : chainee.ouvert.projet.des(Genre::objectif))
        if (const auto jours = silence_de(outils, un, chainee.traces))
            vues.push_back(Vue{{"titre", un.champ("titre")},
                               {"adresse", "#e-" + un.id()},
                               {"phrase", dire(outils.ecrans.services, "accompagnement.silence",
                                               {{"jours", std::int64_t{*jours}}})}});
    return vues;
}

}  // namespace grappe::accompagnement
