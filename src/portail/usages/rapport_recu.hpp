// Rapport reçu: a usage report as the portail keeps it: its figures, what was found, its bytes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/finess.hpp"
#include "core/instant.hpp"
#include "core/named.hpp"
#include "usage/indicateur.hpp"

namespace grappe::usages {

// A signed report can be proved; a declared one binds its author alone, and is shown apart.
enum class Nature { signe, declare };

constexpr auto names(Nature) {
    return std::to_array<core::Named<Nature>>(
        {{Nature::signe, "signe"}, {Nature::declare, "declare"}});
}

// What a report says of itself.
struct Tete {
    Nature nature;
    std::string empreinte;     // SHA-256 of the whole file
    std::string organisation;  // FINESS of a legal entity; empty: not said
    core::Date du, au;
    std::optional<core::Instant> connu_le;  // of a signed one
    usage::Denominateur lecture;
    std::string regle;              // version of the rule of measure
    std::string logiciel, version;  // of the DUI; empty: declared
    std::string cle;                // public key, hexadecimal; empty: declared
    std::int64_t feuilles = 0;      // 0: declared
};

// Of eprescription and eparcours: in the window, since the start.
using Mesures = std::map<usage::Indicateur, usage::Mesure>;

struct Ligne {
    core::Finess finess_et;
    std::int64_t feuilles = 0;
    Mesures mesures;
    std::string dossier{};  // that the establishment belongs to; found on reception
};

// What is unlikely or worth a question; `code` is a sentence of locale/fr.txt.
struct Constat {
    std::string code;
    std::string finess_et{};  // empty: the whole report
    std::optional<usage::Indicateur> indicateur{};
    usage::Mesure avant{}, apres{};

    bool operator==(const Constat&) const = default;
};

struct RapportRecu {
    std::string id;
    std::int64_t numero;  // in the order of reception, over the whole portail
    std::string compte;   // who sent it
    core::Instant recu_le;
    Tete tete;
    std::string seuils;     // version of what said the findings
    std::string recepteur;  // version of the portail that received it
    std::vector<Ligne> lignes{};
    std::vector<Constat> constats{};
};

// Sums of the lines that told the indicator.
Mesures total(const std::vector<Ligne>& lignes);

}  // namespace grappe::usages
