// What a computation found as values of its page: the set, its proof, what each rule costs, what
// would bring a dossier in, what clashes.
#include <algorithm>
#include <map>

#include "portail/pages/ecriture.hpp"
#include "portail/seance/proposition_vues.hpp"

namespace grappe::seance {
namespace {

using comite::LigneGardee, comite::PropositionGardee;
using page::Vue;
using Etat = proposition::Proposition::Etat;
using Genre = LigneGardee::Genre;

struct Mot {
    std::string_view classe, code;
};

Mot mot_de(const PropositionGardee& gardee) {
    if (gardee.etat == Etat::impossible) return {"bloque", "seance.proposition.impossible"};
    if (gardee.etat == Etat::indecise) return {"alerte", "seance.proposition.indecise"};
    if (gardee.preuve == proposition::Preuve::en_entiers && gardee.departagee)
        return {"ouvert", "seance.proposition.prouvee"};
    return {"alerte", "seance.proposition.non_prouvee"};
}

// "+ 630 000,00 €", "− 4 000,00 €".
std::string avec_signe(core::Money montant) {
    if (montant == core::Money{}) return euros(montant);
    const bool moins = montant < core::Money{};
    return (moins ? "− " : "+ ") + euros(moins ? core::Money{} - montant : montant);
}

std::string en_plus(std::int64_t points) {
    return (points == 0 ? "" : "+ ") + pages::entier(points);
}

Vue::Liste en_lignes(const std::string& texte) {
    Vue::Liste lignes;
    for (std::size_t debut = 0; debut < texte.size();) {
        const auto fin = std::min(texte.find('\n', debut), texte.size());
        lignes.push_back(Vue{{"phrase", texte.substr(debut, fin - debut)}});
        debut = fin + 1;
    }
    return lignes;
}

class Resultat {
public:
    Resultat(const Seances& seances, const comite::Vue& vue, const PropositionGardee& gardee)
        : seances_{seances}, vue_{vue}, gardee_{gardee} {
        for (const auto& vu : vue.candidats) candidats_[vu.candidat.dossier.id] = &vu.candidat;
    }

    Vue vue() {
        const auto mot = mot_de(gardee_);
        return {{"numero", gardee_.numero},
                {"classe", mot.classe},
                {"etat", dire(mot.code)},
                {"phrase_du_resultat", gardee_.phrase},
                {"calculee_le", pages::moment(gardee_.calculee_le, core::paris())},
                {"interrompue", gardee_.interrompue},
                {"proposee", gardee_.proposee()},
                {"impossible", gardee_.etat == Etat::impossible},
                {"enveloppe", euros(gardee_.enveloppe)},
                {"nombre_de_retenus", gardee_.retenus},
                {"points", gardee_.points},
                {"montant", euros(gardee_.montant)},
                {"reste", euros(gardee_.enveloppe - gardee_.montant)},
                {"preuve", dire("seance.preuve." + std::string{core::name_of(gardee_.preuve)})},
                {"retenus", dossiers(Genre::retenu)},
                {"ecartes", dossiers(Genre::ecarte)},
                {"effets", effets()},
                {"conflit", phrases(Genre::conflit, &LigneGardee::texte)},
                {"relachements", relachements()},
                {"compromis", phrases(Genre::ensemble, &LigneGardee::texte)},
                {"parts", phrases(Genre::part, &LigneGardee::nom)},
                {"poids", poids()},
                {"imposes", d_office(Genre::impose)},
                {"exclus", d_office(Genre::exclu)}};
    }

private:
    std::string dire(std::string_view code, const rules::Faits& faits = {}) const {
        return pages::dire(seances_.services, code, faits);
    }

    // As the committee sees it today; its number alone once it is no longer before it.
    std::string nom_de(const LigneGardee& ligne) const {
        const auto vu = candidats_.find(ligne.cle);
        if (vu == candidats_.end()) return ligne.nom;
        return vu->second->numero + " " + vu->second->nom_du_porteur();
    }

    template <class Faire>
    Vue::Liste chaque(Genre genre, Faire faire) const {
        Vue::Liste toutes;
        for (std::size_t rang = 0; rang < gardee_.lignes.size(); ++rang)
            if (gardee_.lignes[rang].genre == genre) faire(toutes, gardee_.lignes[rang], rang);
        return toutes;
    }

    Vue::Liste dossiers(Genre genre) const {
        return chaque(genre, [&](Vue::Liste& toutes, const LigneGardee& ligne, std::size_t) {
            toutes.push_back(
                Vue{{"dossier", ligne.cle},
                    {"nom", nom_de(ligne)},
                    {"points_du_dossier", ligne.points.value_or(0)},
                    {"detail", ligne.valeur},
                    {"montant_du_dossier",
                     ligne.montant ? euros(*ligne.montant) : dire("comite.montant_inconnu")},
                    {"entrees", en_lignes(ligne.texte)}});
        });
    }

    Vue::Liste effets() const {
        return chaque(Genre::effet, [&](Vue::Liste& toutes, const LigneGardee& ligne, std::size_t) {
            const bool active = ligne.valeur == "active";
            toutes.push_back(
                Vue{{"nom", ligne.nom},
                    {"mord", active},
                    {"classe_de_l_effet", active ? "alerte" : "ferme"},
                    {"effet", dire("seance.effet." + ligne.valeur)},
                    {"points_de_plus", active ? en_plus(ligne.points.value_or(0)) : "–"},
                    {"euros_de_plus",
                     active ? avec_signe(ligne.montant.value_or(core::Money{})) : "–"}});
        });
    }

    Vue::Liste phrases(Genre genre, std::string LigneGardee::*dite) const {
        return chaque(genre, [&](Vue::Liste& toutes, const LigneGardee& ligne, std::size_t) {
            toutes.push_back(Vue{{"phrase", ligne.*dite}});
        });
    }

    Vue::Liste relachements() const {
        return chaque(Genre::relachement,
                      [&](Vue::Liste& toutes, const LigneGardee& ligne, std::size_t rang) {
                          toutes.push_back(Vue{{"phrase", ligne.texte},
                                               {"rang", std::to_string(rang)},
                                               {"applicable", !ligne.cle.empty()}});
                      });
    }

    Vue::Liste poids() const {
        auto tous =
            chaque(Genre::poids, [&](Vue::Liste& toutes, const LigneGardee& ligne, std::size_t) {
                const auto critere =
                    std::ranges::find(vue_.criteres, ligne.cle, &programme::Enonce::nom);
                toutes.push_back(Vue{
                    {"phrase",
                     dire("comite.points.poids",
                          {{"points", ligne.points.value_or(0)},
                           {"critere", critere == vue_.criteres.end() ? ligne.cle : critere->texte},
                           {"constat", comite::cle_dite(comite::Genre::critere, ligne.valeur,
                                                        seances_.services.phrases)}})}});
            });
        for (auto& un :
             chaque(Genre::essms, [&](Vue::Liste&toutes, const LigneGardee&ligne, std::size_t) {
                 toutes.push_back(Vue{{"phrase", dire("seance.points_par_essms",
                                                      {{"points", ligne.points.value_or(0)}})}});
             }))
            tous.push_back(std::move(un));
        return tous;
    }

    Vue::Liste d_office(Genre genre) const {
        return chaque(genre, [&](Vue::Liste& toutes, const LigneGardee& ligne, std::size_t) {
            const auto nomme = std::ranges::find_if(gardee_.lignes, [&](const LigneGardee& une) {
                return une.cle == ligne.cle &&
                       (une.genre == Genre::retenu || une.genre == Genre::ecarte);
            });
            toutes.push_back(
                Vue{{"phrase", nomme == gardee_.lignes.end() ? ligne.cle : nom_de(*nomme)}});
        });
    }

    const Seances& seances_;
    const comite::Vue& vue_;
    const PropositionGardee& gardee_;
    std::map<std::string_view, const comite::Candidat*> candidats_{};  // by id of dossier
};

}  // namespace

Vue vue_de_la_proposition(const Seances& seances, const comite::Vue& vue,
                          const PropositionGardee& gardee) {
    return Resultat{seances, vue, gardee}.vue();
}

Vue::Liste vues_des_propositions(const Seances& seances, const comite::Comite& comite,
                                 const std::vector<PropositionGardee>& gardees) {
    Vue::Liste lignes;
    for (const auto& gardee : gardees) {
        const auto mot = mot_de(gardee);
        const bool proposee = gardee.proposee();
        lignes.push_back(Vue{{"lien", "/bureau/comites/" + comite.id + "/propositions/" +
                                          std::to_string(gardee.numero)},
                             {"nom", pages::dire(seances.services, "seance.proposition.nom",
                                                 {{"numero", std::int64_t{gardee.numero}}})},
                             {"calculee_le", pages::moment(gardee.calculee_le, core::paris())},
                             {"classe", mot.classe},
                             {"etat", pages::dire(seances.services, mot.code)},
                             {"retenus", proposee ? std::to_string(gardee.retenus) : "–"},
                             {"points", proposee ? pages::entier(gardee.points) : "–"},
                             {"montant", proposee ? euros(gardee.montant) : "–"},
                             {"enveloppe_de_la_proposition", euros(gardee.enveloppe)}});
    }
    return lignes;
}

}  // namespace grappe::seance
