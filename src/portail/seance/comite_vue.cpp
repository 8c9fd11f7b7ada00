// The workspace of a committee as values of its page.
#include <algorithm>

#include "portail/comite/notification.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/seance/seance.hpp"

namespace grappe::seance {
namespace {

using page::Vue;

struct Vues {
    const Seances& seances;
    const comite::Vue& vue;
    const AvisSaisi& saisi;

    std::string dire(const std::string& code) const { return pages::dire(seances.services, code); }

    std::string cle(comite::Genre genre, const std::string& cle) const {
        return comite::cle_dite(genre, cle, seances.services.phrases);
    }

    std::string sens(comite::Sens sens) const {
        return dire("comite.sens." + std::string{core::name_of(sens)});
    }

    static std::string_view classe(comite::Sens sens) {
        switch (sens) {
            case comite::Sens::favorable:
            case comite::Sens::favorable_avec_recommandations:
                return "ouvert";
            case comite::Sens::reserve:
            case comite::Sens::attente:
                return "alerte";
            case comite::Sens::defavorable:
                break;
        }
        return "bloque";
    }

    Vue::Liste choix_d_avis(std::string_view choisi) const {
        Vue::Liste choix;
        for (const auto& [valeur, nom] : names(comite::Sens{}))
            choix.push_back(
                Vue{{"valeur", nom}, {"libelle", sens(valeur)}, {"choisi", nom == choisi}});
        return choix;
    }

    Vue::Liste choix_de_constat() const {
        Vue::Liste choix;
        for (const auto& [valeur, nom] : names(comite::Presente{}))
            choix.push_back(
                Vue{{"valeur", nom}, {"libelle", cle(comite::Genre::critere, std::string{nom})}});
        return choix;
    }

    Vue::Liste criteres() const {
        Vue::Liste choix;
        for (const auto& critere : vue.criteres)
            choix.push_back(Vue{{"valeur", critere.nom}, {"libelle", critere.texte}});
        return choix;
    }

    std::string critere_dit(const std::string& nom) const {
        const auto trouve = std::ranges::find(vue.criteres, nom, &programme::Enonce::nom);
        return trouve == vue.criteres.end() ? nom : trouve->texte;
    }

    Vue::Liste points(const comite::CandidatVu& vu) const {
        Vue::Liste lignes;
        for (const auto& point : vu.points)
            lignes.push_back(Vue{
                {"critere", critere_dit(point.critere)},
                {"constat", cle(comite::Genre::critere, std::string{core::name_of(point.constat)})},
                {"texte", point.texte}});
        return lignes;
    }

    static std::string en_texte(std::optional<int> rang) {
        return rang ? std::to_string(*rang) : std::string{};
    }

    Vue candidat(const comite::CandidatVu& vu) const {
        const auto& un = vu.candidat;
        Vue::Liste constats;
        for (const auto& constat : un.constats)
            constats.push_back(Vue{{"regle", constat.regle},
                                   {"phrase", constat.phrase},
                                   {"plusieurs", constat.nombre > 1},
                                   {"nombre", constat.nombre}});
        const bool dit = vu.avis.has_value();
        const bool repris = saisi.dossier == un.dossier.id;  // refused: nothing typed is lost
        const AvisSaisi a_ecrire = repris ? saisi : AvisSaisi{};
        return {{"dossier", un.dossier.id},
                {"numero", un.numero},
                {"porteur", un.nom_du_porteur()},
                {"statut_juridique", cle(comite::Genre::statut, un.statut_juridique)},
                {"essms", un.essms},
                {"montant", un.montant ? euros(*un.montant) : dire("comite.montant_inconnu")},
                {"deja_reserve", un.reserves > 0},
                {"attendait", en_texte(un.attente ? un.attente->rang : std::nullopt)},
                {"rang", en_texte(dit ? vu.avis->rang : std::nullopt)},
                {"rang_saisi", a_ecrire.rang},
                {"a_des_constats", !constats.empty()},
                {"nombre_de_constats", static_cast<std::int64_t>(constats.size())},
                {"constats", std::move(constats)},
                {"ecarte", vu.ecarte},
                {"points", points(vu)},
                {"conventionnable",
                 dit && vue.comite.notifie_le.has_value() && comite::retient(vu.avis->sens)},
                {"dit", dit},
                {"avis", dit ? sens(vu.avis->sens) : std::string{}},
                {"classe", dit ? classe(vu.avis->sens) : "venir"},
                {"motif", dit ? vu.avis->motif : std::string{}},
                {"recommandations", dit ? vu.avis->recommandations : std::string{}},
                {"votants", vu.presence.votants},
                {"membres", vu.presence.membres - vu.presence.ecartes},
                {"repris", repris},
                {"recommandations_saisies", a_ecrire.recommandations},
                {"motif_saisi", a_ecrire.motif},
                {"choix", choix_d_avis(a_ecrire.avis)}};
    }

    std::string solde_dit(const comite::Total& total) const {
        const bool depasse = total.montant > vue.limite;
        return pages::dire(
            seances.services, depasse ? "seance.depasse" : "seance.reste",
            {{"montant", depasse ? total.montant - vue.limite : vue.limite - total.montant}});
    }

    Vue::Liste scenarios() const {
        Vue::Liste lignes;
        const auto* suivi = comite::scenario_choisi(vue.scenarios);
        for (std::size_t rang = 0; rang < vue.scenarios.size(); ++rang) {
            const auto& scenario = vue.scenarios[rang];
            const auto& total = vue.totaux[rang];
            const bool depasse = total.montant > vue.limite;
            lignes.push_back(Vue{{"nom", scenario.nom},
                                 {"choisi", &scenario == suivi},
                                 {"calcule", scenario.origine == comite::Origine::proposition},
                                 {"dossiers", total.dossiers},
                                 {"essms", total.essms},
                                 {"montant", euros(total.montant)},
                                 {"classe", depasse ? "bloque" : "ouvert"},
                                 {"solde", solde_dit(total)}});
        }
        return lignes;
    }

    static std::string part(const comite::Equilibre& equilibre, const std::string& cle) {
        const auto trouve = equilibre.groupes.find(cle);
        const int essms = trouve == equilibre.groupes.end() ? 0 : trouve->second.essms;
        return std::to_string(essms) + " (" + comite::en_pour_cent(equilibre.pour_mille(cle)) + ")";
    }

    Vue equilibre(const comite::EquilibreVu& vu) const {
        std::vector<std::string> cles;
        const auto noter = [&](const comite::Equilibre& equilibre) {
            for (const auto& [cle, groupe] : equilibre.groupes)
                if (std::ranges::find(cles, cle) == cles.end()) cles.push_back(cle);
        };
        noter(vu.portefeuille);
        for (const auto& avec : vu.avec) noter(avec);
        Vue::Liste lignes;
        for (const auto& une : cles) {
            Vue::Liste cellules;
            for (std::size_t n = 0; n < vu.avec.size(); ++n)
                cellules.push_back(
                    Vue{{"nom", vue.scenarios[n].nom}, {"part", part(vu.avec[n], une)}});
            lignes.push_back(Vue{{"libelle", cle(vu.axe.genre, une)},
                                 {"portefeuille", part(vu.portefeuille, une)},
                                 {"cellules", std::move(cellules)}});
        }
        return {{"titre_de_l_axe", vu.titre},
                {"colonnes", noms_des_scenarios()},
                {"vide", lignes.empty()},
                {"lignes", std::move(lignes)}};
    }

    Vue::Liste noms_des_scenarios() const {
        Vue::Liste noms;
        for (const auto& scenario : vue.scenarios) noms.push_back(Vue{{"nom", scenario.nom}});
        return noms;
    }

    // A criterion of which nobody has said anything tells nothing yet.
    bool dit_quelque_chose(const comite::EquilibreVu& vu) const {
        const auto renseigne = [](const comite::Equilibre& equilibre) {
            return std::ranges::any_of(equilibre.groupes,
                                       [](const auto& un) { return !un.first.empty(); });
        };
        return vu.axe.genre != comite::Genre::critere || renseigne(vu.portefeuille) ||
               std::ranges::any_of(vu.avec, renseigne);
    }

    Vue::Liste equilibres() const {
        Vue::Liste tous;
        for (const auto& un : vue.equilibres)
            if (dit_quelque_chose(un)) tous.push_back(equilibre(un));
        return tous;
    }

    Vue::Liste ecarts() const {
        Vue::Liste tous;
        for (const auto& ecart : vue.ecarts) {
            Vue::Liste phrases;
            for (const auto& phrase : ecart.phrases) phrases.push_back(Vue{{"phrase", phrase}});
            tous.push_back(
                Vue{{"de", ecart.de}, {"vers", ecart.vers}, {"phrases", std::move(phrases)}});
        }
        return tous;
    }

    Vue::Liste interets() const {
        Vue::Liste tous;
        for (const auto& interet : vue.interets)
            tous.push_back(Vue{{"organisme", interet.organisme}, {"motif", interet.motif}});
        return tous;
    }
};

Vue::Liste en_phrases(const std::vector<std::string>& phrases) {
    Vue::Liste liste;
    for (const auto& phrase : phrases) liste.push_back(Vue{{"phrase", phrase}});
    return liste;
}

// Cents of the bar: what a browser draws of an envelope.
std::int64_t part_de_la_jauge(core::Money retenu, core::Money limite) {
    return std::min(retenu, limite).in_cents();
}

}  // namespace

Vue vue_du_comite(const Seances& seances, const garde::Visite& visite, const comite::Vue& vue,
                  const Suite& suite) {
    const Vues vues{seances, vue, suite.avis};
    Vue::Liste candidats;
    for (const auto& candidat : vue.candidats) candidats.push_back(vues.candidat(candidat));
    const bool ouvert = !vue.comite.notifie_le;
    const bool vote = visite.qui().acteur.role == access::Role::comite;
    return {{"csrf", visite.qui().csrf},
            {"id", vue.comite.id},
            {"appel_du_comite", vue.comite.appel},
            {"fenetre", vue.comite.fenetre},
            {"ouvert", ouvert},
            {"publie_le",
             ouvert ? std::string{} : pages::moment(*vue.comite.notifie_le, core::paris())},
            {"faute", suite.faute},
            {"a_des_empechements", !suite.empechements.empty()},
            {"empechements", en_phrases(suite.empechements)},
            {"enveloppe", euros(vue.comite.enveloppe)},
            {"limite", euros(vue.limite)},
            {"retenu", euros(vue.retenu.montant)},
            {"retenus", vue.retenu.dossiers},
            {"solde", vues.solde_dit(vue.retenu)},
            {"jauge_max", vue.limite.in_cents()},
            {"jauge", part_de_la_jauge(vue.retenu.montant, vue.limite)},
            {"prepare", ouvert && prepare(visite)},
            {"publie", prepare(visite)},
            {"vote", ouvert && vote},
            {"sans_candidat", candidats.empty()},
            {"candidats", std::move(candidats)},
            {"criteres", vues.criteres()},
            {"constats_possibles", vues.choix_de_constat()},
            {"a_des_scenarios", !vue.scenarios.empty()},
            {"scenarios", vues.scenarios()},
            {"ecarts", vues.ecarts()},
            {"equilibres", vues.equilibres()},
            {"sources", en_phrases(vue.sources)},
            {"interets", vues.interets()}};
}

}  // namespace grappe::seance
