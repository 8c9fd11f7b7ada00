// What a porteur reads of each of its dossiers.
#include "portail/espace/mes_dossiers_vue.hpp"

#include "portail/pages/appels_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::espace {
namespace {

using page::Vue;
using teleservice::Statut;

std::string montant(const DossierLu& lu) {
    if (!lu.brouillon() && lu.depot && lu.depot->subvention)
        return rendu::montant_en_francais(*lu.depot->subvention);
    const auto& verifie = lu.etude.verifie;
    if (!verifie || !verifie->analyse().subvention || lu.etude.saisie.essms() == 0) return "–";
    return rendu::montant_en_francais(verifie->analyse().subvention->total);
}

struct Prochaine {
    std::string_view libelle;  // of fr.txt; empty: nothing is due
    Echeance echeance;
};

// What has to be done next, and by when: a deposited dossier waits for nothing of its window.
Prochaine prochaine_de(const Espace& espace, const DossierLu& lu) {
    if (lu.demande) return {"espace.prochaine.reponse", reponse_attendue(espace, lu)};
    const auto statut = lu.dossier.statut;
    if (statut != Statut::brouillon && statut != Statut::depose) return {};
    return {"espace.prochaine.fenetre", echeance_de(espace, lu)};
}

}  // namespace

std::string mots_de(const Espace& espace, Statut statut) {
    return pages::dire(espace.services, "espace.statut." + std::string{core::name_of(statut)});
}

std::string_view classe_de(Statut statut) {
    using enum Statut;
    switch (statut) {
        case brouillon:
            return "brouillon";
        case pieces_demandees:
            return "alerte";
        case irrecevable:
        case defavorable:
            return "bloque";
        case depose:
        case recevable:
        case favorable:
        case favorable_avec_recommandations:
        case conventionne:
            return "ouvert";
        case retire:
        case clos:
        case solde:
            return "ferme";
        case en_instruction:
        case reserve:
        case notifie:
        case en_cours:
            break;
    }
    return "info";
}

Echeance echeance_de(const Espace& espace, const DossierLu& lu) {
    const auto& appel = pages::appel_de(espace.services, lu.etude.saisie);
    const auto dite = [&](const programme::Fenetre& fenetre) {
        return Echeance{
            pages::rebours(fenetre, espace.services.maintenant(), espace.services.phrases),
            pages::cloture(fenetre.ferme_le, appel.fuseau)};
    };
    if (lu.ouvert_jusqu_au && espace.services.maintenant() < *lu.ouvert_jusqu_au)
        return {pages::dire(espace.services, "espace.delai_propre"),
                pages::cloture(*lu.ouvert_jusqu_au, appel.fuseau)};
    const auto& verifie = lu.etude.verifie;
    if (verifie && verifie->analyse().recevabilite.fenetre)
        return dite(*verifie->analyse().recevabilite.fenetre->fenetre);
    if (const auto* fenetre = pages::fenetre_du_moment(appel, espace.services.maintenant()))
        return dite(*fenetre);
    return {{}, pages::dire(espace.services, "pages.appel.sans_fenetre")};
}

Echeance reponse_attendue(const Espace& espace, const DossierLu& lu) {
    if (!lu.demande) return {};
    const auto avant = lu.demande->avant;
    const auto aujourd_hui = core::paris().day_of(espace.services.maintenant());
    const auto jours = std::int64_t{(avant.days() - aujourd_hui.days()).count()};
    const auto* code = jours > 0    ? "espace.reponse.dans"
                       : jours == 0 ? "espace.reponse.aujourd_hui"
                                    : "espace.reponse.depuis";
    return {pages::dire(espace.services, code, {{"nombre", jours < 0 ? -jours : jours}}),
            pages::jour(avant)};
}

Vue vue_de_la_ligne(const Espace& espace, const DossierLu& lu) {
    const auto& services = espace.services;
    const auto& appel = pages::appel_de(services, lu.etude.saisie);
    const auto nom = nom_de(lu.etude.saisie);
    const auto prochaine = prochaine_de(espace, lu);
    const auto nombre = static_cast<std::int64_t>(lu.etude.saisie.essms());
    const auto messages = static_cast<std::int64_t>(lu.messages_non_lus);
    return {{"id", lu.dossier.id},
            {"nom", nom.empty() ? pages::dire(services, "espace.sans_nom") : nom},
            {"appel", appel.titre},
            {"etat", classe_de(lu.dossier.statut)},
            {"etat_mots", mots_de(espace, lu.dossier.statut)},
            {"numero", lu.depot ? lu.depot->numero : std::string{}},
            {"essms", pages::dire(services, "espace.essms", {{"nombre", nombre}})},
            {"montant", montant(lu)},
            {"prochaine",
             prochaine.libelle.empty() ? std::string{} : pages::dire(services, prochaine.libelle)},
            {"compte", prochaine.echeance.compte},
            {"date", prochaine.echeance.date},
            {"messages", lu.messages_non_lus == 0 ? std::string{}
                                                  : pages::dire(services, "message.non_lus_ici",
                                                                {{"nombre", messages}})},
            {"modifie", pages::moment(lu.dossier.modifie_le, appel.fuseau)}};
}

}  // namespace grappe::espace
