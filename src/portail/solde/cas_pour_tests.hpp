// Cases of balances written for people (tests/solde/*.cas) as values. Tests only.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "portail/programme/chargement.hpp"
#include "portail/solde/solde.hpp"

namespace grappe::solde::tests {

using Mots = std::vector<std::string>;

struct Attendu {
    int ligne;
    Mots mots;
};

struct Cas {
    std::string nom;
    int ligne = 0;
    programme::Appel appel;
    Accorde accorde{};
    Mesures mesures{};
    std::optional<Depenses> depenses = Depenses{};
    bool depenses_donnees = false, cibles_donnees = false;
    std::vector<Attendu> attendus{};
};

inline const std::string racine = GRAPPE_ROOT;

inline const programme::Appel& appel_livre(const std::string& id) {
    static const auto appels = programme::charger_appels({racine + "/appels"});
    const auto* charge = appels.find(id);
    if (charge == nullptr) throw std::runtime_error{"appel inconnu : " + id};
    return charge->versions.back().appel;
}

inline Money argent(const std::string& texte) { return Money::parse(texte).value(); }

inline usage::Mesure fraction(const std::string& texte) {
    const auto barre = texte.find('/');
    return {std::stoll(texte.substr(0, barre)), std::stoll(texte.substr(barre + 1))};
}

template <class E>
void choisir(std::optional<E>& place, const std::string& valeur) {
    place = core::named<E>(valeur).value();
}

inline void changer_la_lecture(programme::Appel& appel, const Mots& m) {
    if (m[1] == "niveau_des_cibles") choisir(appel.niveau_des_cibles, m[3]);
    if (m[1] == "cibles_partiellement_atteintes")
        choisir(appel.cibles_partiellement_atteintes, m[3]);
    if (m[1] == "avance_si_echec") choisir(appel.avance_si_echec, m[3]);
    if (m[1] == "depenses_sous_le_forfait") choisir(appel.depenses_sous_le_forfait, m[3]);
    if (m[1] == "denominateur_dossiers_actifs") choisir(appel.denominateur_dossiers_actifs, m[3]);
}

inline void ajouter_des_lignes(Cas& cas, const Mots& m) {
    Aides aides;
    for (std::size_t i = 2; i + 1 < m.size(); i += 2) {
        if (m[i] == "usage") aides.usage = argent(m[i + 1]);
        if (m[i] == "equipement") aides.equipement = argent(m[i + 1]);
        if (m[i] == "materiel") aides.materiel = argent(m[i + 1]);
        if (m[i] == "amoa") aides.amoa = argent(m[i + 1]);
    }
    for (int i = 0; i < std::stoi(m[1]); ++i) {
        const auto nom = "E" + std::to_string(cas.accorde.lignes.size() + 1);
        cas.accorde.lignes.push_back({.finess_et = nom, .aides = aides});
        for (const auto un : usage::indicateurs_a_cible)
            cas.mesures[nom].par_indicateur[un] = {100, 100};
    }
}

inline void partager_une_aide(Cas& cas, const Mots& m) {
    const auto total = argent(m[2]).in_cents();
    const auto lignes = static_cast<std::int64_t>(cas.accorde.lignes.size());
    for (std::int64_t i = 0; i < lignes; ++i) {
        const auto part = Money::cents(total / lignes + (i < total % lignes ? 1 : 0));
        auto& aides = cas.accorde.lignes[static_cast<std::size_t>(i)].aides;
        (m[1] == "materiel" ? aides.materiel : aides.amoa) = part;
    }
}

inline LigneAccordee& ligne_de(Cas& cas, const std::string& nom) {
    for (auto& ligne : cas.accorde.lignes)
        if (ligne.finess_et == nom) return ligne;
    throw std::runtime_error{cas.nom + " : " + nom};
}

inline void changer_les_mesures(Cas& cas, const Mots& m) {
    for (auto& [nom, mesures] : cas.mesures) {
        if (m[1] != "*" && m[1] != nom) continue;
        const auto un = m.size() > 2 ? core::named<usage::Indicateur>(m[2]) : std::nullopt;
        if (m[0] == "mesure") mesures.par_indicateur[un.value()] = fraction(m[3]);
        if (m[0] == "rapport") mesures.lecture = core::named<usage::Denominateur>(m[2]).value();
        if (m[0] == "sans_mesure" && un) mesures.par_indicateur.erase(*un);
    }
    if (m[0] == "sans_mesure" && m.size() == 2) cas.mesures.erase(m[1]);
}

inline void ajouter_une_cible(Cas& cas, const Mots& m) {
    if (!cas.cibles_donnees) cas.appel.cibles.clear();
    cas.cibles_donnees = true;
    const auto part = fraction(m[2]);
    programme::CibleUsage cible{.indicateur = m[1],
                                .secteur = m.size() > 3 ? m[3] : "",
                                .eligible_sons = {},
                                .cible = {part.numerateur, part.denominateur},
                                .source = {"texte d'essai", "§1"}};
    if (m.size() > 5) cible.eligible_sons = m[5] == "oui";
    cas.appel.cibles.push_back(std::move(cible));
}

inline void changer_les_depenses(Cas& cas, const Mots& m) {
    if (m[1] == "aucune") cas.depenses.reset();
    if (m[1] == "non_visees") cas.depenses->visees = false;
    if (m[0] != "depense") return;
    cas.depenses_donnees = true;
    cas.depenses->montants[core::named<Categorie>(m[1]).value()] += argent(m[2]);
}

inline void lire_une_donnee(Cas& cas, const Mots& m) {
    if (m[0] == "appel") cas.appel = appel_livre(m[1]);
    if (m[0] == "lecture") changer_la_lecture(cas.appel, m);
    if (m[0] == "cibles") ajouter_une_cible(cas, m);
    if (m[0] == "accorde") ajouter_des_lignes(cas, m);
    if (m[0] == "partage") partager_une_aide(cas, m);
    if (m[0] == "secteur") ligne_de(cas, m[1]).secteur = m[2];
    if (m[0] == "sons") ligne_de(cas, m[1]).eligible_sons = m[2] == "oui";
    if (m[0] == "devis" && m[1] == "amoa") cas.accorde.devis_amoa = argent(m[2]);
    if (m[0] == "devis" && m[1] != "amoa") ligne_de(cas, m[1]).devis_materiel = argent(m[2]);
    if (m[0] == "mesure" || m[0] == "sans_mesure" || m[0] == "rapport") changer_les_mesures(cas, m);
    if (m[0] == "depense" || m[0] == "depenses") changer_les_depenses(cas, m);
}

// Unless the case gives expenses, they cover everything that is granted.
inline void completer(Cas& cas) {
    if (!cas.depenses || cas.depenses_donnees) return;
    const auto tout = cas.accorde.total();
    cas.depenses->montants = {{Categorie::ressources_internes, tout.usage},
                              {Categorie::logiciel, tout.equipement},
                              {Categorie::materiel, tout.materiel},
                              {Categorie::amoa, tout.amoa}};
}

inline std::vector<Cas> lire_les_cas(const std::string& chemin) {
    std::ifstream fichier{chemin};
    std::vector<Cas> tous;
    int numero = 0;
    for (std::string ligne; std::getline(fichier, ligne);) {
        ++numero;
        if (ligne.starts_with("cas "))
            tous.push_back({.nom = ligne.substr(4),
                            .ligne = numero,
                            .appel = appel_livre("NA-2024"),
                            .depenses = Depenses{.montants = {}, .visees = true}});
        if (!ligne.starts_with("  ")) continue;
        std::istringstream lus{ligne};
        Mots mots;
        for (std::string mot; lus >> mot;) mots.push_back(mot);
        if (mots[0] == "=>")
            tous.back().attendus.push_back({numero, {mots.begin() + 1, mots.end()}});
        else
            lire_une_donnee(tous.back(), mots);
    }
    for (auto& cas : tous) completer(cas);
    return tous;
}

}  // namespace grappe::solde::tests
