// The form of the simulator, block after block.
#include "portail/pages/saisie_vue.hpp"

#include <algorithm>

#include "portail/pages/apercu_vue.hpp"
#include "portail/pages/appels_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/champs.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/lignes_vue.hpp"
#include "portail/pages/pieces_vue.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

std::vector<Choix> appels(const Services& services) {
    std::vector<Choix> choix;
    for (const auto* appel : appels_par_echeance(services))
        choix.push_back({appel->id, appel->titre});
    return choix;
}

std::vector<Choix> regions(const Services& services, const Champs& champs) {
    auto choix = champs.mots("", {});
    std::vector<Choix> noms;
    for (const auto& departement : services.territoires.departements())
        noms.push_back(
            {departement.region, nom_de_region(services.territoires, departement.region)});
    std::sort(noms.begin(), noms.end(),
              [](const Choix& un, const Choix& autre) { return un.libelle < autre.libelle; });
    for (auto& nom : noms)
        if (choix.back().valeur != nom.valeur) choix.push_back(std::move(nom));
    return choix;
}

// Moments that the calendar of the call makes worth trying.
Vue::Liste raccourcis(const Services& services, const programme::Appel& appel) {
    Vue::Liste vues{
        Vue{{"instant", "maintenant"}, {"libelle", dire(services, "pages.depot.maintenant")}}};
    if (!appel.fenetres.definie()) return vues;
    std::set<core::Instant> vues_deja;
    for (const auto& fenetre : *appel.fenetres) {
        if (!vues_deja.insert(fenetre.ferme_le).second) continue;  // one moment, several scopes
        const auto dernier = core::Instant::of(fenetre.ferme_le.utc() - std::chrono::seconds{1});
        vues.push_back(Vue{{"instant", appel.fuseau.text(dernier)},
                           {"libelle", dire(services, "pages.depot.dernier_jour",
                                            {{"fenetre", std::string_view{fenetre.id}},
                                             {"date", jour(appel.fuseau.day_of(dernier))}})}});
    }
    return vues;
}

struct Bloc {
    std::string_view nom;
    Vue::Liste champs;
    Vue::Liste sous_blocs{};
};

bool est_rempli(const Vue& champ) {
    if (const auto* valeur = champ.trouver("valeur"))
        return !std::get<std::string>(valeur->contenu()).empty();
    const auto& choix = std::get<Vue::Liste>(champ.trouver("choix")->contenu());
    return std::any_of(choix.begin(), choix.end(), [](const Vue& un) {
        return std::get<bool>(un.trouver("choisi")->contenu()) &&
               !std::get<std::string>(un.trouver("valeur")->contenu()).empty();
    });
}

bool est_fautif(const Vue& champ) {
    return !std::get<std::string>(champ.trouver("erreur")->contenu()).empty();
}

void compter(const Vue::Liste& champs, std::int64_t& vides, std::int64_t& fautifs) {
    for (const auto& champ : champs) {
        if (!est_rempli(champ)) ++vides;
        if (est_fautif(champ)) ++fautifs;
    }
}

// A block with its state in words: what is wrong, what is unknown, or complete.
Vue vue_du_bloc(const Services& services, Bloc bloc) {
    std::int64_t vides = 0, fautifs = 0;
    compter(bloc.champs, vides, fautifs);
    for (const auto& sous : bloc.sous_blocs)
        compter(std::get<Vue::Liste>(sous.trouver("champs")->contenu()), vides, fautifs);
    const bool rien = bloc.champs.empty() && bloc.sous_blocs.empty();  // nothing to be complete
    const auto etat = fautifs > 0 ? "bloque" : vides > 0 ? "manque" : rien ? "" : "ouvert";
    const auto code = fautifs > 0 ? "pages.bloc.a_corriger"
                      : vides > 0 ? "pages.bloc.inconnus"
                      : rien      ? "pages.bloc.rien"
                                  : "pages.bloc.complet";
    const auto nombre = fautifs > 0 ? fautifs : vides;
    const auto nom = "pages.bloc." + std::string{bloc.nom};
    return {{"nom", bloc.nom},
            {"titre", dire(services, nom)},
            {"intro", etiquette(services.phrases, nom + ".intro", "")},
            {"ouvert", fautifs > 0},
            {"etat", etat},
            {"etat_mots", dire(services, code, {{"nombre", nombre}})},
            {"champs", std::move(bloc.champs)},
            {"sous_blocs", std::move(bloc.sous_blocs)}};
}

class Formulaire {
public:
    Formulaire(const Services& services, const Etude& etude)
        : services_{services}, saisie_{etude.saisie}, champs_{services, etude} {}

    Champs& champs() { return champs_; }

    Vue::Liste depot(Lieu lieu) {
        Vue::Liste vues;
        if (lieu == Lieu::simulateur) {
            vues.push_back(champs_.choix("appel", appels(services_)));
            vues.push_back(champs_.champ("depose_le"));
        } else {
            for (const auto* cle : {"appel", "depose_le"}) champs_.montrer(cle);
        }
        vues.push_back(
            champs_.choix("nature", champs_.mots("nature", {"nouveau", "redepose", "extension"})));
        return vues;
    }

    Vue::Liste communs_principaux() {
        const auto choix = champs_.mots("regime", {"acquisition", "montee_de_version"});
        return {champs_.choix("commun.regime", {choix.begin() + 1, choix.end()})};
    }

    // A dossier keeps no fact for all lines while it has none.
    Vue::Liste blocs(Lieu lieu) {
        Vue::Liste vues;
        if (lieu == Lieu::simulateur || saisie_.essms() > 0)
            vues.push_back(vue_du_bloc(services_, declarations()));
        for (auto& bloc : {porteur(), organismes(), solution(), aides(), extension()})
            vues.push_back(vue_du_bloc(services_, bloc));
        return vues;
    }

private:
    Bloc declarations() {
        Bloc bloc{"declarations", {}};
        const auto aucun_pour_tous = dire(services_, "pages.choix.aucun_pour_tous");
        const auto inconnu = dire(services_, "pages.choix.ligne_par_ligne");
        for (const auto* nom : {"commun.autre_aide_europeenne", "commun.entite_nationale"})
            bloc.champs.push_back(champs_.choix(nom, {{"", inconnu}, {"non", aucun_pour_tous}}));
        for (const auto* nom : {"commun.financement_anterieur", "commun.commande_sons",
                                "commun.premiere_mom_le", "commun.contrat_editeur_signe_le"})
            bloc.champs.push_back(champs_.choix(nom, {{"", inconnu}, {"aucun", aucun_pour_tous}}));
        bloc.champs.push_back(champs_.choix("commun.eligible_sons", champs_.oui_non()));
        bloc.champs.push_back(
            champs_.choix("commun.financeurs",
                          champs_.mots("financeurs", {"assurance_maladie", "departement", "etat",
                                                      "assurance_maladie,departement"})));
        return bloc;
    }

    Bloc porteur() {
        Bloc bloc{"porteur",
                  champs_.plusieurs("porteur.", {"raison_sociale", "siret", "finess_ej"})};
        bloc.champs.push_back(champs_.choix("porteur.region", regions(services_, champs_)));
        bloc.champs.push_back(champs_.choix(
            "porteur.statut",
            champs_.mots("statut", {"public", "prive_non_lucratif", "prive_lucratif"})));
        for (auto& vue : champs_.plusieurs(
                 "porteur.", {"recupere_tva", "commande_publique", "ght", "entite_nationale"}))
            bloc.champs.push_back(std::move(vue));
        return bloc;
    }

    Bloc organismes() {
        Bloc bloc{"organismes", {}};
        for (int rang = 0, fin = saisie_.rangs("organismes"); rang < fin; ++rang) {
            const auto prefixe = "organismes[" + std::to_string(rang) + "].";
            const auto& nom = saisie_.texte(prefixe + "raison_sociale");
            const auto& numero = saisie_.texte(prefixe + "finess_ej");
            bloc.sous_blocs.push_back(
                Vue{{"titre", nom.empty() ? numero : nom + " (" + numero + ")"},
                    {"champs", champs_.plusieurs(prefixe, {"finess_ej", "essms_geres"})}});
        }
        return bloc;
    }

    Bloc solution() {
        Bloc bloc{"solution", champs_.plusieurs("solution.", {"nom", "version"})};
        auto familles = champs_.mots("dsr", {"MS1", "MS2", "MS1,MS2", "HOP"});
        bloc.champs.push_back(champs_.choix("solution.dsr", std::move(familles)));
        for (auto& vue : champs_.plusieurs(
                 "solution.",
                 {"referencee_le", "referencement_en_cours", "debut_parametrage_le",
                  "editeur_inscrit_au_guichet_le", "mise_en_concurrence", "centrale_achat"}))
            bloc.champs.push_back(std::move(vue));
        if (saisie_.texte("porteur.ght") == "oui" || saisie_.contient("solution.ght"))
            bloc.sous_blocs.push_back(Vue{
                {"titre", dire(services_, "pages.bloc.ght")},
                {"champs", champs_.plusieurs("solution.ght.", {"marche_public", "etude_couverture",
                                                               "sans_autre_aide"})}});
        return bloc;
    }

    Bloc aides() { return {"aides", {champs_.champ("amoa.devis")}}; }

    Bloc extension() {
        return {"extension",
                champs_.plusieurs(
                    "extension.",
                    {"grappe_deja_financee", "contrat_regulier", "sans_risque_excessif",
                     "essms_deja_finances.acquisition", "essms_deja_finances.montee_de_version"})};
    }

    const Services& services_;
    const Saisie& saisie_;
    Champs champs_;
};

std::string fautes_de_la_liste(const Services& services, const Collage& collage) {
    const auto nombre = static_cast<std::int64_t>(collage.fautives.size());
    if (nombre == 0) return {};
    return dire(services, "pages.liste.fautes", {{"nombre", nombre}});
}

// Everything that holds the answer back, rows and file that could not be read first.
Vue::Liste resume_des_fautes(const Services& services, const Etude& etude, const Collage& collage,
                             const Champs& champs) {
    Vue::Liste vues;
    const auto ajouter = [&](std::string ancre, std::string lieu, std::string phrase,
                             std::string remede) {
        vues.push_back(Vue{{"ancre", std::move(ancre)},
                           {"lieu", std::move(lieu)},
                           {"phrase", std::move(phrase)},
                           {"remede", std::move(remede)}});
    };
    if (!collage.fautives.empty())
        ajouter("liste", dire(services, "pages.liste.lieu"), fautes_de_la_liste(services, collage),
                {});
    if (!collage.faute_du_fichier.empty())
        ajouter("fichier", dire(services, "pages.fichier.lieu"), collage.faute_du_fichier, {});
    const bool liste_fautive = !vues.empty();
    for (const auto& faute : etude.fautes) {
        // Nobody here types keys; and what was never typed waits until the list is mended.
        const bool absent = est_absent(faute);
        if (absent && liste_fautive) continue;
        ajouter(
            champs.est_montre(faute.chemin) ? id_de(faute.chemin) : std::string{},
            champs.lieu(faute.chemin),
            absent ? dire(services, "pages.fautes.a_remplir") : phrase_de(services.phrases, faute),
            absent ? std::string{} : remede_de(services.phrases, faute));
    }
    return vues;
}

std::string compte(const Services& services, int nombre) {
    if (nombre == 0) return {};
    return dire(services, "pages.essms.compte", {{"nombre", std::int64_t{nombre}}});
}

void ajouter_collage(const Services& services, const Collage& collage, Vue& vue) {
    Vue::Liste lignes, notes;
    for (const auto& ligne : collage.fautives)
        lignes.push_back(Vue{{"brute", ligne.brute}, {"phrase", dire(services, ligne.faute)}});
    for (const auto& note : collage.notes) notes.push_back(Vue{{"phrase", note}});
    const auto nombre = static_cast<std::int64_t>(collage.fautives.size());
    vue.ajouter("liste", collage.reste);
    vue.ajouter("liste_rangees", std::clamp<std::int64_t>(nombre + 1, 4, 12));
    vue.ajouter("liste_faute", fautes_de_la_liste(services, collage));
    vue.ajouter("liste_lignes", std::move(lignes));
    vue.ajouter("liste_notes", std::move(notes));
    vue.ajouter("fichier_faute", collage.faute_du_fichier);
}

}  // namespace

Vue vue_du_formulaire(const Services& services, const Etude& etude, const Collage& collage,
                      Montre montre) {
    const bool au_simulateur = montre.lieu == Lieu::simulateur;
    Formulaire formulaire{services, etude};
    const auto& appel = appel_de(services, etude.saisie);
    const auto nombre = etude.saisie.essms();
    Vue vue{{"depot", formulaire.depot(montre.lieu)},
            {"titre_du_depot",
             dire(services, au_simulateur ? "pages.depot.titre" : "pages.depot.demande")},
            {"a_fenetres", au_simulateur},
            {"fenetres", au_simulateur ? raccourcis(services, appel) : Vue::Liste{}},
            {"compte_essms", compte(services, nombre)},
            {"a_lignes", nombre > 0},
            {"communs_principaux", formulaire.communs_principaux()},
            {"lignes", lignes(services, etude, collage.detaillees, formulaire.champs())},
            {"blocs", formulaire.blocs(montre.lieu)}};
    ajouter_collage(services, collage, vue);
    if (au_simulateur) ajouter_pieces(services, etude, vue);
    auto a_dire = montre.fautes == Fautes::montrees
                      ? resume_des_fautes(services, etude, collage, formulaire.champs())
                      : Vue::Liste{};
    const auto combien = static_cast<std::int64_t>(a_dire.size());
    vue.ajouter("fautes_resume", combien > 0
                                     ? dire(services, "pages.fautes.resume", {{"nombre", combien}})
                                     : std::string{});
    vue.ajouter("fautes", std::move(a_dire));
    vue.ajouter("caches", formulaire.champs().caches());
    ajouter_apercu(services, etude, vue);
    return vue;
}

}  // namespace grappe::pages
