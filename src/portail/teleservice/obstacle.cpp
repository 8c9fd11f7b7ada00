// The checks of a deposit.
#include "portail/teleservice/obstacle.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "portail/membres/noeuds.hpp"
#include "portail/recevabilite/routage.hpp"
#include "portail/rendu/analyse_json.hpp"
#include "portail/rendu/presentation.hpp"

namespace grappe::teleservice {
namespace {

using core::Reason;

const recevabilite::Recevabilite* recevabilite_de(const Candidature& candidature) {
    const auto& verifie = candidature.jugement.verifie;
    return verifie ? &verifie->analyse().recevabilite : nullptr;
}

bool aucun_essms(const Candidature& candidature) {
    const auto* recevabilite = recevabilite_de(candidature);
    return !recevabilite || recevabilite->comptes.empty();
}

struct Lieu {
    core::Reason raison;
    std::string chemin;
};

Obstacle obstacle(const Candidature& candidature, Lieu lieu, std::string_view code,
                  const rules::Faits& faits) {
    return {lieu.raison, std::move(lieu.chemin), std::string{code},
            candidature.phrases.rendre(code, faits)};
}

Obstacle hors_delai(const programme::Fenetre& fenetre, const Candidature& candidature) {
    const bool trop_tot = candidature.maintenant < fenetre.ouvre_le;
    const auto derniere_seconde =
        core::Instant::of(fenetre.ferme_le.utc() - std::chrono::seconds{1});
    const auto jour =
        candidature.appel.fuseau.day_of(trop_tot ? fenetre.ouvre_le : derniere_seconde);
    return obstacle(candidature, {Reason::conflict, ""},
                    trop_tot ? "depot.fenetre_a_venir" : "depot.fenetre_fermee", {{"le", jour}});
}

// Without establishment the kind of dossier is unknown: then a window of any kind will do.
std::vector<Obstacle> de_la_fenetre(const Candidature& candidature) {
    if (candidature.ouvert_jusqu_au && candidature.maintenant < *candidature.ouvert_jusqu_au)
        return {};
    const auto* recevabilite = recevabilite_de(candidature);
    if (!aucun_essms(candidature)) {
        if (!recevabilite->fenetre || recevabilite->fenetre->a_temps) return {};
        return {hors_delai(*recevabilite->fenetre->fenetre, candidature)};
    }
    const auto& fenetres = candidature.appel.fenetres;
    if (!fenetres.definie() || fenetres->empty()) return {};
    for (const auto& fenetre : *fenetres)
        if (fenetre.tolere_des.value_or(fenetre.ouvre_le) <= candidature.maintenant &&
            candidature.maintenant < fenetre.ferme_le)
            return {};
    return {hors_delai(fenetres->back(), candidature)};
}

bool meme_guichet(std::string_view un, std::string_view autre) {
    return core::fold(un) == core::fold(autre);
}

std::string code_de(programme::Niveau niveau, std::string_view financeur,
                    const referentiels::Territoires& territoires) {
    if (niveau == programme::Niveau::national) return std::string{access::guichet_national};
    for (const auto& ars : territoires.ars())
        if (ars.libelle == financeur && !ars.regions.empty()) return ars.regions.front();
    return {};
}

// Where the texts name no desk, the one that the porteur chooses, if it exists.
std::optional<GuichetDuDepot> choisi(const Candidature& candidature) {
    const auto trouve = [&](programme::Niveau niveau, std::string_view financeur) {
        return GuichetDuDepot{niveau,
                              std::string{financeur},
                              code_de(niveau, financeur, candidature.territoires),
                              {}};
    };
    if (meme_guichet(candidature.financeur, recevabilite::financeur_national))
        return trouve(programme::Niveau::national, recevabilite::financeur_national);
    for (const auto& ars : candidature.territoires.ars())
        if (meme_guichet(candidature.financeur, ars.libelle))
            return trouve(programme::Niveau::regional, ars.libelle);
    return std::nullopt;
}

std::vector<Obstacle> du_guichet(const Candidature& candidature) {
    if (aucun_essms(candidature)) {
        if (!candidature.jugement.lisible()) return {};  // what is at fault is said instead
        return {obstacle(candidature, {Reason::rule_not_met, "essms"}, "depot.aucun_essms", {})};
    }
    const auto guichet = guichet_de(candidature);
    const Lieu financeur{Reason::rule_not_met, "financeur"};
    if (!guichet) return {obstacle(candidature, financeur, "depot.guichet_inconnu", {})};
    if (meme_guichet(candidature.financeur, guichet->financeur)) return {};
    const auto raison =
        rendu::raison_du_guichet(candidature.jugement.verifie->analyse(), candidature.phrases);
    return {obstacle(candidature, financeur, "depot.guichet",
                     {{"bon", guichet->financeur}, {"raison", raison}})};
}

bool du_meme_porteur(const Voisinage& voisin, const Candidature& candidature) {
    const auto& verifie = candidature.jugement.verifie;
    return voisin.compte == candidature.compte ||
           (candidature.jugement.lisible() &&
            voisin.siret == verifie->saisi().porteur.siret.text());
}

std::string chemin_de(std::string_view finess, const socle::Verifie& verifie) {
    const auto& essms = verifie.saisi().essms;
    for (std::size_t rang = 0; rang < essms.size(); ++rang)
        if (essms[rang].finess_et.text() == finess)
            return "essms[" + std::to_string(rang) + "].finess_et";
    return "essms";
}

// Of the first line that names it, in the text.
std::string chemin_ecrit(const dossier::Arbre& contenu, std::string_view finess) {
    int rang = 0;
    for (const auto* essms : membres::liste_de(contenu, "essms")) {
        if (membres::texte_de(contenu, *essms, "finess_et") == finess)
            return "essms[" + std::to_string(rang) + "].finess_et";
        ++rang;
    }
    return "essms";
}

// Why this member does not agree, in the words of what it has to do.
std::string_view accord_attendu(const MembreVu& vu) {
    if (vu.etat() == EtatDeMembre::invite) return "depot.invitation_sans_reponse";
    if (vu.etat() == EtatDeMembre::part_changee) return "depot.accord_perime";
    return "depot.accord_manquant";
}

void ajouter_les_accords(std::vector<Obstacle>& trouves, const Candidature& candidature) {
    for (const auto& vu : candidature.membres)
        if (!vu.d_accord())
            trouves.push_back(obstacle(candidature, {Reason::conflict, "membres"},
                                       accord_attendu(vu),
                                       {{"finess_ej", vu.membre.finess_ej.text()},
                                        {"courriel", vu.membre.courriel.text()}}));
}

std::vector<Obstacle> du_contenu(const Candidature& candidature) {
    std::vector<Obstacle> trouves;
    for (const auto& faute : candidature.jugement.fautes) {
        const auto dite = rendu::dire(faute, candidature.phrases);
        trouves.push_back(
            {Reason::conflict, faute.chemin, dite.code, dite.defaut + ". " + dite.remede});
    }
    ajouter_les_accords(trouves, candidature);
    if (!candidature.jugement.verifie) return trouves;
    for (const auto& voisin : candidature.voisins)
        if (est_vivant(voisin.statut) && du_meme_porteur(voisin, candidature))
            trouves.push_back(obstacle(
                candidature,
                {Reason::conflict, chemin_de(voisin.finess_et, *candidature.jugement.verifie)},
                "depot.essms_deja_depose", {{"finess", voisin.finess_et}}));
    return trouves;
}

}  // namespace

std::vector<Obstacle> obstacles(const Candidature& candidature) {
    if (auto trouves = de_la_fenetre(candidature); !trouves.empty()) return trouves;
    if (auto trouves = du_guichet(candidature); !trouves.empty()) return trouves;
    return du_contenu(candidature);
}

std::optional<GuichetDuDepot> guichet_de(const Candidature& candidature) {
    if (aucun_essms(candidature)) return std::nullopt;
    const auto& guichet = recevabilite_de(candidature)->guichet;
    if (!guichet || guichet->financeur.empty()) return choisi(candidature);
    return GuichetDuDepot{guichet->niveau, std::string{guichet->financeur},
                          code_de(guichet->niveau, guichet->financeur, candidature.territoires),
                          guichet->regions};
}

std::vector<EssmsPris> essms_pris(const Candidature& candidature, const dossier::TexteLu& contenu) {
    std::vector<EssmsPris> trouves;
    const auto* arbre = contenu.arbre();
    if (!arbre) return trouves;
    for (const auto& voisin : candidature.voisins) {
        if (!est_vivant(voisin.statut)) continue;
        const bool meme = du_meme_porteur(voisin, candidature);
        const std::string_view code = meme ? "depot.essms_deja_depose" : "depot.essms_pris";
        const auto deja = std::find_if(trouves.begin(), trouves.end(), [&](const auto& un) {
            return un.finess_et == voisin.finess_et;
        });
        if (deja != trouves.end() && !meme) continue;
        EssmsPris pris{chemin_ecrit(*arbre, voisin.finess_et), voisin.finess_et, code,
                       candidature.phrases.rendre(code, {{"finess", voisin.finess_et}})};
        if (deja == trouves.end())
            trouves.push_back(std::move(pris));
        else
            *deja = std::move(pris);
    }
    return trouves;
}

std::vector<std::string> chez_d_autres(const Candidature& candidature) {
    std::vector<std::string> trouves;
    for (const auto& voisin : candidature.voisins)
        if (est_vivant(voisin.statut) && !du_meme_porteur(voisin, candidature) &&
            std::find(trouves.begin(), trouves.end(), voisin.finess_et) == trouves.end())
            trouves.push_back(voisin.finess_et);
    return trouves;
}

}  // namespace grappe::teleservice
