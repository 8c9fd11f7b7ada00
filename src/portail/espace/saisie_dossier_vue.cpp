// The form of a dossier beside what the rules say of it.
#include "portail/espace/saisie_dossier_vue.hpp"

#include <algorithm>
#include <unordered_set>

#include "identity/compte.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/mes_dossiers_vue.hpp"
#include "portail/espace/mots.hpp"
#include "portail/pages/apercu_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/champs.hpp"
#include "portail/pages/etude.hpp"
#include "portail/pages/reponse.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::espace {
namespace {

using page::Vue;
using pages::dire;

std::string heure(const Espace& espace, const DossierLu& lu) {
    const auto& appel = pages::appel_de(espace.services, lu.etude.saisie);
    return appel.fuseau.text(lu.dossier.modifie_le).substr(11, 5);
}

bool est_deja_un_obstacle(const DossierLu& lu, const teleservice::EssmsPris& pris) {
    return std::any_of(lu.obstacles.begin(), lu.obstacles.end(), [&](const auto& obstacle) {
        return obstacle.code == pris.code && obstacle.chemin == pris.chemin;
    });
}

// Amount, desk, window, and what holds the deposit back.
void ajouter_le_cote(const Espace& espace, const DossierLu& lu, Vue& vue) {
    auto obstacles = vues_des_obstacles(espace, lu);
    const auto echeance = echeance_de(espace, lu);
    vue.ajouter("obstacles_titre", titre_des_obstacles(espace, lu));
    vue.ajouter("obstacles_lien", lu.brouillon() && !lu.obstacles.empty()
                                      ? adresse_de(lu.dossier, "depot")
                                      : std::string{});
    vue.ajouter("prochaine_date", echeance.date);
    vue.ajouter("prochain_compte", echeance.compte);
    vue.ajouter("obstacles", std::move(obstacles));
    vue.ajouter("seuils", vues_des_seuils(lu, 2));
    Vue::Liste pris;
    for (const auto& un : lu.pris)
        if (!est_deja_un_obstacle(lu, un))
            pris.push_back(Vue{{"phrase", un.message}, {"lien", lien_vers(lu.dossier, un.chemin)}});
    vue.ajouter("a_pris", !pris.empty());
    vue.ajouter("pris", std::move(pris));
}

std::string mots_d_ailleurs(const Espace& espace, const std::vector<std::string>& chemins) {
    if (chemins.empty()) return {};
    std::string liste;
    for (const auto& chemin : chemins)
        liste.append(liste.empty() ? "" : "\u00a0; ").append(lieu_en_mots(espace.services, chemin));
    return dire(espace.services, "espace.d_ailleurs",
                {{"nombre", static_cast<std::int64_t>(chemins.size())}, {"liste", liste}});
}

Vue::Liste vues_des_fautes(const Espace& espace, const DossierLu& lu) {
    const auto& phrases = espace.services.phrases;
    Vue::Liste vues;
    for (const auto& faute : lu.etude.fautes) {
        auto phrase = pages::phrase_de(phrases, faute);
        const auto remede = pages::remede_de(phrases, faute);
        if (!remede.empty()) phrase += " " + remede;
        vues.push_back(Vue{{"champ", pages::id_de(faute.chemin)}, {"phrase", std::move(phrase)}});
    }
    for (const auto& pris : lu.pris)
        vues.push_back(Vue{{"champ", pages::id_de(pris.chemin)}, {"phrase", pris.message}});
    return vues;
}

// Rules on the size, the shape and the desk of the grappe: their thresholds are what one crosses.
bool est_un_seuil(const rules::Constat& constat) {
    if (constat.objet.genre != rules::Objet::Genre::dossier) return false;
    const auto regle = core::name_of(constat.regle);
    return (regle.starts_with("GRP-") || regle.starts_with("DESK-") || regle.starts_with("FIN-"));
}

void ajouter_les_seuils(const Espace& espace, const Suivi& suivi, Vue::Liste& vues) {
    for (const auto& constat : suivi.apres.etude.verifie->analyse().constats) {
        if (!est_un_seuil(constat)) continue;
        for (const auto& [regle, issue] : suivi.avant.seuils)
            if (regle == constat.regle && issue != constat.issue)
                vues.push_back(
                    Vue{{"phrase", espace.services.phrases.rendre(constat.phrase, constat.faits)}});
    }
}

// Establishments that the last save brought in and that a live dossier has already.
void ajouter_les_pris(const Suivi& suivi, Vue::Liste& vues) {
    for (const auto& pris : suivi.apres.pris)
        if (std::ranges::find(suivi.avant.pris, pris.finess_et) == suivi.avant.pris.end())
            vues.push_back(Vue{{"phrase", pris.message}});
}

// The grappe has just crossed a threshold: another desk, another outcome, another finding.
Vue::Liste franchissements(const Espace& espace, const Suivi& suivi) {
    Vue::Liste vues;
    ajouter_les_pris(suivi, vues);
    const auto &avant = suivi.avant, &apres = suivi.seuils_dits;
    if (!avant.avec_essms || !suivi.apres.etude.verifie) return vues;
    const auto ajouter = [&](std::string_view code, const std::string& de, const std::string& a) {
        if (de != a)
            vues.push_back(Vue{{"phrase", dire(espace.services, code, {{"de", de}, {"a", a}})}});
    };
    ajouter("espace.franchi.guichet", avant.guichet, apres.guichet);
    ajouter("espace.franchi.issue", avant.issue, apres.issue);
    ajouter_les_seuils(espace, suivi, vues);
    return vues;
}

// A fault of the text in the words of the form: where, then what; nobody here types keys.
std::string phrase_de_l_obstacle(const Espace& espace, const DossierLu& lu,
                                 const std::string& message, const std::string& chemin) {
    for (const auto& faute : lu.etude.fautes) {
        if (faute.chemin != chemin && !(faute.chemin == "porteur" && chemin == "porteur.siret"))
            continue;
        const auto lieu = pages::lieu_du_champ(espace.services, chemin);
        if (pages::est_absent(faute))
            return dire(espace.services, "espace.obstacle.absent", {{"lieu", lieu}});
        return dire(espace.services, "espace.obstacle.faute",
                    {{"lieu", lieu}, {"message", message}});
    }
    return message;
}

std::string_view etat_de(const Enregistre& enregistre) {
    if (!enregistre.ecrit()) return "conflit";
    return enregistre.fusionne() ? "fusionne" : "enregistre";
}

std::string mots_du_suivi(const Espace& espace, const Suivi& suivi) {
    if (!suivi.enregistre.ecrit())
        return dire(
            espace.services, "espace.suivi.conflit",
            {{"nombre", static_cast<std::int64_t>(suivi.enregistre.fusion.conflits.size())}});
    const auto a = heure(espace, suivi.apres);
    return dire(espace.services, "espace.suivi.enregistre", {{"heure", a}});
}

}  // namespace

Vue::Liste vues_des_obstacles(const Espace& espace, const DossierLu& lu) {
    Vue::Liste vues;
    for (const auto& obstacle : lu.obstacles) {
        // What lacks the whole porteur is mended by its first field.
        const auto chemin =
            obstacle.chemin == "porteur" ? std::string{"porteur.siret"} : obstacle.chemin;
        vues.push_back(Vue{{"phrase", phrase_de_l_obstacle(espace, lu, obstacle.message, chemin)},
                           {"lien", lien_vers(lu.dossier, chemin)}});
    }
    return vues;
}

std::string titre_des_obstacles(const Espace& espace, const DossierLu& lu) {
    const auto nombre = static_cast<std::int64_t>(lu.obstacles.size());
    if (nombre == 0) return dire(espace.services, "espace.obstacles.aucun");
    std::unordered_set<std::string_view> absents;
    for (const auto& faute : lu.etude.fautes)
        if (pages::est_absent(faute)) absents.insert(faute.chemin);
    const bool a_remplir = std::ranges::all_of(
        lu.obstacles, [&](const auto& obstacle) { return absents.contains(obstacle.chemin); });
    return dire(espace.services, a_remplir ? "espace.a_remplir" : "espace.obstacles",
                {{"nombre", nombre}});
}

Vue::Liste vues_des_seuils(const DossierLu& lu, std::size_t au_plus) {
    Vue::Liste vues;
    if (!lu.etude.verifie || lu.etude.saisie.essms() == 0) return vues;
    for (const auto* seuil : pages::seuils_de(lu.etude)) {
        if (vues.size() == au_plus) break;
        vues.push_back(Vue{{"changement", seuil->changement}, {"effet", seuil->effet}});
    }
    return vues;
}

Vue vue_de_la_saisie(const Espace& espace, const DossierLu& lu, const FormulaireVu& vu) {
    const auto fautes = vu.collage.fautives.empty() && vu.collage.faute_du_fichier.empty()
                            ? pages::Fautes::tues
                            : pages::Fautes::montrees;
    auto vue = pages::vue_du_formulaire(espace.services, lu.etude, vu.collage,
                                        {.fautes = fautes, .lieu = pages::Lieu::dossier});
    vue.ajouter("id", lu.dossier.id);
    vue.ajouter("version", lu.dossier.version);
    vue.ajouter("d_ailleurs", mots_d_ailleurs(espace, vu.d_ailleurs));
    vue.ajouter("etat_mots",
                dire(espace.services, "espace.suivi.enregistre", {{"heure", heure(espace, lu)}}));
    ajouter_le_cote(espace, lu, vue);
    return vue;
}

std::vector<std::string> numeros_des_pieces(const std::vector<teleservice::Piece>& pieces) {
    std::vector<std::string> numeros;
    for (const auto& piece : pieces) numeros.push_back(piece.id);
    return numeros;
}

SeuilsDits seuils_dits_de(const Espace& espace, const DossierLu& lu) {
    SeuilsDits seuils_dits;
    seuils_dits.pieces = numeros_des_pieces(lu.pieces);
    for (const auto& pris : lu.pris) seuils_dits.pris.push_back(pris.finess_et);
    if (!lu.etude.verifie) return seuils_dits;
    const auto sujet = lu.etude.verifie->sujet(espace.services.phrases);
    seuils_dits.avec_essms = lu.etude.saisie.essms() > 0;
    seuils_dits.guichet = rendu::guichet_en_mots(sujet);
    seuils_dits.issue = rendu::issue_en_mots(sujet);
    for (const auto& constat : sujet.analyse.constats)
        if (est_un_seuil(constat)) seuils_dits.seuils.emplace_back(constat.regle, constat.issue);
    return seuils_dits;
}

Vue vue_du_suivi(const Espace& espace, const Suivi& suivi) {
    Vue vue{{"version", suivi.enregistre.dossier.version},
            {"etat", etat_de(suivi.enregistre)},
            {"mots", mots_du_suivi(espace, suivi)},
            {"d_ailleurs", mots_d_ailleurs(espace, suivi.enregistre.fusion.d_ailleurs)},
            {"franchis", franchissements(espace, suivi)},
            {"fautes", vues_des_fautes(espace, suivi.apres)}};
    pages::ajouter_apercu(espace.services, suivi.apres.etude, vue);
    ajouter_le_cote(espace, suivi.apres, vue);
    return vue;
}

Vue vue_du_conflit(const Espace& espace, const ConflitVu& vu) {
    const auto& services = espace.services;
    const auto& conflits = vu.enregistre.fusion.conflits;
    Vue::Liste champs, caches;
    for (const auto& conflit : conflits) {
        const auto dit = [&](const std::string& texte) {
            return valeur_en_mots(services, conflit.chemin, texte);
        };
        champs.push_back(Vue{{"id", pages::id_de(conflit.chemin)},
                             {"chemin", conflit.chemin},
                             {"lieu", lieu_en_mots(services, conflit.chemin)},
                             {"depart", dit(conflit.depart)},
                             {"en_place", dit(conflit.en_place)},
                             {"mien", dit(conflit.propose)}});
    }
    for (const auto& [chemin, texte] : vu.proposee.valeurs())
        if (!texte.empty()) caches.push_back(Vue{{"nom", chemin}, {"valeur", texte}});
    const auto nombre = static_cast<std::int64_t>(conflits.size());
    return {{"action", "/dossiers/" + vu.enregistre.dossier.id + "/saisie"},
            {"chapo",
             dire(services, "espace.conflit.chapo", {{"nombre", nombre}, {"auteur", vu.auteur}})},
            {"version", vu.version},
            {"vue", vu.enregistre.dossier.version},
            {"champs", std::move(champs)},
            {"caches", std::move(caches)}};
}

std::string auteur_de(storage::Reader& db, const teleservice::Dossier& dossier) {
    for (const auto& version : teleservice::versions(db, dossier.id))
        if (version.numero == dossier.version)
            if (const auto compte = identity::trouver_compte(db, version.ecrit_par))
                return compte->nom_affiche();
    return {};
}

}  // namespace grappe::espace
