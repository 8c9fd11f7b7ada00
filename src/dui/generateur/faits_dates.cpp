// Facts that fall due: stays, projects, DMP feeds, messages, migration, planned events.
#include <algorithm>

#include "dui/generateur/faits.hpp"
#include "dui/generateur/heures.hpp"
#include "dui/generateur/usages.hpp"

namespace grappe::generateur {
namespace {

class Echeances {
public:
    Echeances(Passage& ici, const Personne& lui, const Etablissement& lieu)
        : ici_{ici},
          lui_{lui},
          lieu_{lieu},
          hasard_{ici.graine.valeur, lui.rang, usage_echeances} {}

    void pour(const Sejour& sejour) {
        const Lignes::Qui qui{.personne = lui_.rang, .finess = finess_de(sejour)};
        ici_.lignes.sejour(qui, sejour);
        projets(qui, sejour);
        alimentations(qui, sejour);
        messages(qui, sejour);
        reprise(qui, sejour);
        apres_la_sortie(qui, sejour);
        prevus(qui, sejour);
    }

private:
    NumeroEt finess_de(const Sejour& sejour) const {
        return sejour.etablissement == lieu_.rang
                   ? lieu_.finess
                   : finess_fictif(lieu_.organisation.departement, sejour.etablissement);
    }

    Jour debut_de(const Sejour& sejour) const {
        return std::max(sejour.entree, ici_.periode.debut);
    }
    Jour fin_de(const Sejour& sejour) const { return std::min(sejour.sortie, ici_.periode.au); }

    void projets(const Lignes::Qui& qui, const Sejour& sejour) {
        if (!sejour.projet_possible && hasard_.pour_mille(700)) return;
        if (lui_.projet == sans_fin) return sans_projet_en_vigueur(qui, sejour);
        auto du = std::max(sejour.entree + hasard_.entre(0, 15), lui_.projet);
        if (sejour.sortie != sans_fin && du > sejour.sortie) return;
        // A project of some years back is closed and followed by its next one.
        if (ici_.periode.au - du > 400 && hasard_.pour_mille(300)) {
            const auto suivant = ici_.periode.au - hasard_.entre(5, 360);
            ici_.lignes.projet(qui, "TERMINE", du, suivant - 1);
            du = suivant;
        }
        const auto statut = hasard_.pour_mille(150) ? "ENPREPARATION" : "ENCOURS";
        const bool borne = hasard_.pour_mille(400);
        const auto au = std::max(du, ici_.periode.au) + hasard_.entre(10, 300);
        ici_.lignes.projet(qui, statut, du, borne ? au : sans_fin);
    }

    void sans_projet_en_vigueur(const Lignes::Qui& qui, const Sejour& sejour) {
        const auto tirage = hasard_.sous(4);
        const auto du = sejour.entree + hasard_.entre(0, 60);
        if (tirage == 0) ici_.lignes.projet(qui, "ENPAUSE", du, sans_fin);
        if (tirage == 1) ici_.lignes.projet(qui, "TERMINE", du, du + hasard_.entre(30, 365));
    }

    void alimentations(const Lignes::Qui& qui, const Sejour& sejour) {
        if (lui_.dmp == sans_fin) return;
        auto jour = std::max(debut_de(sejour), lui_.dmp) + hasard_.entre(0, 25);
        for (; jour < fin_de(sejour); jour += hasard_.entre(20, 55))
            ici_.lignes.dmp(qui, moment(jour, hasard_), hasard_);
    }

    // So many a quarter; where use grows, the later the likelier.
    void messages(const Lignes::Qui& qui, const Sejour& sejour) {
        const auto duree = static_cast<std::uint32_t>(ici_.periode.au - ici_.periode.debut);
        for (auto trimestre = debut_de(sejour); trimestre < fin_de(sejour); trimestre += 91) {
            auto combien =
                lui_.messages / 1000 + (hasard_.pour_mille(lui_.messages % 1000) ? 1 : 0);
            for (; combien > 0; --combien) {
                const auto jour = trimestre + hasard_.entre(0, 90);
                const auto ecoule = static_cast<std::uint32_t>(jour - ici_.periode.debut);
                const bool tot = lieu_.progresse && hasard_.sous(duree) > ecoule + duree / 3;
                if (!tot && jour < fin_de(sejour))
                    ici_.lignes.message(qui, moment(jour, hasard_), hasard_);
            }
        }
    }

    void reprise(const Lignes::Qui& qui, const Sejour& sejour) {
        if (sejour.etablissement == lieu_.rang && sejour.present(lieu_.reprise))
            ici_.lignes.automatique(qui, {.jour = lieu_.reprise, .secondes = 2 * 3600 + 1800},
                                    "reprise");
    }

    // Entered late: the record of somebody who has left is still completed.
    void apres_la_sortie(const Lignes::Qui& qui, const Sejour& sejour) {
        constexpr Proportions p;
        const auto jour =
            sejour.sortie == sans_fin ? sans_fin : sejour.sortie + hasard_.entre(1, 7);
        if (!hasard_.pour_mille(p.apres_sortie) || lui_.suivie > jour) return;
        if (jour >= ici_.periode.debut && jour < ici_.periode.au)
            ici_.lignes.modification(qui, moment(jour, hasard_), lieu_.genre->metiers[0], 1);
    }

    void prevus(const Lignes::Qui& qui, const Sejour& sejour) {
        if (lui_.agenda > ici_.periode.au || !hasard_.pour_mille(300)) return;
        const auto jour = ici_.periode.au + hasard_.entre(0, 14);
        if (sejour.present(jour)) ici_.lignes.evenement(qui, creneau(jour, hasard_, "PLANIFIE"));
    }

    Passage& ici_;
    const Personne& lui_;
    const Etablissement& lieu_;
    Hasard hasard_;
};

}  // namespace

void faits_dates(Passage& ici, const Personne& lui, const Etablissement& lieu) {
    ici.lignes.personne(lui, lieu, ici.graine);
    Echeances echeances{ici, lui, lieu};
    for (std::size_t rang = 0; rang < lui.nombre; ++rang) echeances.pour(lui.sejours[rang]);
}

}  // namespace grappe::generateur
