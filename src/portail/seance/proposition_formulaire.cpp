// The form of a proposal as values of its page: dossiers, weights, minimum shares, faults.
#include <algorithm>
#include <set>

#include "portail/pages/ecriture.hpp"
#include "portail/seance/proposition_vues.hpp"

namespace grappe::seance {
namespace {

using comite::Presente;
using page::Vue;

class Formulaire {
public:
    Formulaire(const Seances& seances, const comite::Vue& vue, const Saisie& saisie)
        : seances_{seances}, vue_{vue}, saisie_{saisie} {}

    Vue vue() {
        return {{"refus", saisie_.refus},
                {"a_des_fautes", !saisie_.fautes.empty()},
                {"fautes", fautes()},
                {"enveloppe_saisie", champ_vu("enveloppe")},
                {"limite", euros(vue_.limite)},
                {"sans_candidat", vue_.candidats.empty()},
                {"candidats", candidats()},
                {"a_des_criteres", !vue_.criteres.empty()},
                {"criteres", criteres()},
                {"par_essms", champ_vu(std::string{champ_par_essms})},
                {"poids_ouverts", des_poids()},
                {"parts", parts()},
                {"lignes", lignes_de_parts(saisie_.champs)}};
    }

private:
    std::string dire(const std::string& code) const { return pages::dire(seances_.services, code); }

    // One field, as a section of its own.
    Vue::Liste champ_vu(const std::string& nom) const {
        return {Vue{{"champ", nom},
                    {"valeur", champ(saisie_.champs, nom)},
                    {"faute", champ(saisie_.fautes, nom)}}};
    }

    Vue::Liste fautes() const {
        Vue::Liste toutes;
        for (const auto& [nom, phrase] : saisie_.fautes)
            toutes.push_back(Vue{{"champ", nom}, {"phrase", phrase}});
        return toutes;
    }

    Vue::Liste choix(const std::string& choisi,
                     std::initializer_list<std::pair<const char*, const char*>> tous) const {
        Vue::Liste liste;
        for (const auto& [valeur, code] : tous)
            liste.push_back(
                Vue{{"valeur", valeur}, {"libelle", dire(code)}, {"choisi", choisi == valeur}});
        return liste;
    }

    Vue::Liste candidats() const {
        Vue::Liste tous;
        for (const auto& [candidat, ecarte, points, avis, votes, presence] : vue_.candidats) {
            const auto& id = candidat.dossier.id;
            tous.push_back(Vue{{"dossier", id},
                               {"numero", candidat.numero},
                               {"porteur", candidat.nom_du_porteur()},
                               {"essms", candidat.essms},
                               {"montant", candidat.montant ? euros(*candidat.montant)
                                                            : dire("comite.montant_inconnu")},
                               {"points", champ_vu(champ_des_points(id))},
                               {"places", choix(champ(saisie_.champs, champ_de_la_place(id)),
                                                {{"", "seance.place.libre"},
                                                 {"impose", "seance.place.impose"},
                                                 {"exclu", "seance.place.exclu"}})}});
        }
        return tous;
    }

    std::int64_t releves(const std::string& critere, Presente constat) const {
        return std::ranges::count_if(vue_.candidats, [&](const comite::CandidatVu& vu) {
            return std::ranges::any_of(vu.points, [&](const auto& point) {
                return point.critere == critere && point.constat == constat;
            });
        });
    }

    Vue poids(const std::string& critere, Presente constat) const {
        const auto nom = champ_du_poids(critere, constat);
        return Vue{{"champ", nom},
                   {"libelle",
                    comite::cle_dite(comite::Genre::critere, std::string{core::name_of(constat)},
                                     seances_.services.phrases)},
                   {"valeur", champ(saisie_.champs, nom)},
                   {"faute", champ(saisie_.fautes, nom)},
                   {"releves", pages::dire(seances_.services, "seance.releves",
                                           {{"nombre", releves(critere, constat)}})}};
    }

    Vue::Liste criteres() const {
        Vue::Liste tous;
        for (const auto& critere : vue_.criteres) {
            Vue::Liste siens;
            for (const auto constat : pesees) siens.push_back(poids(critere.nom, constat));
            tous.push_back(Vue{{"texte", critere.texte}, {"poids", std::move(siens)}});
        }
        return tous;
    }

    // Weights stay folded until one is stated.
    bool des_poids() const {
        return std::ranges::any_of(saisie_.champs, [](const auto& un) {
            return est_un_poids(un.first) && !un.second.empty();
        });
    }

    // "secteur:PA" and its words, by attribute, for what some dossier has.
    std::map<std::string, std::string> valeurs(comite::Genre genre) const {
        std::map<std::string, std::string> toutes;
        const auto& phrases = seances_.services.phrases;
        const std::string attribut{core::name_of(genre)};
        for (const auto& vu : vue_.candidats)
            for (const auto& element : vu.candidat.elements) {
                const auto& cle = genre == comite::Genre::secteur       ? element.secteur
                                  : genre == comite::Genre::departement ? element.departement
                                                                        : element.statut;
                if (!cle.empty())
                    toutes[attribut + ":" + cle] = comite::cle_dite(genre, cle, phrases);
            }
        return toutes;
    }

    std::map<std::string, std::string> constats(const std::string& critere) const {
        std::map<std::string, std::string> tous;
        for (const auto& [constat, nom] : names(Presente{}))
            if (releves(critere, constat) > 0)
                tous[critere + ":" + std::string{nom}] = comite::cle_dite(
                    comite::Genre::critere, std::string{nom}, seances_.services.phrases);
        return tous;
    }

    struct Groupe {
        std::string titre;
        std::map<std::string, std::string> valeurs;
    };

    std::vector<Groupe> groupes() const {
        using enum comite::Genre;
        std::vector<Groupe> tous;
        for (const auto genre : {secteur, departement, statut})
            tous.push_back(
                {dire("comite.axe." + std::string{core::name_of(genre)}), valeurs(genre)});
        for (const auto& un : vue_.criteres) tous.push_back({un.texte, constats(un.nom)});
        std::erase_if(tous, [](const Groupe& groupe) { return groupe.valeurs.empty(); });
        return tous;
    }

    // What was chosen stays a choice, even where no dossier has it any more.
    Vue::Liste options(const std::vector<Groupe>& groupes, const std::string& choisie) const {
        bool connue = choisie.empty();
        Vue::Liste liste;
        for (const auto& [titre, valeurs] : groupes) {
            Vue::Liste siennes;
            for (const auto& [valeur, libelle] : valeurs) {
                connue = connue || valeur == choisie;
                siennes.push_back(
                    Vue{{"valeur", valeur}, {"libelle", libelle}, {"choisi", valeur == choisie}});
            }
            liste.push_back(Vue{{"titre_du_groupe", titre}, {"valeurs", std::move(siennes)}});
        }
        if (!connue)
            liste.push_back(Vue{
                {"titre_du_groupe", dire("seance.autre_part")},
                {"valeurs",
                 Vue::Liste{Vue{{"valeur", choisie}, {"libelle", choisie}, {"choisi", true}}}}});
        return liste;
    }

    Vue::Liste parts() const {
        const auto tous = groupes();
        Vue::Liste lignes;
        for (int rang = 0; rang < lignes_de_parts(saisie_.champs); ++rang) {
            const auto debut = debut_de_la_part(static_cast<std::size_t>(rang));
            lignes.push_back(
                Vue{{"rang", rang + 1},
                    {"debut", debut},
                    {"groupes_de_parts", options(tous, champ(saisie_.champs, debut + "quoi"))},
                    {"faute_quoi", champ(saisie_.fautes, debut + "quoi")},
                    {"combien", champ(saisie_.champs, debut + "combien")},
                    {"faute_combien", champ(saisie_.fautes, debut + "combien")},
                    {"unites", choix(champ(saisie_.champs, debut + "unite"),
                                     {{"part", "seance.unite.part"},
                                      {"montant", "seance.unite.montant"},
                                      {"nombre", "seance.unite.nombre"}})}});
        }
        return lignes;
    }

    const Seances& seances_;
    const comite::Vue& vue_;
    const Saisie& saisie_;
};

}  // namespace

Vue vue_de_la_saisie(const Seances& seances, const comite::Vue& vue, const Saisie& saisie) {
    return Formulaire{seances, vue, saisie}.vue();
}

}  // namespace grappe::seance
