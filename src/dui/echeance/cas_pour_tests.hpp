// Cases of deadlines written for people (tests/echeances/*.cas), and the rules shipped. Tests only.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "dui/echeance/echeance.hpp"
#include "dui/echeance/lecture.hpp"
#include "rules/phrases_pour_tests.hpp"

namespace grappe::echeance::tests {

inline const std::string racine = GRAPPE_ROOT;

using rules::tests::lire_fichier, rules::tests::phrases;

inline const Regles& regles() {
    static const auto livrees = *lire(lire_fichier("donnees/echeances/echeances-1.toml")).regles;
    return livrees;
}

inline core::Date le(const std::string& jour) { return core::Date::parse(jour).value(); }

using Mots = std::vector<std::string>;

struct Ligne {
    int numero;
    Mots mots;
    std::string suite;  // what follows the first word
};
struct Cas {
    std::string nom;
    std::vector<Ligne> lignes{};
};

inline std::vector<Cas> lire_les_cas(const std::string& chemin) {
    std::ifstream fichier{chemin};
    std::vector<Cas> tous;
    int numero = 0;
    for (std::string texte; std::getline(fichier, texte);) {
        ++numero;
        if (texte.starts_with("cas ")) tous.push_back({.nom = texte.substr(4)});
        if (!texte.starts_with("  ")) continue;
        Ligne ligne{.numero = numero, .mots = {}, .suite = {}};
        std::istringstream lus{texte};
        for (std::string mot; lus >> mot;) ligne.mots.push_back(mot);
        const auto espace = texte.find(' ', 2);
        if (espace != std::string::npos) ligne.suite = texte.substr(espace + 1);
        tous.back().lignes.push_back(std::move(ligne));
    }
    return tous;
}

// The stay of one case, as its lines change it.
class Monde {
public:
    // Answers true when the line gives a fact.
    bool donner(const Ligne& ligne) {
        const auto& m = ligne.mots;
        if (m[0] == "=>") return false;
        if (m[0] == "sejour") {
            sejour_.secteur = core::named<referentiels::Secteur>(m[1]).value();
            sejour_.accompagnement = core::named<Accompagnement>(m[2]).value();
        }
        if (m[0] == "mineur") sejour_.age = Age::mineur;
        if (m[0] == "mesure_judiciaire") sejour_.mesure = Mesure::judiciaire;
        if (m[0] == "admission") sejour_.admission = le(m[1]);
        if (m[0] == "fin_prevue") sejour_.fin_prevue = le(m[1]);
        if (m[0] == "sortie") sejour_.sortie = le(m[1]);
        if (m[0] == "entretien") sejour_.entretien = le(m[1]);
        if (m[0] == "notification") sejour_.notification = le(m[1]);
        if (m[0] == "droit") sejour_.droits.push_back({m[1], m[1], le(m[2])});
        if (m[0] == "aujourd_hui") aujourd_hui_ = le(m[1]);
        if (m[0] == "fait")
            sejour_.faits.push_back(
                {core::named<Acte>(m[1]).value(), le(m[2]), m.size() > 3 ? m[3] : ""});
        return true;
    }

    std::vector<Obligation> obligations() const {
        return calculer(sejour_, regles(), aujourd_hui_);
    }
    Choix choix() const { return choisir(sejour_, regles(), aujourd_hui_); }

private:
    Sejour sejour_{.secteur = referentiels::Secteur::PA,
                   .accompagnement = Accompagnement::permanent,
                   .admission = le("2026-01-05")};
    core::Date aujourd_hui_ = le("2026-01-05");
};

}  // namespace grappe::echeance::tests
