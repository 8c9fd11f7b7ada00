// Cas: a rule case written for people (tests/regles/*.cas): given, then expected. Tests only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/socle/verification.hpp"

namespace grappe::socle::cas {

struct Ligne {
    int numero;  // in the file, from 1
    std::string texte;
};

struct Cas {
    std::string fichier;
    Ligne titre;
    std::vector<Ligne> donnees;
    std::vector<Ligne> attendus;  // without the "=>"
};

// What a case gives once its lines are read: the dossier as JSON, and its register.
struct Donnees {
    std::string json;
    dossier::FichesRegistre fiches;
};

std::vector<Cas> lire_cas(const std::string& fichier, std::string_view texte);

// A fault of the case file itself is a std::runtime_error that names the line.
std::vector<std::string> appels_du_cas(const Cas& cas);
Donnees donner(const Cas& cas, const std::string& appel,
               const referentiels::Territoires& territoires);

// One text for each expectation that does not hold: "GRP-01.cas:12: attendu …, obtenu …".
std::vector<std::string> ecarts(const Cas& cas, const Verification& verification,
                                const rules::Phrases& phrases);

}  // namespace grappe::socle::cas
