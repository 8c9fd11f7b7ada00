// Window, desk, content, then what does not block.
#include "portail/espace/depot_dossier_vue.hpp"

#include <algorithm>

#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/mes_dossiers_vue.hpp"
#include "portail/espace/saisie_dossier_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/recevabilite/routage.hpp"

namespace grappe::espace {
namespace {

using page::Vue;
using pages::dire;
using teleservice::Acte;

enum class Controle { bon, bloque, attend, signale };

struct Constate {
    std::string_view nom;  // "fenetre"
    Controle etat;
    std::string phrase;
    Vue::Liste points{};
};

Vue vue_du_controle(const Espace& espace, Constate constate) {
    struct Mots {
        std::string_view classe, code;
    };
    const auto mots = constate.etat == Controle::bon      ? Mots{"ouvert", "espace.controle.bon"}
                      : constate.etat == Controle::bloque ? Mots{"bloque", "espace.controle.bloque"}
                      : constate.etat == Controle::attend ? Mots{"ferme", "espace.controle.attend"}
                                                          : Mots{"info", "espace.controle.signale"};
    const auto titre = "espace.controle." + std::string{constate.nom};
    return {
        {"titre", dire(espace.services, titre)},         {"etat", mots.classe},
        {"etat_mots", dire(espace.services, mots.code)}, {"phrase", std::move(constate.phrase)},
        {"a_points", !constate.points.empty()},          {"points", std::move(constate.points)}};
}

bool est_de_la_fenetre(const teleservice::Obstacle& obstacle) {
    return obstacle.code.starts_with("depot.fenetre");
}

bool est_du_guichet(const teleservice::Obstacle& obstacle) {
    return obstacle.chemin == "financeur" || obstacle.code == "depot.aucun_essms";
}

// The obstacles are those of the first kind that has some: what comes after was not looked at.
Constate fenetre(const Espace& espace, const DossierLu& lu) {
    const bool bloque = !lu.obstacles.empty() && est_de_la_fenetre(lu.obstacles.front());
    if (bloque) return {"fenetre", Controle::bloque, lu.obstacles.front().message};
    const auto echeance = echeance_de(espace, lu);
    return {"fenetre", Controle::bon,
            echeance.compte.empty() ? echeance.date
                                    : dire(espace.services, "espace.controle.fenetre.ouverte",
                                           {{"compte", echeance.compte}, {"date", echeance.date}})};
}

std::string raison(const Espace& espace, const DossierLu& lu) {
    if (!lu.guichet) return dire(espace.services, "espace.depot.guichet_a_choisir");
    return rendu::raison_du_guichet(lu.etude.verifie->analyse(), espace.services.phrases);
}

Constate guichet(const Espace& espace, const DossierLu& lu) {
    const auto* premier = lu.obstacles.empty() ? nullptr : &lu.obstacles.front();
    if (premier && est_de_la_fenetre(*premier) && !lu.guichet)
        return {"guichet", Controle::attend, {}};
    if (premier && est_du_guichet(*premier) && premier->code != "depot.guichet_inconnu")
        return {"guichet", Controle::bloque, premier->message};
    if (!lu.guichet) return {"guichet", Controle::signale, raison(espace, lu)};
    return {"guichet", Controle::bon, lu.guichet->financeur + ". " + raison(espace, lu)};
}

bool bloque_avant_le_contenu(const DossierLu& lu) {
    return !lu.obstacles.empty() &&
           (est_de_la_fenetre(lu.obstacles.front()) || est_du_guichet(lu.obstacles.front()));
}

Constate contenu(const Espace& espace, const DossierLu& lu) {
    if (bloque_avant_le_contenu(lu)) {
        const auto nombre = static_cast<std::int64_t>(lu.etude.fautes.size());
        if (nombre == 0) return {"contenu", Controle::attend, {}};
        return {"contenu", Controle::bloque,
                dire(espace.services, "espace.controle.fautes", {{"nombre", nombre}})};
    }
    if (lu.obstacles.empty())
        return {"contenu", Controle::bon, dire(espace.services, "espace.controle.contenu.bon")};
    return {"contenu", Controle::bloque, {}, vues_des_obstacles(espace, lu)};
}

// One line a finding; many of one rule are one line with their count. Pieces lead to their place.
void ajouter_points(const Espace& espace, const rendu::Groupe& groupe, const std::string& pieces,
                    Vue::Liste& vues) {
    constexpr std::size_t au_plus = 3;
    const auto regle = std::string{core::name_of(groupe.regle)};
    const auto lien = regle.starts_with("DOC-") ? pieces + "#" + regle : std::string{};
    const auto ajouter = [&](const std::string& phrase) {
        vues.push_back(Vue{{"phrase", phrase}, {"lien", lien}});
    };
    if (!groupe.phrase.empty()) return ajouter(groupe.phrase);
    if (groupe.details.size() > au_plus)
        return ajouter(dire(espace.services, "espace.controle.nombreux",
                            {{"titre", groupe.titre},
                             {"nombre", static_cast<std::int64_t>(groupe.details.size())}}));
    for (const auto& detail : groupe.details) ajouter(detail.phrase);
}

void ajouter_ce_qui_ne_bloque_pas(const Espace& espace, const DossierLu& lu, Vue::Liste& vues) {
    if (!lu.etude.verifie || lu.etude.saisie.essms() == 0) return;
    const auto p = rendu::presenter(lu.etude.verifie->sujet(espace.services.phrases));
    struct Genre {
        std::string_view nom;
        const std::vector<rendu::Groupe>& groupes;
    };
    for (const auto& [nom, groupes] :
         {Genre{"irrecevable", p.bloquants}, Genre{"manques", p.manques},
          Genre{"appreciations", p.a_apprecier}, Genre{"alertes", p.alertes}}) {
        if (groupes.empty()) continue;
        Vue::Liste points;
        for (const auto& groupe : groupes)
            ajouter_points(espace, groupe, adresse_de(lu.dossier, "pieces"), points);
        const auto mots = "espace.controle." + std::string{nom} + ".mots";
        vues.push_back(vue_du_controle(
            espace, {nom, Controle::signale, dire(espace.services, mots), std::move(points)}));
    }
}

Vue::Liste guichets(const Espace& espace, const DossierLu& lu, const std::string& financeur) {
    const auto voulu = !financeur.empty() ? financeur
                       : lu.guichet       ? lu.guichet->financeur
                                          : std::string{};
    Vue::Liste vues;
    const auto ajouter = [&](const std::string& nom) {
        vues.push_back(Vue{{"nom", nom}, {"choisi", nom == voulu}});
    };
    if (voulu.empty()) ajouter("");
    for (const auto& ars : espace.services.territoires.ars()) ajouter(ars.libelle);
    ajouter(std::string{recevabilite::financeur_national});
    return vues;
}

bool seul_le_guichet_est_inconnu(const DossierLu& lu) {
    return lu.obstacles.size() == 1 && lu.obstacles.front().code == "depot.guichet_inconnu";
}

}  // namespace

Vue vue_du_depot(const Espace& espace, const DossierLu& lu, const std::string& financeur) {
    Vue::Liste controles;
    for (auto& constate : {fenetre(espace, lu), guichet(espace, lu), contenu(espace, lu)})
        controles.push_back(vue_du_controle(espace, constate));
    ajouter_ce_qui_ne_bloque_pas(espace, lu, controles);
    const bool permis = suite(lu.dossier.statut, Acte::deposer).has_value();
    const bool deposable = permis && (lu.obstacles.empty() || seul_le_guichet_est_inconnu(lu));
    const auto nom = nom_de(lu.etude.saisie);
    const auto* bouton = lu.brouillon() ? "espace.acte.deposer" : "espace.acte.redeposer";
    return {
        {"controles", std::move(controles)},
        {"deposable", deposable},
        {"action", adresse_de(lu.dossier, "depot")},
        {"guichet_raison", raison(espace, lu)},
        {"guichets", guichets(espace, lu, financeur)},
        {"porteur", nom.empty() ? dire(espace.services, "espace.depot.le_porteur") : nom},
        {"bouton", lu.guichet ? dire(espace.services, bouton, {{"guichet", lu.guichet->financeur}})
                              : dire(espace.services, "espace.acte.deposer_ici")},
        {"retirable", suite(lu.dossier.statut, Acte::retirer).has_value()},
        {"retrait", adresse_de(lu.dossier, "retrait")},
        {"retrait_mots", dire(espace.services, lu.brouillon() ? "espace.retrait.brouillon"
                                                              : "espace.retrait.depose")}};
}

}  // namespace grappe::espace
