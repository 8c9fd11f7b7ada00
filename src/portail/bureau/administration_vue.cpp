// Views of an administrator's pages.
#include "portail/bureau/administration_vue.hpp"

#include <map>

#include "portail/bureau/examen_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/lieu.hpp"

namespace grappe::bureau {
namespace {

using page::Vue;
using teleservice::Acte, teleservice::Statut;

// One form: its address, and what was typed in it when it was refused.
Vue formulaire(const Administre& administre, std::string_view acte, std::string_view chemin) {
    const auto& tape = administre.tape;
    const bool refuse = tape.acte == acte;
    const auto si = [&](const std::string& texte) { return refuse ? texte : std::string{}; };
    return {{"action", "/administration/dossiers/" + administre.situation.trouve.dossier.id + "/" +
                           std::string{chemin}},
            {"motif", si(tape.motif)},
            {"jour", si(tape.jour)},
            {"courriel", si(tape.courriel)},
            {"valeur", si(tape.valeur)},
            {"ouvert", refuse}};
}

Vue::Liste si(const auto& condition, Vue vue) {
    return condition ? Vue::Liste{std::move(vue)} : Vue::Liste{};
}

// "essms[3]" gives the number of its establishment, "organismes[0]" that of its body.
using Numeros = std::map<std::string, std::string, std::less<>>;

Numeros numeros_des_lignes(const std::vector<administration::Champ>& champs) {
    Numeros numeros;
    for (const auto& champ : champs) {
        const auto fin = champ.chemin.find("].");
        if (fin == std::string::npos || champ.valeur.empty()) continue;
        const auto ligne = champ.chemin.substr(0, fin + 1);
        const auto cle = std::string_view{champ.chemin}.substr(fin + 2);
        if (cle == "finess_et") numeros.insert_or_assign(ligne, champ.valeur);
        if (cle == "finess_ej") numeros.emplace(ligne, champ.valeur);
    }
    return numeros;
}

// "Régime – 330000001": lines are told apart by their number, else by their rank.
std::string libelle_du_champ(const Bureau& bureau, const Numeros& numeros,
                             const std::string& chemin) {
    const auto nom = pages::nom_du_champ(bureau.services.phrases, chemin);
    const auto debut = chemin.find('['), fin = chemin.find(']');
    if (fin == std::string::npos) return nom;
    const auto numero = numeros.find(std::string_view{chemin}.substr(0, fin + 1));
    return nom + " – " +
           (numero == numeros.end() ? chemin.substr(debut + 1, fin - debut - 1) : numero->second);
}

Vue vue_de_la_correction(const Bureau& bureau, const Administre& administre) {
    const auto& champs = administre.champs;
    const auto numeros = numeros_des_lignes(champs);
    Vue::Liste options;
    const administration::Champ* choisi = nullptr;
    for (const auto& champ : champs) {
        const bool celui_ci = champ.chemin == administre.champ;
        if (celui_ci) choisi = &champ;
        options.push_back(Vue{{"valeur", champ.chemin},
                              {"libelle", libelle_du_champ(bureau, numeros, champ.chemin)},
                              {"choisi", celui_ci}});
    }
    auto vue = formulaire(administre, "correction", "correction");
    vue.ajouter("options", std::move(options));
    vue.ajouter("choisi", choisi != nullptr);
    vue.ajouter("champ", choisi ? choisi->chemin : std::string{});
    vue.ajouter("champ_libelle",
                choisi ? libelle_du_champ(bureau, numeros, choisi->chemin) : std::string{});
    vue.ajouter("en_place", choisi ? choisi->valeur : std::string{});
    return vue;
}

Vue::Liste vues_des_membres(const Bureau& bureau, const Administre& administre) {
    Vue::Liste vues;
    for (const auto& membre : administre.situation.membres) {
        auto vue =
            formulaire(administre, "membre:" + membre.id, "membres/" + membre.id + "/remplacement");
        vue.ajouter("id", membre.id);
        vue.ajouter("finess_ej", membre.finess_ej.text());
        vue.ajouter("adresse", membre.courriel.text());
        vue.ajouter("etat_mots",
                    pages::dire(bureau.services, membre.compte ? "administration.membre.present"
                                                               : "administration.membre.invite"));
        vues.push_back(std::move(vue));
    }
    return vues;
}

Vue::Liste vues_des_demandes(const Administre& administre) {
    Vue::Liste vues;
    for (const auto& demande : administre.situation.demandes) {
        const auto numero = std::to_string(demande.numero);
        auto vue = formulaire(administre, "echeance:" + numero, "demandes/" + numero + "/echeance");
        vue.ajouter("numero", numero);
        vue.ajouter("echeance", pages::jour(demande.echeance));
        vues.push_back(std::move(vue));
    }
    return vues;
}

Vue::Liste vues_des_interventions(const Bureau& bureau, const Administre& administre) {
    Vue::Liste vues;
    const auto& faites = administre.situation.interventions;
    for (auto une = faites.rbegin(); une != faites.rend(); ++une) {
        vues.push_back(Vue{{"phrase", teleservice::phrase_de(*une, bureau.services.phrases)},
                           {"motif", une->motif},
                           {"par", signature(administre.noms, une->faite_le, une->par)}});
    }
    return vues;
}

void ajouter_la_tete(const Bureau& bureau, const administration::DossierTrouve& trouve, Vue& vue) {
    const auto& dossier = trouve.dossier;
    vue.ajouter("id", dossier.id);
    vue.ajouter("nom", trouve.nom);
    vue.ajouter("numero", trouve.numero);
    vue.ajouter("appel", dossier.appel);
    vue.ajouter("porteur", trouve.courriel);
    vue.ajouter("statut", classe_de(dossier.statut));
    vue.ajouter("statut_mots", statut_en_clair(bureau, dossier.statut));
}

}  // namespace

Vue vue_du_dossier_administre(const Bureau& bureau, const Administre& administre) {
    const auto& situation = administre.situation;
    const auto statut = situation.trouve.dossier.statut;
    const bool reouvrable =
        statut == Statut::retire || teleservice::suite(statut, Acte::rouvrir).has_value();
    const bool prolongeable = statut == Statut::brouillon || statut == Statut::depose;
    auto interventions = vues_des_interventions(bureau, administre);
    auto membres = vues_des_membres(bureau, administre);
    auto demandes = vues_des_demandes(administre);
    const bool reportable = statut == Statut::pieces_demandees && !demandes.empty();
    Vue vue{
        {"faute", administre.faute},
        {"fait", administre.fait},
        {"attendu", situation.attendu},
        {"ouvert_jusqu_au", situation.ouvert_jusqu_au
                                ? pages::jour(teleservice::dernier_jour(*situation.ouvert_jusqu_au))
                                : std::string{}},
        {"reouverture", si(reouvrable, formulaire(administre, "reouverture", "reouverture"))},
        {"amendement", si(teleservice::suite(statut, Acte::amender),
                          formulaire(administre, "amendement", "amendement"))},
        {"prolongation", si(prolongeable, formulaire(administre, "prolongation", "prolongation"))},
        {"demandes", reportable ? std::move(demandes) : Vue::Liste{}},
        {"sans_membre", membres.empty()},
        {"membres", std::move(membres)},
        {"porteur_forme", si(true, formulaire(administre, "porteur", "porteur"))},
        {"correction", si(!administre.champs.empty(), vue_de_la_correction(bureau, administre))},
        {"sans_intervention", interventions.empty()},
        {"interventions", std::move(interventions)}};
    ajouter_la_tete(bureau, situation.trouve, vue);
    return vue;
}

Vue vue_des_trouves(const Bureau& bureau, std::string_view cherche,
                    const std::vector<administration::DossierTrouve>& trouves) {
    Vue::Liste vues;
    for (const auto& trouve : trouves) {
        Vue vue;
        ajouter_la_tete(bureau, trouve, vue);
        vues.push_back(std::move(vue));
    }
    return {{"cherche", cherche},
            {"rien", !cherche.empty() && trouves.empty()},
            {"trouves", std::move(vues)}};
}

}  // namespace grappe::bureau
