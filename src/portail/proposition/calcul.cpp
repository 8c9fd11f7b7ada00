// Most points first; then ties, one project after another in order of deposit.
#include "portail/proposition/calcul.hpp"

#include <algorithm>

#include "portail/proposition/secours.hpp"

namespace grappe::proposition {
namespace {

constexpr std::int64_t noeuds_sans_ses_coupes = 100, noeuds_avec_ses_coupes = 2'000;

}  // namespace

Calcul::Calcul(const Demande& demande, const std::vector<Regle>& sans, Compteur& compteur)
    : demande_{&demande},
      compteur_{&compteur},
      traduction_{traduire(demande, sans)},
      recherche_{traduction_.modele, compteur, 1} {}

Ensemble Calcul::ensemble(const Retenus& retenus) const {
    Ensemble sortie;
    for (std::size_t j = 0; j < retenus.size(); ++j) {
        if (retenus[j] == 0) continue;
        const auto& candidat = demande_->candidats[traduction_.ordre[j]];
        sortie.retenus.push_back(candidat.numero);
        sortie.points += candidat.points;
        sortie.total += candidat.montant;
    }
    return sortie;
}

// A project is retained as soon as some best set that agrees with what precedes retains it. Most
// are decided by a bound or by the set already known; the others by a search.
bool Calcul::departager(Retenus& retenus, std::int64_t points) {
    auto decides = traduction_.modele.depart;
    for (std::size_t j = 0; j < decides.size(); ++j) {
        if (decides[j] != Choix::libre) continue;
        if (retenus[j] != 0) {
            decides[j] = Choix::retenu;
            continue;
        }
        auto essai = decides;
        essai[j] = Choix::retenu;
        auto reponse = recherche_.un_choix(essai, points);
        if (reponse.issue == Reponse::Issue::limite) return false;
        if (reponse.issue == Reponse::Issue::trouve) {
            retenus = std::move(reponse.retenus);
            decides[j] = Choix::retenu;
            continue;
        }
        decides[j] = Choix::ecarte;
        core::ensure(recherche_.resserrer(decides, points), "a bound forbids a set that is known");
    }
    return true;
}

// Our search first, with half of what may be spent; then CBC for a set; then our search above it.
Reponse Calcul::le_plus_de_points() {
    const auto& depart = traduction_.modele.depart;
    const auto moitie = compteur_->mettre_de_cote(compteur_->reste() / 2);
    auto reponse = recherche_.optimum(depart);
    compteur_->rendre(moitie);
    if (reponse.issue != Reponse::Issue::limite || compteur_->arretee()) return reponse;
    const auto plancher = reponse.retenus.empty() ? 0 : reponse.valeur;
    auto secours = demander_a_cbc(recherche_.renforce(), plancher, *compteur_);
    if (secours) {
        dit_par_cbc_ = secours->dit_le_meilleur;
        reponse.retenus = std::move(secours->retenus);
    }
    if (reponse.retenus.empty()) return recherche_.optimum(depart);
    const auto connue = somme(traduction_.modele.but, reponse.retenus);
    reponse = recherche_.depasser(depart, reponse.retenus, reponse.borne);
    dit_par_cbc_ = dit_par_cbc_ && reponse.valeur == connue;
    return reponse;
}

Proposition Calcul::proposer() {
    auto reponse = le_plus_de_points();
    Proposition sortie{.borne = reponse.borne};
    if (reponse.issue == Reponse::Issue::aucun) {
        sortie.etat = Proposition::Etat::impossible;
        sortie.preuve = Preuve::en_entiers;
        return sortie;
    }
    if (reponse.issue == Reponse::Issue::limite && reponse.retenus.empty()) return sortie;
    sortie.etat = Proposition::Etat::proposee;
    if (reponse.valeur == sortie.borne) {
        sortie.preuve = Preuve::en_entiers;
        sortie.departagee = departager(reponse.retenus, reponse.valeur);
    } else if (dit_par_cbc_) {
        sortie.preuve = Preuve::par_le_solveur;
    }
    sortie.ensemble = ensemble(reponse.retenus);
    return sortie;
}

// The cuts of the whole first; where they are far from these sets, cuts made for them.
Reponse Calcul::avec(const std::string& numero) {
    auto modele = traduction_.modele;
    modele.depart[*variable(*demande_, traduction_, numero)] = Choix::retenu;
    const auto de_cote = compteur_->mettre_de_cote(
        std::max<std::int64_t>(0, compteur_->reste() - noeuds_sans_ses_coupes));
    auto reponse = recherche_.optimum(modele.depart);
    compteur_->rendre(de_cote);
    if (reponse.issue != Reponse::Issue::limite) return reponse;
    const auto plus_loin = compteur_->mettre_de_cote(
        std::max<std::int64_t>(0, compteur_->reste() - noeuds_avec_ses_coupes));
    reponse = Recherche{modele, *compteur_, 1}.optimum(modele.depart);
    compteur_->rendre(plus_loin);
    return reponse;
}

Proposition proposer(const Demande& demande, Limite limite) {
    core::ensure(fautes(demande).empty(), "a proposal is asked of a demand with faults");
    Compteur compteur{std::move(limite)};
    return Calcul{demande, {}, compteur}.proposer();
}

}  // namespace grappe::proposition
