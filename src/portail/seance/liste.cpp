// /bureau/comites: the committees of a desk, and the convocation of one.
#include "core/integer.hpp"
#include "portail/comite/convocation.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/seance/seance.hpp"

namespace grappe::seance {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;

struct Saisie {
    std::string appel, fenetre, tenu_le, enveloppe, quorum, faute;
};

Vue ligne(const Seances& seances, const comite::Comite& comite) {
    const bool publie = comite.notifie_le.has_value();
    return {{"lien", "/bureau/comites/" + comite.id},
            {"appel", comite.appel},
            {"fenetre", comite.fenetre},
            {"tenu_le", pages::jour(comite.tenu_le)},
            {"enveloppe", euros(comite.enveloppe)},
            {"classe", publie ? "ouvert" : "info"},
            {"etat",
             pages::dire(seances.services, publie ? "seance.etat.publie" : "seance.etat.ouvert")}};
}

Vue::Liste appels(const Seances& seances, const std::string& voulu) {
    Vue::Liste choix;
    for (const auto& charge : seances.services.appels.tous)
        choix.push_back(Vue{{"valeur", charge.id}, {"choisi", charge.id == voulu}});
    return choix;
}

http::Response montrer(const Seances& seances, Visite& visite, const Saisie& saisie, int statut) {
    const auto comites = visite.base.read(
        [&](storage::Reader& db) { return comite::lister(db, reception::demandeur(visite)); });
    Vue::Liste lignes;
    for (const auto& comite : comites) lignes.push_back(ligne(seances, comite));
    auto listes = listes_d_attente(seances, visite);
    const Fil fil{seances, visite, {}};
    auto reponse = pages::repondre(seances.services,
                                   {.gabarit = "seance_liste",
                                    .titre = pages::dire(seances.services, "seance.titre.liste"),
                                    .rubrique = "/bureau",
                                    .fil = fil.etapes()},
                                   Vue{{"csrf", visite.qui().csrf},
                                       {"faute", saisie.faute},
                                       {"a_des_listes", !listes.empty()},
                                       {"listes", std::move(listes)},
                                       {"vide", lignes.empty()},
                                       {"lignes", std::move(lignes)},
                                       {"prepare", prepare(visite)},
                                       {"appels", appels(seances, saisie.appel)},
                                       {"saisie_fenetre", saisie.fenetre},
                                       {"saisie_jour", saisie.tenu_le},
                                       {"saisie_enveloppe", saisie.enveloppe},
                                       {"saisie_quorum", saisie.quorum}});
    reponse.status = statut;
    return reponse;
}

// What a link proposes: nothing is kept before it is sent.
Saisie proposee(const Visite& visite) {
    const auto champ = [&](std::string_view nom) {
        return std::string{visite.requete.query(nom).value_or("")};
    };
    return {.appel = champ("appel"),
            .fenetre = champ("fenetre"),
            .tenu_le = {},
            .enveloppe = champ("enveloppe"),
            .quorum = {},
            .faute = {}};
}

http::Response convoquer(const Seances& seances, Visite& visite) {
    const auto lu = garde::lire_envoi(visite);
    const auto champ = [&](std::string_view nom) { return std::string{lu.valeur(nom)}; };
    Saisie saisie{.appel = champ("appel"),
                  .fenetre = champ("fenetre"),
                  .tenu_le = champ("tenu_le"),
                  .enveloppe = champ("enveloppe"),
                  .quorum = champ("quorum"),
                  .faute = {}};
    std::optional<std::int64_t> quorum;
    if (!saisie.quorum.empty()) quorum = core::integer<std::int64_t>(saisie.quorum).value_or(0);
    const auto cree = visite.base.write([&](storage::Writer& db) {
        return comite::convoquer(db, reception::demandeur(visite),
                                 {.appel = saisie.appel,
                                  .fenetre = saisie.fenetre,
                                  .tenu_le = saisie.tenu_le,
                                  .enveloppe = saisie.enveloppe,
                                  .quorum = quorum},
                                 moyens_de(seances, visite));
    });
    if (cree) return http::Response::see_other("/bureau/comites/" + cree->id);
    saisie.faute = dire(seances, cree.error());
    return montrer(seances, visite, saisie, garde::statut_de(cree.error().reason));
}

}  // namespace

void ajouter_liste(const Seances& seances) {
    ajouter_lecture(seances, {.chemin = "/bureau/comites",
                              .resume = "Les comités d'un guichet",
                              .permission = Permission::avis_rendre,
                              .action = [&](Visite& visite) {
                                  return montrer(seances, visite, proposee(visite), 200);
                              }});
    ajouter_envoi(seances, {.chemin = "/bureau/comites",
                            .resume = "Convoquer un comité",
                            .permission = Permission::comite_preparer,
                            .action = [&](Visite& visite) { return convoquer(seances, visite); }});
}

}  // namespace grappe::seance
