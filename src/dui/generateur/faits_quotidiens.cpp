// Facts of every day, by the rhythm of the week, and the weekly workshops.
#include <algorithm>

#include "dui/generateur/faits.hpp"
#include "dui/generateur/heures.hpp"
#include "dui/generateur/usages.hpp"

namespace grappe::generateur {
namespace {

class Quotidien {
public:
    Quotidien(Passage& ici, const Personne& lui, const Etablissement& lieu)
        : ici_{ici},
          lui_{lui},
          lieu_{lieu},
          rythme_{ici.graine.valeur, lui.rang, usage_rythme},
          contenu_{ici.graine.valeur, lui.rang, usage_contenu} {}

    void pour(const Sejour& sejour) {
        const auto debut = std::max(sejour.entree, ici_.periode.debut);
        const auto fin = std::min(sejour.sortie, ici_.periode.au);
        if (debut >= fin) return;
        qui_ = {
            .personne = lui_.rang,
            .finess = sejour.etablissement == lieu_.rang
                          ? lieu_.finess
                          : finess_fictif(lieu_.organisation.departement, sejour.etablissement)};
        auto semaine = ici_.calendrier.jour(debut).rang_semaine;
        for (auto jour = debut; jour < fin; ++jour, semaine = semaine == 6 ? 0 : semaine + 1)
            journee(jour, lieu_.genre->semaine[static_cast<std::size_t>(semaine)]);
    }

private:
    void journee(Jour jour, std::uint32_t poids) {
        constexpr std::array<std::uint32_t, 8> remplissages{0, 0, 1, 1, 1, 2, 2, 3};
        const bool suivie = lui_.suivie <= jour;
        const std::uint64_t usuel = suivie ? 4 : 1;
        auto combien = ici_.partage.pour(usuel * poids * rythme_.parmi(remplissages));
        while (combien > 0) combien -= suivie ? fait_suivi(jour, combien) : fait_technique(jour);
    }

    // How many lines it took.
    std::uint64_t fait_technique(Jour jour) {
        ici_.lignes.automatique(qui_, moment(jour, contenu_), "synchronisation");
        return 1;
    }

    std::uint64_t fait_suivi(Jour jour, std::uint64_t restent) {
        const auto& genre = *lieu_.genre;
        auto tirage = contenu_.sous(1000);
        const auto dans = [&](std::uint32_t part) {
            const bool oui = tirage < part;
            tirage -= oui ? 0 : part;
            return oui;
        };
        if (dans(genre.automatiques)) return fait_technique(jour);
        if (dans(genre.evenements) && lui_.agenda <= jour) return evenement(jour, restent);
        if (dans(genre.eprescriptions)) return trace(jour, "import_eprescription");
        if (dans(genre.eparcours)) return trace(jour, "echange_eparcours");
        const auto le = moment(jour, contenu_);
        const auto& metier = contenu_.parmi(genre.metiers);
        ici_.lignes.modification(qui_, le, metier, 1 + contenu_.sous(6));
        return 1;
    }

    std::uint64_t trace(Jour jour, std::string_view type) {
        ici_.lignes.trace(qui_, moment(jour, contenu_), type);
        return 1;
    }

    std::uint64_t evenement(Jour jour, std::uint64_t restent) {
        constexpr Proportions p;
        auto quoi = creneau(jour, contenu_, statut_passe(contenu_));
        if (contenu_.pour_mille(p.longs)) quoi.jour_fin = jour + contenu_.entre(1, 12);
        const bool corrige = restent > 1 && contenu_.pour_mille(p.corrections * 8);
        if (corrige) quoi.statut = "PLANIFIE";
        ici_.lignes.evenement(qui_, quoi);
        if (!corrige) return 1;
        quoi.statut = contenu_.pour_mille(300) ? "ANNULE" : "REALISE";
        ici_.lignes.evenement_corrige(qui_, quoi);
        return 2;
    }

    Passage& ici_;
    const Personne& lui_;
    const Etablissement& lieu_;
    Hasard rythme_, contenu_;
    Lignes::Qui qui_;
};

bool vient(const Personne& lui, const Etablissement& lieu, Jour jour) {
    if (lui.agenda > jour) return false;
    return std::any_of(lui.sejours.begin(), lui.sejours.begin() + static_cast<int>(lui.nombre),
                       [&](const Sejour& sejour) {
                           return sejour.etablissement == lieu.rang && sejour.present(jour);
                       });
}

void atelier(Passage& ici, const std::vector<Personne>& tous, const Etablissement& lieu,
             Hasard& hasard) {
    std::vector<std::uint32_t> inscrits(3 + hasard.sous(8));
    for (auto& inscrit : inscrits) inscrit = hasard.sous(static_cast<std::uint32_t>(tous.size()));
    std::sort(inscrits.begin(), inscrits.end());
    inscrits.erase(std::unique(inscrits.begin(), inscrits.end()), inscrits.end());
    std::vector<std::uint64_t> presents;
    for (auto jour = ici.periode.debut + hasard.entre(0, 6); jour < ici.periode.au; jour += 7) {
        presents.clear();
        for (const auto inscrit : inscrits)
            if (vient(tous[inscrit], lieu, jour)) presents.push_back(tous[inscrit].rang);
        const auto quoi = creneau(jour, hasard, statut_passe(hasard));
        if (!presents.empty()) ici.lignes.evenement(presents, lieu.finess, quoi);
    }
}

}  // namespace

void faits_quotidiens(Passage& ici, const Personne& lui, const Etablissement& lieu) {
    Quotidien quotidien{ici, lui, lieu};
    for (std::size_t rang = 0; rang < lui.nombre; ++rang) quotidien.pour(lui.sejours[rang]);
}

void ateliers(Passage& ici, const std::vector<Personne>& tous, const Etablissement& lieu) {
    if (tous.size() < 3) return;
    Hasard hasard{ici.graine.valeur, lieu.rang, usage_ateliers};
    const auto combien = std::min<std::size_t>(12, 1 + tous.size() / 12);
    for (std::size_t rang = 0; rang < combien; ++rang) atelier(ici, tous, lieu, hasard);
}

}  // namespace grappe::generateur
