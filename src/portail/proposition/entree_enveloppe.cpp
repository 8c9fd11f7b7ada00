// The least envelope that brings a project in, from step to step.
//
// f(E): most points without the project under envelope E; g(E): with it. Both grow with E by steps,
// and g only at totals of sets that hold the project. Below the least total of such a set with more
// than f(E) points, g cannot pass f: the multiple of `pas` at or
// above that total is the next E to look at, until g passes f there.
#include "portail/proposition/etude.hpp"
#include "portail/proposition/recherche.hpp"
#include "portail/proposition/traduction.hpp"

namespace grappe::proposition {
namespace {

class Montee {
public:
    Montee(const Demande& demande, const std::string& numero, core::Money pas, Compteur& compteur)
        : traduction_{traduire(demande, {})}, pas_{pas.in_cents()}, compteur_{compteur} {
        rang_ = *variable(demande, traduction_, numero);
    }

    EntreeParEnveloppe monter() {
        auto enveloppe = traduction_.modele.lignes.front().au_plus;
        const auto depart = enveloppe;
        const auto a_jour = [&](Entree::Etat etat) {
            return EntreeParEnveloppe{etat, core::Money::cents(enveloppe - depart)};
        };
        while (true) {
            const auto sans = le_plus_de_points_sans(enveloppe);
            if (sans.issue == Reponse::Issue::limite) return a_jour(Entree::Etat::inconnue);
            const auto points = sans.issue == Reponse::Issue::trouve ? sans.valeur + 1 : 0;
            const auto total = moindre_total_avec(points);
            if (total.issue == Reponse::Issue::limite) return a_jour(Entree::Etat::inconnue);
            if (total.issue == Reponse::Issue::aucun) return a_jour(Entree::Etat::jamais);
            if (-total.valeur <= enveloppe) return a_jour(Entree::Etat::connue);
            enveloppe = (-total.valeur + pas_ - 1) / pas_ * pas_;
        }
    }

private:
    Reponse le_plus_de_points_sans(std::int64_t enveloppe) {
        auto modele = traduction_.modele;
        modele.lignes.front().au_plus = enveloppe;
        modele.depart[rang_] = Choix::ecarte;
        return Recherche{modele, compteur_, 1}.optimum(modele.depart);
    }

    Reponse moindre_total_avec(std::int64_t points) {
        auto modele = traduction_.modele;
        auto& en_points = modele.lignes.front();  // in the place of the envelope
        for (std::size_t j = 0; j < modele.variables(); ++j) {
            en_points.coefficients[j] = -modele.but[j];
            modele.but[j] = -traduction_.montants[j];
        }
        en_points.au_plus = -points;
        modele.depart[rang_] = Choix::retenu;
        return Recherche{modele, compteur_, pas_}.optimum(modele.depart);
    }

    Traduction traduction_;
    std::int64_t pas_;
    Compteur& compteur_;
    std::size_t rang_ = 0;
};

}  // namespace

EntreeParEnveloppe entree_par_enveloppe(const Demande& demande, const std::string& numero,
                                        core::Money pas, Limite limite) {
    Compteur compteur{std::move(limite)};
    return Montee{demande, numero, pas, compteur}.monter();
}

}  // namespace grappe::proposition
