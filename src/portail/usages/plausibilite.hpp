// Plausibilité: what in a report is unlikely, beside the one before and the register. It only asks
// questions: nothing here refuses a report. Pure.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "portail/usages/examen.hpp"
#include "referentiels/etablissement.hpp"

namespace grappe::usages {

// A file of donnees/usages. No text of the programme gives these values.
struct Seuils {
    std::string version;
    std::int64_t saut_en_points;         // of a rate, between two measures
    std::int64_t ecart_de_denominateur;  // per cent, between two measures
    std::int64_t personnes_au_moins;     // fewer than that: nothing is said of a rate
    std::int64_t compte_au_plus;         // of one establishment
    // Of what one establishment sends of the messages of a report, beyond its share of the persons.
    std::int64_t concentration_en_points;

    // Code "usages.seuils", its detail the line at fault or the name that is missing.
    static core::Result<Seuils> lire(std::string_view texte);
};

// The last measure of an establishment before this one, in the same dossier.
struct Precedent {
    std::string rapport;
    std::int64_t numero;
    Nature nature;
    core::Date au;
    usage::Denominateur lecture;
    std::string cle;
    Ligne ligne;
};
using Precedents = std::map<std::string, Precedent, std::less<>>;  // by establishment

// Null: the register does not know that number.
using Registre = std::function<const referentiels::Etablissement*(std::string_view finess_et)>;

struct Contexte {
    const Seuils& seuils;
    const Registre& registre;
    const Precedents& precedents;
    // Establishments of the reports compared with that this one says nothing of.
    const std::vector<std::string>& absents;
    core::Instant maintenant;
};
std::vector<Constat> constats_de(const Lu& lu, const Contexte& contexte);

}  // namespace grappe::usages
