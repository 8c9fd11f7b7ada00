// Drawing of stays (temporary ones, transfers, returns, deaths) and of habits.
#include "dui/generateur/personne.hpp"

#include <algorithm>

#include "dui/generateur/hasard.hpp"
#include "dui/generateur/usages.hpp"

namespace grappe::generateur {
namespace {

class Parcours {
public:
    Parcours(Hasard& hasard, const Etablissement& lieu, const Periode& periode)
        : hasard_{hasard}, lieu_{lieu}, periode_{periode} {}

    void remplir(Personne& lui) {
        const auto tirage = hasard_.sous(1000);
        if (tirage < p_.anciens) return ancien(lui);
        if (tirage < p_.anciens + p_.futurs) return futur(lui);
        if (tirage < p_.anciens + p_.futurs + p_.temporaires) return temporaire(lui);
        if (hasard_.pour_mille(part_des_sortis())) return sorti(lui);
        lui.ajouter(sejour(entree_avant(periode_.au), sans_fin));
    }

private:
    // Of the persons seen in the months, those who left: more when the months are many.
    std::uint32_t part_des_sortis() const {
        const auto duree = static_cast<std::uint32_t>(periode_.au - periode_.debut);
        return 1000 * duree / (duree + static_cast<std::uint32_t>(lieu_.genre->sejour_jours));
    }

    Jour entree_avant(Jour jour) {
        const auto avant = jour - 2 * hasard_.entre(0, lieu_.genre->sejour_jours);
        return std::clamp(avant, std::min(lieu_.ouverture, jour), jour);
    }

    Sejour sejour(Jour entree, Jour sortie) {
        auto tirage = hasard_.sous(1000);
        std::size_t rang = 0;
        for (; rang < 3 && tirage >= lieu_.genre->modalites[rang]; ++rang)
            tirage -= lieu_.genre->modalites[rang];
        return avec({.entree = entree, .modalite = static_cast<Modalite>(rang)}, sortie);
    }

    // A service that closes lets everybody out, never before the entry.
    Sejour avec(Sejour lui, Jour sortie) {
        lui.etablissement = lieu_.rang;
        lui.sortie = std::max(lui.entree, std::min(sortie, lieu_.fermeture));
        lui.projet_possible = !hasard_.pour_mille(lieu_.genre->sans_projet);
        return lui;
    }

    void ancien(Personne& lui) {
        const auto sortie = periode_.debut - 1 - hasard_.entre(0, 700);
        lui.ajouter(sejour(sortie - hasard_.entre(5, lieu_.genre->sejour_jours), sortie));
    }

    void futur(Personne& lui) { lui.ajouter(sejour(periode_.au + hasard_.entre(0, 40), sans_fin)); }

    void temporaire(Personne& lui) {
        auto entree = hasard_.entre(periode_.debut - 20, periode_.au - 5);
        for (int fois = hasard_.entre(1, 3); fois > 0; --fois) {
            const auto sortie = entree + hasard_.entre(3, 30);
            lui.ajouter(avec({.entree = entree, .modalite = Modalite::temporaire}, sortie));
            entree = sortie + hasard_.entre(0, 90);
        }
    }

    void sorti(Personne& lui) {
        const auto sortie = hasard_.entre(periode_.debut, periode_.au);
        lui.ajouter(sejour(entree_avant(sortie), sortie));
        if (hasard_.pour_mille(lieu_.genre->deces))
            lui.deces = lui.sejours[0].sortie;
        else if (hasard_.pour_mille(p_.transfert))
            transferer(lui, lui.sejours[0].sortie);
        else if (hasard_.pour_mille(p_.retour))
            lui.ajouter(sejour(lui.sejours[0].sortie + hasard_.entre(1, 60), sans_fin));
    }

    void transferer(Personne& lui, Jour jour) {
        const auto& ensemble = lieu_.organisation;
        auto suite = sejour(jour, sans_fin);
        suite.etablissement = ensemble.premier + hasard_.sous(ensemble.nombre);
        suite.sortie = sans_fin;
        if (suite.etablissement != lieu_.rang) lui.ajouter(suite);
    }

    const Proportions p_{};
    Hasard& hasard_;
    const Etablissement& lieu_;
    const Periode& periode_;
};

}  // namespace

Personne personne(Graine graine, std::uint64_t rang, const Etablissement& etablissement,
                  const Periode& periode) {
    Hasard hasard{graine.valeur, rang, usage_parcours};
    Personne lui{.rang = rang};
    Parcours{hasard, etablissement, periode}.remplir(lui);
    // Where use grows, each person is reached at some day of the first four fifths.
    const auto duree = (periode.au - periode.debut) * 4 / 5;
    const auto debut_d_usage = [&](std::uint32_t part) {
        const auto jour = periode.debut + hasard.entre(0, duree);
        if (!hasard.pour_mille(part)) return sans_fin;
        return etablissement.progresse ? jour : periode.debut - 1;
    };
    lui.suivie = etablissement.progresse && hasard.pour_mille(700)
                     ? (hasard.pour_mille(etablissement.actifs) ? periode.debut - 1 : sans_fin)
                     : debut_d_usage(etablissement.actifs);
    lui.projet = debut_d_usage(etablissement.projets);
    lui.agenda = debut_d_usage(etablissement.agenda);
    lui.dmp = debut_d_usage(etablissement.dmp);
    lui.messages = etablissement.messages;
    return lui;
}

}  // namespace grappe::generateur
